//! The rulebook: named demands on a plan, one file each, used alike by the scheduler and by `check`.
//!
//! A rule is asked in its natural shape:
//!
//! * **slot**: may this run stand here, given the fixed week? ([`SlotRule`])
//! * **pair**: may these two runs stand so near? ([`PairRule`])
//! * **week**: is this week as a whole sound, with the days before at hand? ([`WeekRule`])
//! * **ledger**: do this week's runs add up, against the weeks before? ([`LedgerRule`])
//!
//! It answers with [`Verdict`]s, also when nothing is wrong, so that one definition both prices a plan and explains it.

mod card;
#[cfg(test)]
mod diary;
mod ledger;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod tests;
mod timetable;
mod verdict;

pub use card::{Binding, Card, Number, Setting, Stricter, Words};
pub use ledger::{Ledger, LedgerRule, LedgerRun, Start};
pub use overtraining::Strain;
pub use pain::{Hurt, Spell};
pub use postpartum::AfterBirth;
pub use readiness::Light;
pub use red_flags::Concern;
pub use sleep::Slept;
pub use sleep_hours::Night;
pub use soreness::Sore;
pub use timetable::{Appointment, DayFacts, MARGIN_DAYS, Timetable, Wishes};
pub use verdict::{Listener, Tier, Verdict};
pub use walk_run::{STAGES, Track};
pub use waves::WaveAim;
pub use weekly_growth::FullWeeks;

use crate::model::{Clock, Day, Minutes, Moment, RunClass, RunShape};

/// A run in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The run, at the length it has here.
    pub run: RunShape,
    /// The length it was meant to have.
    pub full_minutes: Minutes,
    /// The day it starts on.
    pub day: Day,
    /// When it starts on the wall.
    pub clock: Clock,
    /// When it starts.
    pub start: Moment,
    /// When it ends.
    pub end: Moment,
    /// The appointment of the timetable that it follows directly, if it is attached.
    pub attached_to: Option<usize>,
    /// Where an earlier revision of the plan published it.
    pub published: Option<(Day, Clock)>,
    /// Whether the rules judge it; races and the past are not judged, but count for the runs around them.
    pub judged: bool,
}

impl Place {
    /// The appointments on the calendar days the run touches, the one it is attached to left out.
    pub fn shares_day_with<'a>(&self, timetable: &'a Timetable) -> impl Iterator<Item = &'a Appointment> + use<'a> {
        let past_midnight = i32::from(i32::from(self.clock.0) + self.run.minutes > 24 * 60);
        let attached = self.attached_to;
        timetable
            .touching(self.day, self.day.plus(past_midnight))
            .filter(move |(index, _)| Some(*index) != attached)
            .map(|(_, one)| one)
    }
}

/// What every rule can say of itself, and the shapes it can be asked in.
pub trait Rule: Send + Sync {
    /// Its card.
    fn card(&self) -> &'static Card;

    /// Its numbers, which a brief may change.
    fn numbers(&mut self) -> Vec<Number<'_>> {
        Vec::new()
    }

    /// Itself, if it judges one run in one place.
    fn slot(&self) -> Option<&dyn SlotRule> {
        None
    }

    /// Itself, if it judges two runs.
    fn pair(&self) -> Option<&dyn PairRule> {
        None
    }

    /// Itself, if it judges a whole week.
    fn week(&self) -> Option<&dyn WeekRule> {
        None
    }

    /// Itself, if it judges what a week's runs add up to.
    fn ledger(&self) -> Option<&dyn LedgerRule> {
        None
    }
}

/// A rule's numbers for one person.
pub trait ForAthlete {
    /// Whether it judges whole weeks: then the scheduler keeps a tally for it.
    const JUDGES_WEEKS: bool = false;

    /// The default numbers for this person.
    fn for_athlete(setting: &Setting) -> Self;
}

/// A rule about one run in one place, against the fixed week.
pub trait SlotRule {
    /// Judges `place`.
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener);
}

