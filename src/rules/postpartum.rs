//! After giving birth: rest, then walks, then a slow way to running.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// Weeks since the birth at which something changes.
#[expect(clippy::struct_field_names, reason = "the fields are the numbers' names, which carry their unit")]
#[derive(Clone, Debug)]
pub struct Postpartum {
    walk_from_weeks: i32,
    run_from_weeks: i32,
    slow_until_weeks: i32,
    race_from_weeks: i32,
}

/// What is open so many weeks after a birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterBirth {
    /// Rest.
    Rest,
    /// Walks.
    Walk,
    /// Walking and running by turns, on the slow track, for who does not run yet.
    Run,
    /// Nothing of its own any more.
    Usual,
}

pub(super) static CARD: Card = Card {
    id: "postpartum",
    binding: Binding::Advice,
    summary: "After a birth first rest, then walks, and runs slowly from the third month on, without a sign of the pelvic floor.",
    docs: "Expert panels agree that the first weeks are for rest, that running comes back individually and after somebody \
           has looked, and the older consensus has no running before three months. Leaking, heaviness, bleeding or \
           pain with effort stop the runs of a week, and a pelvic floor physiotherapist is who to ask. Strength work is kept. \
           Sleep and feeding count as for everybody who is short of either. No trial has tested the weeks.",
    evidence: &[
        "Christopher 2024, British Journal of Sports Medicine: expert consensus on running after a birth.",
        "Deering 2024, British Journal of Sports Medicine: expert consensus on training after a birth.",
        "Goom 2019, a guideline of three physiotherapists: no running before three months, expert opinion.",
        "Judgement: how long the slow way is advised, and when a race is early.",
    ],
    words: None,
};

impl ForAthlete for Postpartum {
    fn for_athlete(_: &Setting) -> Self {
        Self { walk_from_weeks: 3, run_from_weeks: 12, slow_until_weeks: 52, race_from_weeks: 24 }
    }
}

impl Postpartum {
    /// What is open so many whole weeks after a birth.
    pub fn open(&self, weeks: i32) -> AfterBirth {
        match weeks {
            weeks if weeks < self.walk_from_weeks => AfterBirth::Rest,
            weeks if weeks < self.run_from_weeks => AfterBirth::Walk,
            weeks if weeks < self.slow_until_weeks => AfterBirth::Run,
            _ => AfterBirth::Usual,
        }
    }

    /// What the page says of a week without runs, and of the first with them.
    pub fn note(&self, open: AfterBirth) -> Option<String> {
        match open {
            AfterBirth::Rest => Some(format!(
                "The first {} weeks after the birth are for rest: no runs, and short walks as they feel good.",
                self.walk_from_weeks
            )),
            AfterBirth::Walk => Some(format!(
                "No runs before {} weeks after the birth: walk, from 10 to 30 min, as it feels good. Run earlier only if your \
                 midwife, doctor or pelvic floor physiotherapist agrees.",
                self.run_from_weeks
            )),
            AfterBirth::Run => Some(
                "Before you begin, a pelvic floor physiotherapist may have a look, and pelvic floor exercises go on. With \
                 leaking, heaviness, bleeding or pain leave out the runs of that week, tell it, and ask. After a bad night \
                 with the child, walk."
                    .to_owned(),
            ),
            AfterBirth::Usual => None,
        }
    }

    /// What to tell of a race so many weeks after a birth.
    pub fn early_race(&self, weeks: i32) -> Option<String> {
        (weeks < self.race_from_weeks).then(|| {
            format!(
                "The race is {weeks} weeks after the birth, which is early: before {} weeks run it easily or watch it, and ask \
                 whoever looks after you.",
                self.race_from_weeks
            )
        })
    }
}

impl Rule for Postpartum {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("walk_from_weeks", "after the birth before walks are advised", "weeks", &mut self.walk_from_weeks, (3, 26)),
            Number::new("run_from_weeks", "after the birth before the first runs", "weeks", &mut self.run_from_weeks, (12, 52)),
            Number::new("slow_until_weeks", "after the birth up to which running begins on the slow track", "weeks", &mut self.slow_until_weeks, (12, 104)),
            Number::new("race_from_weeks", "after the birth before which a race is told as early", "weeks", &mut self.race_from_weeks, (12, 104)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    fn rule() -> Postpartum {
        Postpartum::for_athlete(&Setting::of(Goal::GeneralFitness, Level::Beginner))
    }

    #[test]
    fn first_rest_then_walks_then_runs() {
        use AfterBirth::{Rest, Run, Usual, Walk};
        assert_eq!([0, 2, 3, 11, 12, 51, 52].map(|weeks| rule().open(weeks)), [Rest, Rest, Walk, Walk, Run, Run, Usual]);
    }

    #[test]
    fn the_notes_name_whom_to_ask() {
        assert!(rule().note(AfterBirth::Walk).unwrap().contains("midwife"));
        assert!(rule().note(AfterBirth::Run).unwrap().contains("pelvic floor physiotherapist"));
        assert_eq!(rule().note(AfterBirth::Usual), None);
    }

    #[test]
    fn a_race_in_the_first_half_year_is_early() {
        assert!(rule().early_race(23).is_some() && rule().early_race(24).is_none());
    }
}
