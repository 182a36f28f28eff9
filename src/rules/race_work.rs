//! How much work at race pace, threshold and faster the hard runs hold, and how it grows.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::{Distance, Level, Minutes, Stimulus};

/// First and last dose of a line, minutes of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    first: Minutes,
    last: Minutes,
}

const fn line(first: Minutes, last: Minutes) -> Line {
    Line { first, last }
}

/// Doses of the hard runs: where each kind of work starts, where it ends, and what a block should come to.
#[derive(Clone, Debug)]
pub struct RaceWork {
    level: Level,
    five_k: Line,
    ten_k: Line,
    half: Line,
    half_in_long: Line,
    marathon: Line,
    threshold: Line,
    short_threshold: Line,
    interval: Line,
    repetition: Line,
    hills: Line,
    fartlek: Line,
    race_effort: Line,
    least: [Minutes; 4],
    most_step_percent: i32,
    repeats: i32,
}

pub(super) static CARD: Card = Card {
    id: "race_work",
    binding: Binding::Advice,
    summary: "Hard work is dosed in minutes that grow from week to week, and before a race it comes to its pace.",
    docs: "A dose is the minutes of work in a run, recoveries not counted. Every kind of work keeps its own line of doses: it \
           grows by one repetition or a few minutes at a time, a dose comes twice at most, and the form of the work may \
           change while the dose goes on. Before a race the work turns to the pace of the race, and a block of full length \
           holds a least amount of it. The doses are judgement: they lie below those of published plans. Trials back the \
           parts: intervals of four minutes raise oxygen uptake more than threshold or easy running, fast marathoners add \
           easy volume rather than more hard minutes, and what is kept before a race is the intensity.",
    evidence: &[
        "Helgerud 2007, Medicine and Science in Sports and Exercise: four intervals of four minutes raised oxygen uptake, threshold running did not.",
        "Muniz-Pumares 2025, Sports Medicine: training before 151,813 marathons; fast and slow run alike above the easy zone.",
        "Bosquet 2007, Medicine and Science in Sports and Exercise: before a race volume falls and intensity stays.",
        "Practice, published plans: marathon pace from 6 to 10 miles in 15 weeks, half marathon pace from 3 to 5 miles, series for 10 km from 16 x 400 m to 3 x 2 miles.",
        "Judgement: every dose, and what a block should come to.",
    ],
    words: None,
};

/// Doses that make a run of whole repeats, minutes of work; each is at most 30 % over the one before it.
fn ladder(work: Stimulus) -> &'static [Minutes] {
    match work {
        Stimulus::FiveK => &[8, 10, 12, 15, 18, 21, 24],
        Stimulus::TenK => &[8, 10, 12, 15, 18, 20, 25, 30],
        Stimulus::Half => &[10, 12, 15, 18, 20, 24, 30, 36, 40, 45],
        Stimulus::Marathon => &[15, 18, 20, 24, 30, 36, 40, 50, 60, 75],
        Stimulus::Interval => &[8, 10, 12, 15, 18, 20, 24],
        Stimulus::Repetition => &[3, 4, 5, 6, 7, 8],
        Stimulus::Hills => &[5, 6, 7, 8, 10, 12],
        Stimulus::Fartlek => &[4, 5, 6, 8, 10, 12, 15],
        Stimulus::RaceEffort => &[5, 6, 7, 8, 10, 12, 15, 18, 20],
        Stimulus::Threshold | Stimulus::Moderate => &[8, 10, 12, 15, 18, 20, 25, 30, 35],
        Stimulus::Strides | Stimulus::Sharpener | Stimulus::Test => &[],
    }
}

/// Doses between those, for weeks that bear no more.
fn between(work: Stimulus) -> &'static [Minutes] {
    if work == Stimulus::Marathon { &[27, 33, 45] } else { &[] }
}

impl ForAthlete for RaceWork {
    fn for_athlete(setting: &Setting) -> Self {
        let by = |beginner, intermediate, advanced| setting.level.pick(beginner, intermediate, advanced);
        Self {
            level: setting.level,
            five_k: by(line(8, 10), line(10, 18), line(15, 24)),
            ten_k: by(line(8, 12), line(12, 25), line(18, 30)),
            half: by(line(10, 15), line(15, 36), line(24, 45)),
            half_in_long: by(line(10, 15), line(15, 24), line(20, 40)),
            marathon: by(line(15, 20), line(20, 50), line(30, 75)),
            threshold: by(line(8, 12), line(15, 25), line(20, 35)),
            short_threshold: by(line(8, 12), line(15, 20), line(20, 30)),
            interval: by(line(8, 10), line(12, 18), line(15, 24)),
            repetition: by(line(3, 4), line(4, 6), line(4, 6)),
            hills: by(line(5, 6), line(6, 10), line(8, 12)),
            fartlek: by(line(4, 6), line(8, 12), line(10, 15)),
            race_effort: line(5, 20),
            least: setting.level.pick([0; 4], [40, 50, 80, 120], [70, 90, 140, 200]),
            most_step_percent: 130,
            repeats: 2,
        }
    }
}