/// Two runs. A run is paired with its neighbour before it, with the nearest quality run, long run and race before it, and
/// with the last occurrence of itself. The run before a cool-down jog stays the neighbour of the one after it; a jog that is judged
/// is one as well.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The earlier run.
    pub earlier: &'a Place,
    /// The later run.
    pub later: &'a Place,
    /// No run stands between them.
    pub neighbours: bool,
    /// The earlier one is the nearest of its class.
    pub nearest: bool,
    /// Both are the same logical run (such as `easy-1`), in different weeks.
    pub same: bool,
}

/// Neighbours that lie so many days apart no longer matter to each other, whatever the rule.
pub const NEIGHBOUR_DAYS: i32 = 3;

/// A rule about two runs.
pub trait PairRule {
    /// Judges the pair. An earlier `earlier` is never worse.
    fn judge(&self, pair: &Pair<'_>, timetable: &Timetable, hear: &mut dyn Listener);

    /// Hours after which the end of an earlier run of this class no longer matters to any later run.
    fn horizon_hours(&self, _earlier: RunClass) -> i32 {
        0
    }

    /// The least points that two neighbours so many days apart cost, whatever runs they are; never more for more days.
    fn apart(&self, _days: i32, _timetable: &Timetable) -> i32 {
        0
    }
}

/// What a week rule remembers while it reads the days: a few small counts.
pub type Tally = [i32; 4];

/// One day as a week rule reads it.
#[derive(Clone, Copy, Debug)]
pub struct DayView<'a> {
    /// The day.
    pub day: Day,
    /// What the fixed week puts on it.
    pub facts: DayFacts,
    /// The runs that start on it; one at most unless a hand put more there.
    pub runs: &'a [Place],
}

/// A rule about a whole week. It reads the block day by day in a small tally and judges at each Sunday,
/// so that the scheduler can carry the tally along and `check` reads the very same definition.
pub trait WeekRule {
    /// Reads one day.
    fn read(&self, tally: Tally, day: &DayView<'_>, timetable: &Timetable) -> Tally;

    /// Judges the week that ends and returns the tally the next week starts from.
    fn close(&self, tally: Tally, week: i32, timetable: &Timetable, hear: &mut dyn Listener) -> Tally;

    /// Whether a plan that got to tally `a` can do at least as well from here as one that got to `b`, whatever follows.
    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a == b
    }

    /// Whether a must of this week is broken already.
    fn is_lost(&self, _tally: Tally) -> bool {
        false
    }
}

/// Declares the one list of rules.
macro_rules! rulebook {
    ($($id:ident: $rule:ident,)+) => {
        $(mod $id; pub use $id::$rule;)+

        /// The card of every rule, in order.
        pub const CARDS: &[&Card] = &[$(&$id::CARD),+];

        /// How many rules judge whole weeks.
        pub(crate) const WEEK_RULES: usize = 0 $(+ <$rule as ForAthlete>::JUDGES_WEEKS as usize)+;

        /// Whether each rule, in order, says of itself that it judges whole weeks.
        #[cfg(test)]
        const JUDGE_WEEKS: &[bool] = &[$(<$rule as ForAthlete>::JUDGES_WEEKS),+];

        /// Every rule, with the numbers of one person.
        #[derive(Clone, Debug)]
        pub struct Rulebook {
            $(
                #[doc = concat!("The rule `", stringify!($id), "`.")]
                pub $id: $rule,
            )+
            off: std::collections::BTreeSet<&'static str>,
        }

        impl Rulebook {
            /// The default numbers for a person.
            pub fn for_athlete(setting: &Setting) -> Self {
                Self { $($id: $rule::for_athlete(setting),)+ off: std::collections::BTreeSet::new() }
            }

            /// Every rule, whether in force or not.
            pub fn all(&self) -> Vec<&dyn Rule> {
                vec![$(&self.$id),+]
            }

            /// Every rule, to change its numbers.
            pub fn all_mut(&mut self) -> Vec<&mut dyn Rule> {
                vec![$(&mut self.$id),+]
            }
        }
    };
}

pub use monotony::{monotony_hundredths, strain};

