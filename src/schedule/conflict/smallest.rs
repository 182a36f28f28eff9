//! The smallest conflict, found from what repairs it.
//!
//! A set of demands that fits, grown until nothing more fits with it, leaves a repair: demands of which every conflict holds
//! one at least. The smallest set that meets every repair known so far is either the smallest conflict, or it fits and shows
//! another repair (Ignatiev, Previti, Liffiton and Marques-Silva 2015, CP: smallest unsatisfiable subsets by hitting sets).
//! This rests on one thing alone: what fits still fits when a demand is given up.

use std::collections::BTreeSet;

/// Demands, by number.
pub(super) type Set = BTreeSet<usize>;

/// So many steps may go into one search for a set that meets every repair.
const MOST_STEPS: u32 = 100_000;

/// The smallest set within `everything`, a conflict, that does not fit, and whether it is shown to be the smallest. Where that
/// would take more than about `most` questions, a conflict that can spare no demand. Sets that are likely to be `fitting` are
/// tried first, and those found are added to them.
pub(super) fn smallest(
    everything: &Set,
    fitting: &mut Vec<Set>,
    most: usize,
    mut fits: impl FnMut(&Set) -> bool,
) -> (Set, bool) {
    let mut asked = 0;
    let mut ask = |set: &Set| {
        asked += 1;
        (fits(set), asked < most)
    };
    let likely: Vec<&Set> = fitting.iter().filter(|set| ask(set).0).collect();
    let mut repairs: Vec<Set> = likely.into_iter().map(|set| everything - set).collect();
    while let Some(set) = meeting(&repairs) {
        let (fit, in_time) = ask(&set);
        if !fit {
            return (set, true);
        }
        if !in_time {
            break;
        }
        let rest: Vec<usize> = everything.difference(&set).copied().collect();
        let grown = grown(set, &rest, &mut |set| ask(set).0);
        repairs.push(everything - &grown);
        fitting.push(grown);
    }
    let mut kept = everything.clone();
    for demand in everything {
        let fewer: Set = kept.iter().copied().filter(|other| other != demand).collect();
        if !ask(&fewer).0 {
            kept = fewer;
        }
    }
    (kept, false)
}

/// `fitting` with as much of `rest` as still fits; all of `rest` does not.
fn grown(mut fitting: Set, rest: &[usize], fits: &mut impl FnMut(&Set) -> bool) -> Set {
    let (one, other) = rest.split_at(rest.len() / 2);
    for half in [one, other].into_iter().filter(|half| !half.is_empty()) {
        let with: Set = fitting.iter().chain(half).copied().collect();
        if fits(&with) {
            fitting = with;
        } else if half.len() > 1 {
            fitting = grown(fitting, half, fits);
        }
    }
    fitting
}

/// A smallest set that holds one of every repair at least; `None` where none is found in time. Of sets as small, one of late
/// demands.
fn meeting(repairs: &[Set]) -> Option<Set> {
    let mut steps = MOST_STEPS;
    (0..=repairs.len()).find_map(|size| met(repairs, Set::new(), size, &mut steps))
}

/// `chosen` with no more than `size` others that meets every repair.
fn met(repairs: &[Set], chosen: Set, size: usize, steps: &mut u32) -> Option<Set> {
    let Some(open) = repairs.iter().find(|repair| repair.is_disjoint(&chosen)) else { return Some(chosen) };
    *steps = steps.checked_sub(1)?;
    if size == 0 {
        return None;
    }
    open.iter().rev().find_map(|demand| {
        let mut more = chosen.clone();
        more.insert(*demand);
        met(repairs, more, size - 1, steps)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sets that do not fit, whatever else is asked for.
    fn conflicts(all: &[&[usize]]) -> impl FnMut(&Set) -> bool {
        let all: Vec<Set> = all.iter().map(|one| one.iter().copied().collect()).collect();
        move |set| !all.iter().any(|conflict| conflict.is_subset(set))
    }

    #[test]
    fn of_several_conflicts_the_smallest_is_found() {
        let found =
            smallest(&(0..12).collect(), &mut Vec::new(), 200, conflicts(&[&[0, 1, 2], &[3, 9], &[4, 5, 6, 7]]));
        assert_eq!(found, (Set::from([3, 9]), true));
    }

    #[test]
    fn without_time_to_prove_it_a_conflict_that_can_spare_nothing_is_told() {
        let found = smallest(&(0..12).collect(), &mut Vec::new(), 3, conflicts(&[&[0, 1, 2], &[3, 9]]));
        assert_eq!(found, (Set::from([3, 9]), false));
        let found = smallest(&(0..4).collect(), &mut Vec::new(), 3, conflicts(&[&[0, 1, 3]]));
        assert_eq!(found, (Set::from([0, 1, 3]), false));
    }

    #[test]
    fn few_questions_are_enough_among_many_demands() {
        let mut asked = 0;
        let mut fits = conflicts(&[&[7, 31, 50]]);
        let found = smallest(&(0..60).collect(), &mut Vec::new(), 200, |set| {
            asked += 1;
            fits(set)
        });
        assert_eq!(found, (Set::from([7, 31, 50]), true));
        assert!(asked < 60, "{asked}");
    }

    #[test]
    fn what_fitted_elsewhere_spares_questions_where_it_fits_here_and_does_no_harm_where_it_does_not() {
        let everything: Set = (0..60).collect();
        let mut fitting = Vec::new();
        let mut asked = 0;
        let mut ask = |conflicts: &[&[usize]], fitting: &mut Vec<Set>| {
            let mut fits = self::conflicts(conflicts);
            let before = asked;
            let found = smallest(&everything, fitting, 200, |set| {
                asked += 1;
                fits(set)
            });
            (found, asked - before)
        };
        let (found, first) = ask(&[&[7, 31, 50]], &mut fitting);
        assert_eq!(found, (Set::from([7, 31, 50]), true));
        let (found, again) = ask(&[&[7, 31, 50]], &mut fitting);
        assert_eq!(found, (Set::from([7, 31, 50]), true));
        assert!(again < first / 4, "{again} of {first}");
        let (found, _) = ask(&[&[8, 9]], &mut fitting);
        assert_eq!(found, (Set::from([8, 9]), true));
    }
}
