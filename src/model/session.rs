//! The fixed week: strength, mobility and other appointments that are never moved.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Clock, Minutes, RunClass, RunShape, RunType, WeekTime, words};

words! {
    /// The kinds of fixed session.
    pub enum Kind {
        /// Lifting.
        Strength = "strength",
        /// Stretching, yoga, mobility.
        Mobility = "mobility",
        /// Any other sport or appointment.
        Other = "other",
        /// A run that stands where it stands: a club run, a parkrun, a run with a friend.
        Run = "run",
    }
}

words! {
    /// What a session works.
    pub enum Focus {
        /// Legs and hips.
        Lower = "lower",
        /// Upper body.
        Upper = "upper",
        /// Trunk.
        Core = "core",
        /// Everything.
        FullBody = "full_body",
    }
}

words! {
    /// How hard a session is.
    pub enum Effort {
        /// Session RPE up to 3.
        Light = "light",
        /// Session RPE 4 to 6.
        Moderate = "moderate",
        /// Session RPE 7 and up.
        Heavy = "heavy",
    }
}

impl Effort {
    /// The effort a session RPE (CR-10) stands for.
    pub fn from_rpe(rpe: u8) -> Self {
        match rpe {
            0..=3 => Self::Light,
            4..=6 => Self::Moderate,
            _ => Self::Heavy,
        }
    }
}

/// What a session does to the legs, the question nearly every placement rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Legs {
    /// Heavy lower-body work; also strength work that is not described, other sport that is hard for the legs, and matches.
    Heavy,
    /// Lower-body work that is not heavy; also another sport that works the legs, or that may.
    Moderate,
    /// Upper body or core: systemic fatigue only.
    Spared,
    /// Mobility and other sessions: no leg work that the rules know of.
    None,
}

words! {
    /// What a week of a person's own cycle is for one session.
    pub enum WeekEffort {
        /// A light week.
        Light = "light",
        /// A moderate one.
        Moderate = "moderate",
        /// A heavy one.
        Heavy = "heavy",
        /// The deload of the lifting: light.
        Deload = "deload",
        /// A week without it.
        Off = "off",
    }
}

impl WeekEffort {
    /// How hard the session is in such a week; `None` where it does not take place.
    pub fn effort(self) -> Option<Effort> {
        match self {
            Self::Light | Self::Deload => Some(Effort::Light),
            Self::Moderate => Some(Effort::Moderate),
            Self::Heavy => Some(Effort::Heavy),
            Self::Off => None,
        }
    }
}

/// The weeks of a cycle in which a session takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which weeks of the cycle, from 1.
    pub on: Vec<u32>,
    /// How many weeks it has; it begins with the block.
    pub of: u32,
}

impl Turn {
    /// Whether this week of the block, from 1, is one of them.
    pub fn holds(&self, week: i32) -> bool {
        let nth = (week - 1).rem_euclid(self.of.max(1) as i32) + 1;
        self.on.iter().any(|on| *on as i32 == nth)
    }
}

/// Dates and weeks on which a session does not take place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skip {
    /// The weeks in which it does, where not in all.
    pub turn: Option<Turn>,
    /// Single dates.
    pub dates: Vec<NaiveDate>,
    /// Weeks of the block, counted from 1.
    pub weeks: Vec<u32>,
}

impl Skip {
    /// Whether it names this date, or this week of the block, counted from 1.
    pub fn names(&self, week: i32, date: NaiveDate) -> bool {
        self.dates.contains(&date)
            || u32::try_from(week).is_ok_and(|week| self.weeks.contains(&week))
            || self.turn.as_ref().is_some_and(|turn| !turn.holds(week))
    }
}

/// What a session of kind `run` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnRun {
    /// How the rules see it: easy, quality or long.
    pub class: RunClass,
    /// How far it goes, in metres, if said.
    pub metres: Option<u32>,
}

impl OwnRun {
    /// An easy one.
    pub const EASY: Self = Self { class: RunClass::Easy, metres: None };

    /// The type it goes by: nobody knows what a hard group run holds, so it counts as play with speed.
    pub fn kind(self) -> RunType {
        match self.class {
            RunClass::Easy => RunType::Easy,
            RunClass::Long => RunType::Long,
            RunClass::Quality | RunClass::Race => RunType::Fartlek,
        }
    }
}

/// From when to when it is night, in minutes of the day (judgement).
const NIGHT: (Minutes, Minutes) = (23 * 60, 6 * 60);
/// A shift is no shorter, in minutes, and so much of a night shift lies in the night (judgement).
const SHIFT: Minutes = 4 * 60;
const NIGHT_WORK: Minutes = 3 * 60;

