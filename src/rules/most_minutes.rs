//! No run is longer than its day has room for, and no week than the person wants.

use super::{
    Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Place, Rule, Setting, SlotRule, Start, Timetable, Verdict, Words,
};
use crate::model::{Minutes, WEEKDAY_NAMES};

/// The most minutes of a run by weekday, Monday first, and of all runs of a week.
#[derive(Clone, Debug)]
pub struct MostMinutes {
    by_day: [Option<Minutes>; 7],
    a_week: Option<Minutes>,
}

pub(super) static CARD: Card = Card {
    id: "most_minutes",
    binding: Binding::Must,
    summary: "No run takes more minutes than its weekday has, and no week more than the person has.",
    docs: "A lunch break is as long as it is. The person's own runs are theirs: where they alone come to more, nothing is added to them.",
    evidence: &["The person's own word."],
    words: Some(Words {
        aim: "the minutes that you have",
        better: "runs nearer to the minutes that you have",
        one: "one more run within the minutes of its day",
        many: "{n} more runs within the minutes of their days",
        obstacle: Some("the minutes that you have on a day"),
    }),
};

impl ForAthlete for MostMinutes {
    fn for_athlete(_: &Setting) -> Self {
        Self { by_day: [None; 7], a_week: None }
    }
}

impl MostMinutes {
    /// The same for somebody who has no more than this.
    pub fn wish(&mut self, by_day: [Option<Minutes>; 7], a_week: Option<Minutes>) {
        (self.by_day, self.a_week) = (by_day, a_week);
    }

    /// The most minutes of a week.
    pub fn a_week(&self) -> Minutes {
        self.a_week.unwrap_or(Minutes::MAX)
    }

    /// The longest that so many runs of a week can all be, each on a day of its own.
    pub fn longest_of(&self, runs: i32) -> Minutes {
        let mut days = self.by_day.map(|most| most.unwrap_or(Minutes::MAX));
        days.sort_unstable();
        let nth = usize::try_from(7 - runs.clamp(1, 7)).unwrap_or(0);
        days[nth]
    }
}

impl Rule for MostMinutes {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl SlotRule for MostMinutes {
    fn judge(&self, place: &Place, _: &Timetable, hear: &mut dyn Listener) {
        let weekday = place.day.weekday();
        let Some(most) = self.by_day[weekday] else { return };
        let over = place.run.minutes - most;
        if over > 0 {
            hear.hear(Verdict::must(over), &|| {
                let day = WEEKDAY_NAMES[weekday];
                format!("{} min, and you have {most} min at most on a {day}.", place.run.minutes)
            });
        }
    }
}

impl LedgerRule for MostMinutes {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let (Some(week), Some(most)) = (weeks.last(), self.a_week) else { return };
        let minutes = week.minutes();
        let over = minutes - most.max(week.own_minutes());
        if over > 0 {
            hear.hear(Verdict::must(over), &|| format!("{minutes} min this week, and you have {most} min at most."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MostMinutes;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn with(tuesday: i32, a_week: i32) -> MostMinutes {
        let mut rule = rule::<MostMinutes>(Goal::Endurance, Level::Intermediate);
        let mut by_day = [None; 7];
        by_day[1] = Some(tuesday);
        rule.wish(by_day, Some(a_week));
        rule
    }

    #[test]
    fn a_run_is_no_longer_than_its_day() {
        let rule = with(40, 200);
        assert!(week("tue easy 12:00-12:40, wed easy 12:00-13:30").breaks(&rule).is_empty());
        let told = "must 5: 45 min, and you have 40 min at most on a Tuesday.";
        assert_eq!(week("tue easy 12:00-12:45").breaks(&rule), [told]);
    }

    #[test]
    fn a_week_is_no_longer_than_the_person_has() {
        let rule = with(40, 100);
        assert!(said(&rule, &weeks(&["easy 30, easy 30, long 40"]), &start(100, 40)).is_empty());
        let told = "must 10: 110 min this week, and you have 100 min at most.";
        assert_eq!(said(&rule, &weeks(&["easy 30, easy 40, long 40"]), &start(100, 40)), [told]);
    }

    #[test]
    fn a_long_run_has_the_longest_day_and_the_others_have_theirs() {
        let mut rule = with(40, 100);
        rule.wish([Some(30), Some(45), Some(30), Some(45), Some(30), Some(90), Some(60)], None);
        assert_eq!([1, 2, 3, 4, 5, 7].map(|runs| rule.longest_of(runs)), [90, 60, 45, 45, 30, 30]);
    }
}