rulebook! {
    no_overlap: NoOverlap,
    inside_availability: InsideAvailability,
    heavy_legs_then_run: HeavyLegsThenRun,
    run_then_heavy_legs: RunThenHeavyLegs,
    other_sport: OtherSport,
    same_day_gap: SameDayGap,
    different_day: DifferentDay,
    same_day_order: SameDayOrder,
    attached_runs: AttachedRuns,
    not_after_every_workout: NotAfterEveryWorkout,
    one_run_a_day: OneRunADay,
    beginner_alternate_days: BeginnerAlternateDays,
    quality_spacing: QualitySpacing,
    hard_days: HardDays,
    rest_days: RestDays,
    spread_runs: SpreadRuns,
    monotony: Monotony,
    full_length: FullLength,
    left_out: LeftOut,
    replaced: Replaced,
    long_run_day: LongRunDay,
    hard_run_days: HardRunDays,
    most_minutes: MostMinutes,
    brought_days: BroughtDays,
    preferred_time: PreferredTime,
    sleep_hours: SleepHours,
    unsocial_hours: UnsocialHours,
    steady_weeks: SteadyWeeks,
    stay_put: StayPut,
    run_days: RunDays,
    start_volume: StartVolume,
    weekly_growth: WeeklyGrowth,
    single_run_spike: SingleRunSpike,
    long_run_share: LongRunShare,
    long_run_path: LongRunPath,
    no_silent_shrink: NoSilentShrink,
    reach: Reach,
    range: Range,
    waves: Waves,
    test_weeks: TestWeeks,
    tune_up: TuneUp,
    easy_share: EasyShare,
    quality_runs: QualityRuns,
    quality_size: QualitySize,
    race_work: RaceWork,
    deload_weeks: DeloadWeeks,
    interference_budget: InterferenceBudget,
    walk_run: WalkRun,
    older_athlete: OlderAthlete,
    youth: Youth,
    postpartum: Postpartum,
    body_weight: BodyWeight,
    variety: Variety,
    phases: Phases,
    taper: Taper,
    after_race: AfterRace,
    dedicated_runs: DedicatedRuns,
    load_growth: LoadGrowth,
    readiness: Readiness,
    sleep: Sleep,
    pain: Pain,
    soreness: Soreness,
    overtraining: Overtraining,
    red_flags: RedFlags,
    return_after_break: ReturnAfterBreak,
    fuel_and_fluid: FuelAndFluid,
    sleep_target: SleepTarget,
    see_a_professional: SeeAProfessional,
    paces: Paces,
    heart_rate: HeartRate,
    race_prediction: RacePrediction,
    energy: Energy,
}

impl Rulebook {
    /// Switches a rule off.
    pub fn switch_off(&mut self, id: &'static str) {
        self.off.insert(id);
    }

    /// Leaves the musts alone in force, with every run left out counted as one point.
    pub fn keep_musts_alone(&mut self) {
        let cards = self.all().into_iter().map(Rule::card);
        let shoulds: Vec<&'static str> =
            cards.filter(|card| card.binding == Binding::Should).map(|card| card.id).collect();
        self.off.extend(shoulds);
        for number in self.all_mut().into_iter().flat_map(Rule::numbers) {
            if number.unit.starts_with("points") {
                *number.value = 0;
            }
        }
        self.left_out.count_alone();
    }

    /// Whether a rule is in force.
    pub fn is_on(&self, id: &str) -> bool {
        !self.off.contains(id)
    }

    /// The rule, if it is in force: what is switched off asks nothing of the weeks.
    pub fn if_on<'a, R: Rule>(&self, rule: &'a R) -> Option<&'a R> {
        self.is_on(rule.card().id).then_some(rule)
    }

    /// The rules in force.
    pub fn in_force(&self) -> impl Iterator<Item = &dyn Rule> {
        self.all().into_iter().filter(|rule| self.is_on(rule.card().id))
    }

    /// The rule with this id.
    pub fn find(&self, id: &str) -> Option<&dyn Rule> {
        self.all().into_iter().find(|rule| rule.card().id == id)
    }
}