/// One fixed appointment, weekly or on a single date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The person's own name for it; hostile until escaped.
    pub name: String,
    /// Day of the week, Monday 0 to Sunday 6.
    pub weekday: usize,
    /// The one date it takes place on, or the first of a cycle of days; `None`: every week.
    pub date: Option<NaiveDate>,
    /// Days from one time to the next, of a session that goes by no week.
    pub every_days: Option<u32>,
    /// When it starts.
    pub start: Clock,
    /// How long it takes.
    pub minutes: Minutes,
    /// Its kind.
    pub kind: Kind,
    /// What it works, if said.
    pub focus: Option<Focus>,
    /// How hard, if said.
    pub effort: Option<Effort>,
    /// Session RPE 1 to 10, if said.
    pub rpe: Option<u8>,
    /// Whether it is a match or a race of another sport.
    pub is_match: bool,
    /// What kind of run it is, of a session of kind `run`.
    pub run: Option<OwnRun>,
    /// How hard it is by week of the block, in a cycle; empty where every week is alike.
    pub efforts: Vec<WeekEffort>,
    /// When it does not take place.
    pub skip: Skip,
}

impl Session {
    /// Whether it takes place on a day of the week that is a date of a week, counted from 1 in the block.
    pub fn is_on(&self, weekday: usize, week: i32, date: NaiveDate) -> bool {
        let is_off = self.week_effort(week) == Some(WeekEffort::Off);
        self.falls_on(weekday, date) && !is_off && !self.skip.names(week, date)
    }

    /// Whether it would take place on a day of the week that is a date, whatever it skips.
    pub fn falls_on(&self, weekday: usize, date: NaiveDate) -> bool {
        match (self.date, self.every_days) {
            (Some(first), Some(days)) => {
                let gone = (date - first).num_days();
                gone >= 0 && gone % i64::from(days.max(1)) == 0
            }
            (Some(only), None) => only == date,
            (None, _) => self.weekday == weekday,
        }
    }

    /// What a week of the block, from 1, is for it, where its weeks are not alike.
    pub fn week_effort(&self, week: i32) -> Option<WeekEffort> {
        let weeks = i32::try_from(self.efforts.len()).ok().filter(|weeks| *weeks > 0)?;
        self.efforts.get((week - 1).rem_euclid(weeks) as usize).copied()
    }

