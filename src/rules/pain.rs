//! Pain asks for rest, not for stress, until it is told to be better.

use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Rule, Setting, Timetable, Verdict, Words};
use crate::model::Day;

/// From which pain (0 to 10) on runs get easier, or stop.
#[derive(Clone, Debug)]
pub struct Pain {
    careful_from: i32,
    stop_from: i32,
    careful_cut: i32,
    rising_cut: i32,
    rising_days_off: i32,
    apart_hours: i32,
    quiet_days: i32,
}

pub(super) static CARD: Card = Card {
    id: "pain",
    binding: Binding::Must,
    summary: "Some pain: easy, less, and never two days in a row, until it is told to be better. Much pain: no running.",
    docs: "Programs for tendon pain let it reach a middling value while running if it is gone the next morning and does \
           not rise from week to week. Sources put the limits differently; the safest common reading is used. A runner's \
           pain is asked about while or after running, and the next morning. Pain that was told is held until a later \
           check-in says that it is gone: till then nothing grows, nothing is hard, and a day lies between two runs, because \
           a tendon builds up for days after a load and breaks down earlier. After some quiet days the steps come back one \
           at a time, a week each: length, then running on two days in a row, then threshold, then hills and speed. This \
           is not a diagnosis: pain that stays belongs to somebody who can look at it.",
    evidence: &[
        "Silbernagel 2007, American Journal of Sports Medicine: running on with a pain-monitoring model.",
        "Thomeé 1997, Physical Therapy: the pain-monitoring model.",
        "Magnusson 2010, Nature Reviews Rheumatology: collagen is built for days after a load and broken down earlier.",
        "Judgement: the safest common reading of their limits, the volumes, the hours and the way back.",
    ],
    words: Some(Words {
        aim: "days between runs while it hurts",
        better: "more hours between runs while it hurts",
        one: "enough hours between runs while it hurts for one more run",
        many: "enough hours between runs while it hurts for {n} more runs",
        obstacle: Some("a run on the day before while pain is held"),
    }),
};

/// What pain asks of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hurt {
    /// Nothing.
    None,
    /// It has been told to be better: after some quiet days the steps come back.
    Better,
    /// Easy runs only, and less of them.
    Careful,
    /// Some days off, then half.
    Rising,
    /// No running.
    Stop,
}

/// A stretch of days that begins with a check-in and goes on to the next one that changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The day of the check-in.
    pub from: Day,
    /// What was told, 0 to 10.
    pub pain: u8,
    /// What it asks for.
    pub hurt: Hurt,
}

impl ForAthlete for Pain {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            careful_from: 3,
            stop_from: 6,
            careful_cut: 40,
            rising_cut: 50,
            rising_days_off: 3,
            apart_hours: 40,
            quiet_days: 7,
        }
    }
}

impl Pain {
    /// What a pain of `now` asks for, after an `earlier` one.
    pub fn judge(&self, now: u8, earlier: Option<u8>) -> Hurt {
        let rising = earlier.is_some_and(|earlier| earlier < now && i32::from(earlier) >= self.careful_from);
        match i32::from(now) {
            pain if pain >= self.stop_from => Hurt::Stop,
            pain if pain < self.careful_from => Hurt::None,
            _ if rising => Hurt::Rising,
            _ => Hurt::Careful,
        }
    }

    /// What was told day by day, as the stretches that it is held for: pain lasts until it is told to be better.
    pub fn spells(&self, told: impl Iterator<Item = (Day, u8)>) -> Vec<Spell> {
        let mut spells: Vec<Spell> = Vec::new();
        for (from, pain) in told {
            let last = spells.last().map(|spell| (spell.pain, spell.hurt));
            let hurt = match (self.judge(pain, last.map(|(pain, _)| pain)), last) {
                (Hurt::None, None | Some((_, Hurt::None | Hurt::Better))) => continue,
                (Hurt::None, Some(_)) => Hurt::Better,
                (hurt, _) => hurt,
            };
            spells.push(Spell { from, pain, hurt });
        }
        spells
    }

    /// The first week (from 0) in which a step comes back after pain is told to be better on this day.
    pub fn first_week_back(&self, better: Day) -> i32 {
        (better.0 + self.quiet_days + 6).div_euclid(7)
    }

    /// Days, first and last, on which a run keeps its distance to the one before: of every spell, and the first step back.
    pub fn apart(&self, spells: &[Spell], last: Day) -> Vec<(Day, Day)> {
        let ends = spells.iter().skip(1).map(|next| next.from.plus(-1)).chain([last]);
        let span = |(spell, end): (&Spell, Day)| match spell.hurt {
            Hurt::Better => (spell.from, end.min(Day(self.first_week_back(spell.from) * 7 + 6))),
            _ => (spell.from, end),
        };
        spells.iter().zip(ends).map(span).collect()
    }