impl RaceWork {
    /// The doses of a line over `count` runs, which never fall; `None` where the kind of work has no line.
    pub fn doses(&self, work: Stimulus, race: Option<Distance>, in_long_run: bool, count: usize) -> Option<Vec<Minutes>> {
        let Line { first, last } = self.line(work, race, in_long_run)?;
        let steps: Vec<Minutes> =
            ladder(work).iter().copied().filter(|minutes| (first..=last.max(first)).contains(minutes)).collect();
        let top = steps.len().checked_sub(1)?;
        let mut at = 0;
        let mut stays = 0;
        let mut doses = Vec::new();
        for nth in 0..count {
            let left = count - nth - 1;
            // As far along the line as the runs are along the block, without a leap.
            let wanted = if count > 1 { (nth * top + (count - 1) / 2) / (count - 1) } else { 0 };
            let leap = |to: usize| steps[to] * 100 > steps[at] * self.most_step_percent;
            let mut next = (at..=wanted.max(at)).rev().find(|to| *to == at || !leap(*to)).unwrap_or(at);
            if nth > 0 && next == at && stays + 1 >= self.repeats && at < top && left < count {
                next = at + 1;
            }
            stays = if nth > 0 && next == at { stays + 1 } else { 0 };
            at = next;
            doses.push(steps[at]);
        }
        Some(doses)
    }

    /// The first dose of a kind of work and the last.
    fn line(&self, work: Stimulus, race: Option<Distance>, in_long_run: bool) -> Option<Line> {
        Some(match work {
            Stimulus::FiveK => self.five_k,
            Stimulus::TenK => self.ten_k,
            Stimulus::Half if in_long_run => self.half_in_long,
            Stimulus::Half => self.half,
            Stimulus::Marathon => self.marathon,
            Stimulus::Threshold | Stimulus::Moderate if race == Some(Distance::FiveK) => self.short_threshold,
            Stimulus::Threshold | Stimulus::Moderate => self.threshold,
            Stimulus::Interval => self.interval,
            Stimulus::Repetition => self.repetition,
            Stimulus::Hills => self.hills,
            Stimulus::Fartlek => self.fartlek,
            Stimulus::RaceEffort => self.race_effort,
            Stimulus::Strides | Stimulus::Sharpener | Stimulus::Test => return None,
        })
    }

    /// The most work of a kind that one run holds.
    pub fn most(&self, work: Stimulus, race: Option<Distance>) -> Option<Minutes> {
        self.line(work, race, false).map(|line| line.last)
    }

    /// The nearest dose of whole repeats at or below so many minutes; 0 where there is none.
    pub fn at_most(&self, work: Stimulus, minutes: Minutes) -> Minutes {
        let doses = ladder(work).iter().chain(between(work)).copied();
        doses.filter(|dose| *dose <= minutes).max().unwrap_or(0)
    }

    /// The most that a dose may be after one of so many minutes.
    pub fn next(&self, last: Minutes) -> Minutes {
        last * self.most_step_percent / 100
    }

    /// Race-specific minutes that build and peak of a full block hold at least.
    pub fn least(&self, race: Distance) -> Minutes {
        let [five, ten, half, marathon] = self.least;
        race.pick(five, ten, half, marathon)
    }

    /// Of so many minutes of work in a block for a race, those that count as work for it.
    pub fn counts(&self, work: Stimulus, minutes: Minutes, race: Distance, in_long_run: bool) -> Minutes {
        let whole = match race {
            Distance::FiveK => matches!(work, Stimulus::FiveK | Stimulus::Interval),
            Distance::TenK => matches!(work, Stimulus::TenK | Stimulus::Interval),
            Distance::Half => matches!(work, Stimulus::Half | Stimulus::Threshold),
            Distance::Marathon => {
                matches!(work, Stimulus::Marathon | Stimulus::Half) || work == Stimulus::Threshold && in_long_run
            }
        };
        let half = race == Distance::TenK && work == Stimulus::Threshold
            || race == Distance::Half && work == Stimulus::Marathon;
        if whole { minutes } else if half { minutes / 2 } else { 0 }
    }

    /// Minutes of the last touch of race pace in the week of the race: 40 to 60 % of the last dose of race pace.
    pub fn sharpener(&self, race: Distance) -> Minutes {
        match self.level {
            Level::Beginner => 0,
            Level::Intermediate => race.pick(4, 6, 9, 10),
            Level::Advanced => race.pick(6, 8, 12, 15),
        }
    }
}