    /// As it is in a week of the block, from 1.
    pub fn in_week(&self, week: i32) -> Cow<'_, Self> {
        match self.week_effort(week) {
            Some(effort) => Cow::Owned(Self { effort: effort.effort(), rpe: None, ..self.clone() }),
            None => Cow::Borrowed(self),
        }
    }

    /// Its day and hour of the week.
    pub fn week_time(&self) -> WeekTime {
        WeekTime { weekday: self.weekday, start: self.start }
    }

    /// Whether its day and hour are for the person to choose: neither a match, a run with others nor what takes place once is.
    pub fn can_move(&self) -> bool {
        !self.is_match && self.run.is_none() && self.date.is_none()
    }

    /// The run that the rules see, of a session of kind `run`.
    pub fn shape(&self) -> Option<RunShape> {
        let kind = self.run?.kind();
        Some(RunShape { kind, minutes: self.minutes, rpe_tenths: self.rpe_tenths() })
    }

    /// What it does to the legs. Where the brief leaves it open the safe reading counts: strength work without a focus or an effort
    /// is heavy legs, another sport without a focus works the legs, and one that works them without an effort works them hard.
    pub fn legs(&self) -> Legs {
        match self.kind {
            Kind::Strength => match (self.focus, self.effort) {
                (Some(Focus::Upper | Focus::Core), Some(_)) => Legs::Spared,
                (Some(Focus::Lower | Focus::FullBody), Some(Effort::Light | Effort::Moderate)) => Legs::Moderate,
                _ => Legs::Heavy,
            },
            Kind::Mobility => match self.effort {
                Some(Effort::Moderate | Effort::Heavy) => Legs::Moderate,
                Some(Effort::Light) | None => Legs::None,
            },
            // What it asks of the legs is counted as a run's.
            Kind::Run => Legs::None,
            Kind::Other => match (self.focus, self.effort) {
                (Some(Focus::Upper | Focus::Core), _) | (_, Some(Effort::Light)) => Legs::None,
                _ if self.is_match => Legs::Heavy,
                (None, None) if self.is_night_work() => Legs::None,
                (None, None) | (_, Some(Effort::Moderate)) => Legs::Moderate,
                (Some(_), None) | (_, Some(Effort::Heavy)) => Legs::Heavy,
            },
        }
    }

    /// Whether it is one of the week's hard stresses: heavy legs, another sport that is hard for them, or a hard run.
    pub fn is_hard(&self) -> bool {
        self.legs() == Legs::Heavy || self.run.is_some_and(|run| run.class == RunClass::Quality)
    }

    /// Whether its hours are those of a night shift: another appointment of four hours or more, three of them at night.
    pub fn is_night_work(&self) -> bool {
        let start = Minutes::from(self.start.0);
        let at_night = |from: Minutes, to: Minutes| ((start + self.minutes).min(to) - start.max(from)).max(0);
        let night = at_night(0, NIGHT.1) + at_night(NIGHT.0, 24 * 60 + NIGHT.1);
        self.kind == Kind::Other && !self.is_match && self.minutes >= SHIFT && night >= NIGHT_WORK
    }

    /// Session RPE (CR-10) times ten: the person's own, or the usual value for the kind (Foster 2001, Day 2004).
    pub fn rpe_tenths(&self) -> i32 {
        if let Some(rpe) = self.rpe {
            return i32::from(rpe) * 10;
        }
        match (self.kind, self.focus, self.effort) {
            (Kind::Run, ..) if self.is_hard() => 60,
            (Kind::Mobility, _, None | Some(Effort::Light)) => 20,
            (Kind::Run, ..) | (Kind::Strength | Kind::Other, _, Some(Effort::Light)) => 30,
            (Kind::Strength, Some(Focus::Core), _) => 40,
            (Kind::Strength, Some(Focus::Upper), Some(Effort::Heavy) | None) => 70,
            (Kind::Strength, _, Some(Effort::Heavy) | None) => 80,
            (Kind::Strength, Some(Focus::Upper), Some(Effort::Moderate))
            | (Kind::Mobility, ..)
            | (Kind::Other, _, Some(Effort::Moderate))
            | (Kind::Other, None | Some(Focus::Upper | Focus::Core), None) => 50,
            (Kind::Strength, _, Some(Effort::Moderate)) => 60,
            (Kind::Other, _, Some(Effort::Heavy) | None) => 75,
        }
    }

    /// Session load in arbitrary units: session RPE x minutes, rests included, rounded down.
    pub fn load(&self) -> i32 {
        self.rpe_tenths() * self.minutes / 10
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(focus: Option<Focus>, effort: Option<Effort>) -> Session {
        Session {
            name: String::new(),
            weekday: 0,
            start: Clock(0),
            minutes: 60,
            kind: Kind::Other,
            focus,
            effort,
            rpe: None,
            date: None,
            is_match: false,
            run: None,
            every_days: None,
            efforts: Vec::new(),
            skip: Skip::default(),
        }
    }

    #[test]
    fn another_sport_works_the_legs_unless_it_says_otherwise() {
        let judged = |focus, effort| {
            let session = other(focus, effort);
            (session.legs(), session.is_hard(), session.rpe_tenths())
        };
        for focus in [Focus::Lower, Focus::FullBody] {
            assert_eq!(judged(Some(focus), Some(Effort::Heavy)), (Legs::Heavy, true, 75));
            assert_eq!(judged(Some(focus), None), (Legs::Heavy, true, 75), "the safe reading");
            assert_eq!(judged(Some(focus), Some(Effort::Moderate)), (Legs::Moderate, false, 50));
            assert_eq!(judged(Some(focus), Some(Effort::Light)), (Legs::None, false, 30));
        }
        for focus in [Focus::Upper, Focus::Core] {
            assert_eq!(judged(Some(focus), Some(Effort::Heavy)), (Legs::None, false, 75));
            assert_eq!(judged(Some(focus), None), (Legs::None, false, 50));
        }
        assert_eq!(judged(None, None), (Legs::Moderate, false, 50), "the safe reading");
        assert_eq!(judged(None, Some(Effort::Heavy)), (Legs::Heavy, true, 75));
        assert_eq!(judged(None, Some(Effort::Light)), (Legs::None, false, 30));
    }

    #[test]
    fn a_match_is_heavy_for_the_legs_however_it_is_described() {
        for effort in [None, Some(Effort::Moderate), Some(Effort::Heavy)] {
            assert_eq!(Session { is_match: true, ..other(None, effort) }.legs(), Legs::Heavy);
        }
        assert_eq!(Session { is_match: true, ..other(Some(Focus::Upper), Some(Effort::Heavy)) }.legs(), Legs::None);
    }

    #[test]
    fn a_night_shift_is_told_by_its_hours_and_is_no_sport() {
        let from = |hour: u16, minutes| Session { start: Clock(hour * 60), minutes, ..other(None, None) };
        assert!(from(22, 480).is_night_work() && from(0, 360).is_night_work() && from(20, 720).is_night_work());
        assert!(!from(9, 480).is_night_work() && !from(22, 120).is_night_work() && !from(17, 420).is_night_work());
        assert_eq!((from(22, 480).legs(), from(9, 480).legs()), (Legs::None, Legs::Moderate));
    }
}
