//! A run keeps the length it was meant to have.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::RunClass;

/// How far a run may be shortened, and what that costs.
#[derive(Clone, Debug)]
pub struct FullLength {
    must_percent: i32,
    must_minutes: i32,
    long_weight: i32,
    shortened: i32,
    short: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "full_length",
    binding: Binding::Both,
    summary: "A run keeps its prescribed length; where time is short it may be shortened a little rather than left out.",
    docs: "A shorter run is better than none, yet every minute was meant, most of all in the long run, which is \
           cut only where little else helps. An easy run that would have no place otherwise may become a short one. \
           Below a certain length it is no run of its own. The numbers are judgement.",
    evidence: &["Judgement: a shortened run keeps the habit and most of the stimulus."],
    words: Some(Words {
        aim: "runs at full length",
        better: "runs nearer to full length",
        one: "one more run at full length",
        many: "{n} more runs at full length",
        obstacle: Some("no room for the whole length"),
    }),
};

/// Shares that a run may be cut to, in percent.
const SHARES: [i32; 2] = [85, LEAST_SHARE];
/// The least of them.
const LEAST_SHARE: i32 = 70;
/// Minutes that an easy run may be cut to where it would have no place otherwise.
const SHORT: [i32; 2] = [30, 20];

/// So many percent, to the nearest five minutes, halves down.
fn nearest(full: i32, percent: i32) -> i32 {
    (full * percent + 249) / 500 * 5
}

impl ForAthlete for FullLength {
    fn for_athlete(_: &Setting) -> Self {
        Self { must_percent: 70, must_minutes: 20, long_weight: 8, shortened: 10, short: 40, weight: 1 }
    }
}

impl Rule for FullLength {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("must_percent", "share of its length that a run keeps", "%", &mut self.must_percent, (70, 100)).must(70),
            Number::new("must_minutes", "shortest shortened run", "min", &mut self.must_minutes, (20, 60)).must(20),
            Number::new("long_weight", "for each minute cut from a long run", "points", &mut self.long_weight, (0, 1000)),
            Number::new("shortened", "for cutting another run at all", "points", &mut self.shortened, (0, 1000)),
            Number::new("short", "for making a short run of an easy one", "points", &mut self.short, (0, 1000)),
            Number::weight("for each minute cut from another run", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl FullLength {
    /// The lengths a run of `full` minutes may have, longest first: whole, two shorter ones rounded to the nearest five, halves
    /// down, and for an easy run two short ones.
    pub fn lengths(&self, full: i32, class: RunClass) -> impl Iterator<Item = i32> + use<> {
        let (least, must_minutes) = (self.must_percent, self.must_minutes);
        let nearly = SHARES.into_iter().filter(move |percent| *percent >= least).map(move |percent| nearest(full, percent));
        let short = SHORT.into_iter().filter(move |_| class == RunClass::Easy && least <= LEAST_SHARE);
        let mut shortest = full;
        let shorter = nearly.chain(short).filter(move |minutes| {
            let is_shorter = (must_minutes..shortest).contains(minutes);
            if is_shorter {
                shortest = *minutes;
            }
            is_shorter
        });
        std::iter::once(full).chain(shorter)
    }

    /// What it costs to cut a run of this class to so many minutes.
    fn cut(&self, full: i32, minutes: i32, class: RunClass) -> Verdict {
        let less = full - minutes;
        match class {
            RunClass::Long => Verdict::should(less, self.long_weight),
            RunClass::Easy if minutes < nearest(full, LEAST_SHARE) => {
                Verdict::should_for(less, self.short + less * self.weight)
            }
            _ => Verdict::should_for(less, self.shortened + less * self.weight),
        }
    }
}

impl SlotRule for FullLength {
    fn judge(&self, place: &Place, _: &Timetable, hear: &mut dyn Listener) {
        let (minutes, full) = (place.run.minutes, place.full_minutes);
        if minutes >= full {
            return;
        }
        let class = place.run.class();
        if self.lengths(full, class).any(|length| length == minutes) {
            hear.hear(self.cut(full, minutes, class), &|| {
                format!("Shortened from {full} to {minutes} min to fit.")
            });
        } else {
            hear.hear(Verdict::must(full - minutes), &|| format!("{minutes} min is too little of {full} min."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn lengths_are_multiples_of_five_and_never_below_twenty() {
        let setting = Setting::of(Goal::Endurance, Level::Advanced);
        let rule = FullLength::for_athlete(&setting);
        let lengths = |full| rule.lengths(full, RunClass::Quality).collect::<Vec<_>>();
        assert_eq!(lengths(60), [60, 50, 40]);
        assert_eq!(lengths(50), [50, 40, 35]);
        assert_eq!(lengths(30), [30, 25, 20]);
        assert_eq!(lengths(25), [25, 20]);
        assert_eq!(lengths(20), [20]);
    }

    #[test]
    fn an_easy_run_may_become_a_short_one_at_a_higher_price() {
        let setting = Setting::of(Goal::Endurance, Level::Advanced);
        let rule = FullLength::for_athlete(&setting);
        let lengths = |full| rule.lengths(full, RunClass::Easy).collect::<Vec<_>>();
        assert_eq!(lengths(60), [60, 50, 40, 30, 20]);
        assert_eq!(lengths(40), [40, 35, 30, 20]);
        assert_eq!(lengths(25), [25, 20]);
        assert_eq!([40, 30, 20].map(|minutes| rule.cut(60, minutes, RunClass::Easy).cost), [30, 70, 80]);
        let strict = FullLength { must_percent: 80, ..rule };
        assert_eq!(strict.lengths(60, RunClass::Easy).collect::<Vec<_>>(), [60, 50]);
    }

    #[test]
    fn a_run_may_be_shortened_a_little_but_not_to_any_length() {
        use crate::rules::diary::{rule, week};
        let rule = rule::<FullLength>(Goal::Endurance, Level::Advanced);
        let of_an_hour = |entries: &str| week(entries).with(|run| run.full_minutes = 60).breaks(&rule);
        assert_eq!(of_an_hour("mon easy 06:00-06:50"), ["should 10: Shortened from 60 to 50 min to fit."]);
        assert_eq!(of_an_hour("mon easy 06:00-06:45"), ["must 15: 45 min is too little of 60 min."]);
        assert!(of_an_hour("mon easy 06:00-07:00").is_empty());
    }

    #[test]
    fn a_minute_of_the_long_run_is_dearest() {
        let rule = FullLength { must_percent: 70, must_minutes: 20, long_weight: 8, shortened: 10, short: 40, weight: 1 };
        assert_eq!(rule.cut(60, 50, RunClass::Easy).cost, 20);
        assert_eq!(rule.cut(60, 50, RunClass::Quality).cost, 20);
        assert_eq!(rule.cut(60, 50, RunClass::Long).cost, 80);
    }
}