impl Rule for RaceWork {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let minutes = |name, meaning, value| Number::new(name, meaning, "min", value, (0, 120)).at_most();
        let [least_5k, least_10k, least_half, least_marathon] = &mut self.least;
        vec![
            minutes("pace_5k_first", "the first dose at the pace of five kilometres", &mut self.five_k.first),
            minutes("pace_5k_last", "the last of them", &mut self.five_k.last),
            minutes("pace_10k_first", "the first dose at the pace of ten kilometres", &mut self.ten_k.first),
            minutes("pace_10k_last", "the last of them", &mut self.ten_k.last),
            minutes("half_pace_first", "the first dose at half marathon pace", &mut self.half.first),
            minutes("half_pace_last", "the last of them", &mut self.half.last),
            minutes("half_pace_in_long_run_first", "the first dose of it inside a long run", &mut self.half_in_long.first),
            minutes("half_pace_in_long_run_last", "the last of them", &mut self.half_in_long.last),
            minutes("marathon_pace_first", "the first dose at marathon pace", &mut self.marathon.first),
            minutes("marathon_pace_last", "the last of them", &mut self.marathon.last),
            minutes("threshold_first", "the first dose at threshold", &mut self.threshold.first),
            minutes("threshold_last", "the last of them", &mut self.threshold.last),
            minutes("threshold_before_5k_first", "the first dose at threshold before a race of five kilometres", &mut self.short_threshold.first),
            minutes("threshold_before_5k_last", "the last of them", &mut self.short_threshold.last),
            minutes("interval_first", "the first dose of intervals", &mut self.interval.first),
            minutes("interval_last", "the last of them", &mut self.interval.last),
            minutes("repetition_first", "the first dose of repetitions", &mut self.repetition.first),
            minutes("repetition_last", "the last of them", &mut self.repetition.last),
            minutes("hills_first", "the first dose uphill", &mut self.hills.first),
            minutes("hills_last", "the last of them", &mut self.hills.last),
            minutes("fartlek_first", "the first dose of a fartlek", &mut self.fartlek.first),
            minutes("fartlek_last", "the last of them", &mut self.fartlek.last),
            minutes("race_effort_first", "the first end of a beginner's long run at the effort of the race", &mut self.race_effort.first),
            minutes("race_effort_last", "the last of them", &mut self.race_effort.last),
            Number::new("least_before_5k", "of work for the race in a full block before five kilometres", "min", least_5k, (0, 600)),
            Number::new("least_before_10k", "the same before ten kilometres", "min", least_10k, (0, 600)),
            Number::new("least_before_half", "the same before a half marathon", "min", least_half, (0, 600)),
            Number::new("least_before_marathon", "the same before a marathon", "min", least_marathon, (0, 600)),
            Number::new("most_step_percent", "of the dose before, at most", "%", &mut self.most_step_percent, (100, 200)).at_most(),
            Number::new("repeats", "times that a dose comes before it grows", "times", &mut self.repeats, (1, 6)).at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Goal;

    fn rule(level: Level) -> RaceWork {
        RaceWork::for_athlete(&Setting::of(Goal::Endurance, level))
    }

    fn minutes(level: Level, work: Stimulus, count: usize) -> Vec<Minutes> {
        rule(level).doses(work, None, false, count).unwrap()
    }

    #[test]
    fn doses_go_from_the_first_to_the_last() {
        assert_eq!(minutes(Level::Intermediate, Stimulus::TenK, 6), [12, 15, 18, 18, 20, 25]);
        assert_eq!(minutes(Level::Intermediate, Stimulus::Threshold, 8), [15, 15, 18, 18, 20, 20, 25, 25]);
        assert_eq!(minutes(Level::Advanced, Stimulus::Marathon, 6), [30, 36, 40, 50, 60, 75]);
    }

    #[test]
    fn no_step_is_a_leap_and_no_dose_comes_three_times_before_the_last() {
        for level in [Level::Intermediate, Level::Advanced] {
            for &work in Stimulus::ALL {
                for count in 1..=16 {
                    let Some(doses) = rule(level).doses(work, Some(Distance::FiveK), false, count) else { continue };
                    let last = *doses.last().unwrap();
                    for pair in doses.windows(2) {
                        assert!(pair[0] <= pair[1], "{work} {level} {count}: {doses:?}");
                        assert!(pair[1] * 10 <= pair[0] * 13, "{work} {level} {count}: {doses:?}");
                    }
                    for three in doses.windows(3) {
                        let same = three[0] == three[2] && three[2] < last;
                        assert!(!same, "{work} {level} {count}: {doses:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_counts_for_a_race_is_its_pace_and_its_neighbours() {
        let rule = rule(Level::Intermediate);
        let counted = |work, race| rule.counts(work, 20, race, false);
        assert_eq!(counted(Stimulus::TenK, Distance::TenK), 20);
        assert_eq!(counted(Stimulus::Threshold, Distance::TenK), 10);
        assert_eq!(counted(Stimulus::Threshold, Distance::Half), 20);
        assert_eq!(counted(Stimulus::Threshold, Distance::Marathon), 0);
        assert_eq!(rule.counts(Stimulus::Threshold, 20, Distance::Marathon, true), 20);
    }

    #[test]
    fn what_is_left_of_a_dose_is_a_dose() {
        let rule = rule(Level::Intermediate);
        assert_eq!([7, 8, 14, 100].map(|minutes| rule.at_most(Stimulus::TenK, minutes)), [0, 8, 12, 30]);
    }
}
