//! Hard runs stand on the days the person likes.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{RunClass, WEEKDAY_NAMES, list};

/// The wished days, and what another one costs.
#[derive(Clone, Debug)]
pub struct HardRunDays {
    days: Vec<usize>,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "hard_run_days",
    binding: Binding::Should,
    summary: "Hard runs stand on the weekdays the person wishes.",
    docs: "A wish for a track evening or a day with a free head. It yields to musts, and to the hard run itself: one that finds no place \
           on such a day stands on another rather than become an easy run. What it weighs is judgement.",
    evidence: &["The person's own word."],
    words: Some(Words {
        aim: "your days for hard runs",
        better: "hard runs nearer to your wished days",
        one: "one more hard run on a day you wish for it",
        many: "{n} more hard runs on days you wish for them",
        obstacle: None,
    }),
};

impl ForAthlete for HardRunDays {
    fn for_athlete(_: &Setting) -> Self {
        Self { days: Vec::new(), weight: 50 }
    }
}

impl HardRunDays {
    /// The same for somebody who wishes these weekdays, Monday 0.
    pub fn wish(&mut self, days: &[usize]) {
        self.days = days.to_vec();
    }
}

impl Rule for HardRunDays {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for a hard run on another day", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for HardRunDays {
    fn judge(&self, place: &Place, _: &Timetable, hear: &mut dyn Listener) {
        if self.days.is_empty() || place.run.class() != RunClass::Quality || place.run.kind.closes_a_workout() {
            return;
        }
        let is_wished = self.days.contains(&place.day.weekday());
        let (away, cost) = if is_wished { (0, 0) } else { (1, self.weight) };
        hear.hear(Verdict::preference_for(away, cost), &|| {
            let names: Vec<&str> = self.days.iter().map(|day| WEEKDAY_NAMES[day % 7]).collect();
            let verb = if names.len() == 1 { "was" } else { "were" };
            if is_wished {
                format!("{} is a day you wish for hard runs.", WEEKDAY_NAMES[place.day.weekday()])
            } else {
                format!("{} {verb} wished for hard runs.", list(&names))
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::HardRunDays;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn wishing(days: &[usize]) -> HardRunDays {
        let mut rule = rule::<HardRunDays>(Goal::Endurance, Level::Intermediate);
        rule.wish(days);
        rule
    }

    #[test]
    fn a_hard_run_likes_its_days() {
        let rule = wishing(&[1, 3]);
        assert_eq!(week("thu tempo 18:00-18:45").says(&rule), ["kept: Thursday is a day you wish for hard runs."]);
        let friday = week("fri tempo 18:00-18:45");
        assert_eq!(friday.says(&rule), ["preference 1: Tuesday and Thursday were wished for hard runs."]);
        assert_eq!(friday.costs(&rule), 50);
    }

    #[test]
    fn easy_runs_and_people_without_a_wish_do_not_care() {
        assert!(week("fri easy 18:00-18:45").says(&wishing(&[1])).is_empty());
        assert!(week("fri tempo 18:00-18:45").says(&wishing(&[])).is_empty());
    }
}
