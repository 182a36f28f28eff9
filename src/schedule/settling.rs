//! What became of each week as it was asked for, until nothing is new.

use crate::model::{Minutes, RunShape};
use crate::prescribe::{Outcome, Week};

/// So often an answer to the same question may change before it stands.
const MOST_CHANGES: usize = 2;

/// Runs of a week that were shortened, with what is left of them, or left out (0).
type Changed = Vec<(String, Minutes)>;

/// The answers to everything that was asked so far, by week.
#[derive(Debug)]
pub(super) struct Settling {
    weeks: Vec<Vec<Answer>>,
}

/// A week as it was asked for, and what became of it.
#[derive(Debug)]
struct Answer {
    asked: Vec<(String, RunShape, bool)>,
    changed: Changed,
    changes: usize,
}

impl Settling {
    pub(super) fn new(weeks: usize) -> Self {
        Self { weeks: (0..weeks).map(|_| Vec::new()).collect() }
    }

    /// What became of a week (from 0) that is asked for like this, where that is more than is `known`.
    pub(super) fn answer(&self, index: usize, week: &Week, known: &[(String, Minutes)]) -> Option<Changed> {
        let asked = question(week);
        let answer = self.weeks.get(index)?.iter().find(|answer| answer.asked == asked)?;
        (!is_alike(&answer.changed, known)).then(|| answer.changed.clone())
    }

    /// Keeps what was `heard` of the weeks, as they were asked for with what was `known`; whether any of it is news.
    pub(super) fn hears(&mut self, weeks: &[Week], known: &Outcome, heard: Outcome) -> bool {
        let mut news = false;
        for (index, (week, heard)) in weeks.iter().zip(heard.weeks).enumerate() {
            let known = known.weeks.get(index).map_or(&[][..], Vec::as_slice);
            let now = together(week, known, heard);
            if is_alike(&now, known) {
                continue;
            }
            let Some(answers) = self.weeks.get_mut(index) else { continue };
            let asked = question(week);
            match answers.iter_mut().find(|answer| answer.asked == asked) {
                // What goes to and fro stays as it was heard last.
                Some(answer) if answer.changes >= MOST_CHANGES => {}
                Some(answer) => {
                    answer.changes += 1;
                    answer.changed = now;
                    news = true;
                }
                None => {
                    answers.push(Answer { asked, changed: now, changes: 0 });
                    news = true;
                }
            }
        }
        news
    }
}

fn question(week: &Week) -> Vec<(String, RunShape, bool)> {
    week.runs.iter().map(|run| (run.slug.clone(), run.shape, run.declined)).collect()
}

/// What was heard, with what is known of runs that were not asked again: those that gave their minutes to others, and those that were
/// asked for no longer than they were once shortened to.
fn together(week: &Week, known: &[(String, Minutes)], mut heard: Changed) -> Changed {
    for (slug, minutes) in known {
        let asked = week.runs.iter().find(|run| run.slug == *slug);
        let again = heard.iter().any(|(other, _)| other == slug);
        let stays = asked.is_none_or(|run| run.declined || (*minutes > 0 && run.shape.minutes <= *minutes));
        if !again && stays {
            heard.push((slug.clone(), *minutes));
        }
    }
    heard.sort();
    heard
}

fn is_alike(one: &[(String, Minutes)], other: &[(String, Minutes)]) -> bool {
    one.len() == other.len() && one.iter().all(|entry| other.contains(entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Phase, RunType};
    use crate::prescribe::Request;

    fn week(runs: &[(&str, Minutes)]) -> Week {
        let request = |(slug, minutes): &(&str, Minutes)| Request {
            slug: (*slug).to_owned(),
            variants: Vec::new(),
            shape: RunShape { kind: RunType::Easy, minutes: *minutes, rpe_tenths: 30 },
            workout: "easy",
            work: None,
            declined: false,
            barred: Vec::new(),
        };
        Week {
            number: 1,
            phase: Phase::Base,
            deload: false,
            runs: runs.iter().map(request).collect(),
            race: None,
            stops: Vec::new(),
            fitness_permille: 1000,
            aim: String::new(),
            whole: true,
            lowered: false,
            as_published: false,
            notes: Vec::new(),
        }
    }

    fn heard(changed: &[(&str, Minutes)]) -> Outcome {
        let changed = changed.iter().map(|(slug, minutes)| ((*slug).to_owned(), *minutes)).collect();
        Outcome { weeks: vec![changed], ..Outcome::default() }
    }

    #[test]
    fn an_answer_holds_for_the_week_as_it_was_asked_and_for_no_other() {
        let mut settling = Settling::new(1);
        let asked = week(&[("easy-1", 40), ("easy-2", 40)]);
        assert!(settling.hears(std::slice::from_ref(&asked), &Outcome::default(), heard(&[("easy-2", 0)])));
        assert_eq!(settling.answer(0, &asked, &[]), Some(vec![("easy-2".to_owned(), 0)]));
        assert_eq!(settling.answer(0, &week(&[("easy-1", 35), ("easy-2", 35)]), &[]), None);
    }

    #[test]
    fn what_is_known_already_is_no_news() {
        let mut settling = Settling::new(1);
        let asked = week(&[("easy-1", 40), ("long", 60)]);
        let known = heard(&[("long", 45)]);
        assert!(!settling.hears(std::slice::from_ref(&asked), &known, heard(&[("long", 45)])));
        assert!(!settling.hears(&[week(&[("long", 45)])], &known, heard(&[])));
        assert!(settling.hears(std::slice::from_ref(&asked), &known, heard(&[])));
    }

    #[test]
    fn what_goes_to_and_fro_comes_to_an_end() {
        let mut settling = Settling::new(1);
        let asked = week(&[("easy-1", 40)]);
        let rounds = (0..10).take_while(|round| {
            let (known, now) = if round % 2 == 0 {
                (heard(&[]), heard(&[("easy-1", 0)]))
            } else {
                (heard(&[("easy-1", 0)]), heard(&[]))
            };
            settling.hears(std::slice::from_ref(&asked), &known, now)
        });
        assert!(rounds.count() < 5);
    }
}
