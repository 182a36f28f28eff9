//! How a week's minutes are shared among its runs.

use crate::model::Minutes;

/// No run of its own is shorter, as far as the person ever ran that long.
pub(super) const SHORTEST: Minutes = 20;
/// The shortest run that has room for a warm-up, hard work and a cool-down.
const SHORTEST_HARD: Minutes = 30;
/// An easy run longer than this would be hard on the legs for its length alone.
pub(super) const LONGEST_EASY: Minutes = 70;
/// The longest hard run.
pub(super) const LONGEST_HARD: Minutes = 75;
/// The longest of one that stands beside much lifting or in the week of a race.
pub(super) const LONGEST_SMALL_HARD: Minutes = 45;
/// A long run is longer than every other by so much.
pub(super) const LONGER: Minutes = 5;
/// How far the hard runs may be from the length that their work takes, so that the week comes out.
const PLAY: [Minutes; 7] = [0, 5, -5, 10, 15, -10, 20];

/// What a week's runs should come to.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    /// Easy runs, all of one length.
    pub easy: i32,
    /// The length that the work of each hard run takes.
    pub hard: Vec<Minutes>,
    /// The longest that a hard run may be.
    pub hard_most: Minutes,
    /// The long run, if there is one.
    pub long: Option<Minutes>,
    /// Minutes that the week aims at.
    pub target: Minutes,
    /// The most minutes of the week.
    pub high: Minutes,
    /// The shortest that a run of its own may be.
    pub shortest: Minutes,
    /// The longest that any run may be.
    pub limit: Minutes,
    /// The longest that any but the long run may be.
    pub others: Minutes,
}

/// The lengths found, in minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lengths {
    /// Of each easy run; 0 where there is none.
    pub easy: Minutes,
    /// Of each hard run.
    pub hard: Vec<Minutes>,
    /// Of the long run.
    pub long: Option<Minutes>,
}

impl Lengths {
    /// Minutes of so many easy runs and the others.
    pub(super) fn total(&self, easy: i32) -> Minutes {
        easy * self.easy + self.hard.iter().sum::<Minutes>() + self.long.unwrap_or(0)
    }
}

impl Ask {
    /// The lengths in fives that come nearest to the target; `None` if nothing fits.
    pub(super) fn lengths(&self) -> Option<Lengths> {
        let found = PLAY.iter().filter_map(|play| self.with(*play));
        found.filter(|found| found.total(self.easy) <= self.high).min_by_key(|found| self.cost(found))
    }

    /// No run but the long one is longer.
    fn top(&self) -> Minutes {
        self.long.map_or(self.limit, |long| (long - LONGER).min(self.limit)).min(self.others)
    }

    /// The lengths with hard runs so far from theirs.
    fn with(&self, play: Minutes) -> Option<Lengths> {
        let top = self.top().min(self.hard_most);
        if (!self.hard.is_empty() && (top < SHORTEST_HARD || self.limit < SHORTEST_HARD))
            || self.long > Some(self.limit)
        {
            return None;
        }
        let hard: Vec<Minutes> =
            self.hard.iter().map(|minutes| (minutes + play).clamp(SHORTEST_HARD, top / 5 * 5)).collect();
        let rest = self.target - hard.iter().sum::<Minutes>() - self.long.unwrap_or(0);
        let longest = self.top().min(LONGEST_EASY);
        if self.easy == 0 {
            return Some(Lengths { easy: 0, hard, long: self.long });
        }
        if longest < self.shortest {
            return None;
        }
        // Whole fives, halves up; the longest and the shortest that may be need not be any.
        let even = (2 * rest / self.easy + 5).div_euclid(10) * 5;
        let easy = even.clamp(self.shortest, (longest / 5 * 5).max(self.shortest));
        let fits =
            |easy: Minutes| self.easy * easy + hard.iter().sum::<Minutes>() + self.long.unwrap_or(0) <= self.high;
        let easy = if fits(easy) { easy } else { (easy - 5).max(self.shortest) };
        Some(Lengths { easy, hard, long: self.long })
    }

    /// How far from what is wanted.
    fn cost(&self, found: &Lengths) -> (Minutes, Minutes) {
        let off = (found.total(self.easy) - self.target).abs();
        let play: Minutes = found.hard.iter().zip(&self.hard).map(|(found, wanted)| (found - wanted).abs()).sum();
        (2 * off + play, -found.easy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(easy: i32, hard: &[Minutes], long: Option<Minutes>, target: Minutes) -> Option<Lengths> {
        let (hard, high, hard_most) = (hard.to_vec(), target * 120 / 100, LONGEST_HARD);
        Ask { easy, hard, hard_most, long, target, high, shortest: SHORTEST, limit: 90, others: 90 }.lengths()
    }

    #[test]
    fn a_week_comes_to_its_minutes_with_the_hard_run_as_long_as_its_work() {
        assert_eq!(ask(1, &[45], Some(55), 130), Some(Lengths { easy: 30, hard: vec![45], long: Some(55) }));
        assert_eq!(ask(2, &[45], Some(60), 190), Some(Lengths { easy: 45, hard: vec![40], long: Some(60) }));
    }

    #[test]
    fn no_run_is_as_long_as_the_long_one() {
        let found = ask(3, &[60], Some(50), 300).unwrap();
        assert!(found.easy <= 45 && found.hard[0] <= 45, "{found:?}");
    }

    #[test]
    fn lengths_are_fives_and_no_run_passes_the_limit() {
        let found = ask(3, &[], None, 400).unwrap();
        assert_eq!(found.easy, 70);
        assert_eq!(ask(2, &[], None, 53).unwrap().easy, 25);
    }

    #[test]
    fn a_single_run_of_a_tiny_week_is_as_short_as_the_week() {
        let tiny = Ask {
            easy: 1,
            hard: Vec::new(),
            hard_most: LONGEST_HARD,
            long: None,
            target: 14,
            high: 14,
            shortest: 14,
            limit: 20,
            others: 20,
        };
        assert_eq!(tiny.lengths().unwrap().easy, 14);
    }

    #[test]
    fn too_few_minutes_for_so_many_runs_find_nothing() {
        assert_eq!(ask(3, &[], Some(40), 60), None);
    }
}