    /// Percent of the volume that is kept.
    pub fn kept(&self, hurt: Hurt) -> i32 {
        match hurt {
            Hurt::None => 100,
            Hurt::Careful | Hurt::Better => 100 - self.careful_cut,
            Hurt::Rising => 100 - self.rising_cut,
            Hurt::Stop => 0,
        }
    }

    /// Days without a run when pain has risen.
    pub fn rising_days_off(&self) -> i32 {
        self.rising_days_off
    }

    /// The largest pain that a run may go with.
    pub fn harmless(&self) -> i32 {
        self.careful_from - 1
    }

    /// The largest pain that easy running may go on with.
    pub fn bearable(&self) -> i32 {
        self.stop_from - 1
    }
}

impl Rule for Pain {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("careful_from", "pain from which runs are easy and less", "of 10", &mut self.careful_from, (1, 3)).at_most(),
            Number::new("stop_from", "pain from which there is no running", "of 10", &mut self.stop_from, (2, 6)).at_most(),
            Number::new("careful_cut", "off the volume with some pain", "%", &mut self.careful_cut, (30, 50)),
            Number::new("rising_cut", "off the volume with rising pain", "%", &mut self.rising_cut, (50, 100)),
            Number::new("rising_days_off", "without a run when pain rises", "days", &mut self.rising_days_off, (2, 14)),
            Number::new("apart_hours", "from the start of one run to the start of the next while pain is held", "h", &mut self.apart_hours, (40, 72))
                .must(40),
            Number::new("quiet_days", "without pain before the first step comes back", "days", &mut self.quiet_days, (7, 28)),
        ]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl PairRule for Pain {
    fn judge(&self, pair: &Pair<'_>, timetable: &Timetable, hear: &mut dyn Listener) {
        if !pair.neighbours || !timetable.is_apart(pair.later.day) {
            return;
        }
        let hours = pair.later.start.since(pair.earlier.start) / 60;
        if hours < self.apart_hours {
            hear.hear(Verdict::must(self.apart_hours - hours), &|| {
                format!(
                    "{hours} h after the start of the run before; while pain is held {} h lie between.",
                    self.apart_hours
                )
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::diary::week;

    fn rule() -> Pain {
        Pain::for_athlete(&Setting::of(Goal::Endurance, Level::Advanced))
    }

    #[test]
    fn pain_stops_before_it_is_great() {
        let judge = |now, earlier| rule().judge(now, earlier);
        let asked = [0, 2, 3, 5, 6].map(|pain| judge(pain, None));
        assert_eq!(asked, [Hurt::None, Hurt::None, Hurt::Careful, Hurt::Careful, Hurt::Stop]);
        assert_eq!((judge(4, Some(3)), judge(4, Some(4)), judge(4, Some(1))), (Hurt::Rising, Hurt::Careful, Hurt::Careful));
    }

    #[test]
    fn pain_is_held_until_it_is_told_to_be_better() {
        let spells = |told: &[(i32, u8)]| -> Vec<(i32, Hurt)> {
            let told = told.iter().map(|(day, pain)| (Day(*day), *pain));
            rule().spells(told).iter().map(|spell| (spell.from.0, spell.hurt)).collect()
        };
        assert_eq!(spells(&[(0, 1), (7, 2)]), []);
        assert_eq!(spells(&[(-1, 4), (7, 4), (14, 2), (21, 0)]), [
            (-1, Hurt::Careful),
            (7, Hurt::Careful),
            (14, Hurt::Better)
        ]);
        assert_eq!(spells(&[(-1, 7), (7, 5), (14, 1), (30, 3)]), [
            (-1, Hurt::Stop),
            (7, Hurt::Careful),
            (14, Hurt::Better),
            (30, Hurt::Careful)
        ]);
    }

    #[test]
    fn a_run_keeps_its_distance_until_the_first_step_is_back() {
        let rule = rule();
        let spells = rule.spells([(Day(-1), 4), (Day(13), 1)].into_iter());
        assert_eq!(rule.first_week_back(Day(13)), 3);
        assert_eq!(rule.apart(&spells, Day(83)), [(Day(-1), Day(12)), (Day(13), Day(27))]);
        assert_eq!(rule.apart(&spells[..1], Day(83)), [(Day(-1), Day(83))]);
    }

    #[test]
    fn while_pain_is_held_two_days_in_a_row_are_too_many() {
        let entries = "mon easy 18:00-18:30, tue easy 18:00-18:30, thu easy 10:00-10:30";
        assert_eq!(week(entries).breaks(&rule()), Vec::<String>::new());
        assert_eq!(
            week(entries).apart(Day(0), Day(6)).breaks(&rule()),
            ["must 16: 24 h after the start of the run before; while pain is held 40 h lie between."]
        );
    }
}
