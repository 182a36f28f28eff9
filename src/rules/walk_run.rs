//! From nothing to half an hour of running, with walks in between: twelve stages, session by session.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::{Level, Minutes};

/// How a beginner with nothing behind them starts.
#[derive(Clone, Debug)]
pub struct WalkRun {
    walk_minutes: i32,
    slow_age: i32,
    slow_bmi: i32,
    is_beginner: bool,
    age: Option<i32>,
}

pub(super) static CARD: Card = Card {
    id: "walk_run",
    binding: Binding::Advice,
    summary: "A beginner with nothing behind them walks and runs by turns, until half an hour of running comes easy.",
    docs: "The well-known public program: a brisk walk first, then short runs with walks between them that get longer \
           and fewer. It lacks an evidence base and its largest jumps are bridged here. The next stage comes after the \
           sessions of the one before it, not after a week: with fewer runs a week it takes longer, and nothing is \
           skipped. Every session has the length of its stage. From one session to the next the minutes of running grow \
           by half at most, and so does the longest stretch, or by a few minutes. Older people, heavy people, and who \
           comes back after a birth or after a long time off with pain before it take more sessions for each stage. Repeat \
           a session freely: nothing is lost by it. The bridges and the sessions of each stage are judgement.",
    evidence: &[
        "National Health Service, Couch to 5K: walk and run by turns, three times a week, with a day between.",
        "Relph 2023, a study of people who began Couch to 5K: it lacks an evidence base, and few finish it.",
        "Nielsen 2014, International Journal of Sports Physical Therapy: a first week of few kilometres.",
        "Judgement: the bridges between its weeks, and how many sessions a stage takes.",
    ],
    words: None,
};

/// A stage of the progression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Turns of running and walking, in seconds.
    pub turns: &'static [(i32, i32)],
    /// So many times in a row.
    pub times: u32,
    /// Sessions on the usual and on the slow track.
    sessions: (i32, i32),
}

const fn stage(times: u32, turns: &'static [(i32, i32)], sessions: (i32, i32)) -> Stage {
    Stage { turns, times, sessions }
}

/// The stages in order.
pub const STAGES: [Stage; 12] = [
    stage(8, &[(60, 90)], (3, 4)),
    stage(6, &[(90, 120)], (3, 4)),
    stage(2, &[(90, 90), (180, 180)], (2, 3)),
    stage(4, &[(180, 120)], (2, 3)),
    stage(1, &[(180, 90), (300, 150), (180, 90), (300, 0)], (2, 3)),
    stage(3, &[(300, 180)], (2, 3)),
    stage(2, &[(480, 240)], (2, 3)),
    stage(1, &[(600, 180), (600, 0)], (2, 3)),
    stage(1, &[(900, 120), (480, 0)], (2, 3)),
    stage(1, &[(1200, 0)], (2, 3)),
    stage(1, &[(1500, 0)], (3, 3)),
    stage(1, &[(1800, 0)], (2, 3)),
];

impl Stage {
    /// Seconds after the first walk.
    pub const fn seconds(&self) -> i32 {
        let (mut at, mut sum) = (0, 0);
        while at < self.turns.len() {
            sum += self.turns[at].0 + self.turns[at].1;
            at += 1;
        }
        self.times as i32 * sum
    }

    /// Seconds of running.
    pub fn running(&self) -> i32 {
        self.times as i32 * self.turns.iter().map(|(run, _)| run).sum::<i32>()
    }

    /// Seconds of the longest stretch of running.
    pub fn longest(&self) -> i32 {
        self.turns.iter().map(|(run, _)| *run).max().unwrap_or(0)
    }
}

/// How many sessions each stage takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// As many as usual.
    Usual,
    /// More.
    Slow,
}

impl Track {
    fn sessions(self, stage: &Stage) -> i32 {
        match self {
            Self::Usual => stage.sessions.0,
            Self::Slow => stage.sessions.1,
        }
    }

    /// Sessions of all stages.
    pub fn all(self) -> i32 {
        STAGES.iter().map(|stage| self.sessions(stage)).sum()
    }

    /// The stage (from 1) of the session after `done` others; `None` when all stages are behind.
    pub fn stage_after(self, done: i32) -> Option<usize> {
        (1..=STAGES.len()).find(|stage| done < self.through(*stage))
    }

    /// Sessions that end with this stage (from 1).
    pub fn through(self, stage: usize) -> i32 {
        STAGES.iter().take(stage).map(|stage| self.sessions(stage)).sum()
    }

    /// The sessions that count as done after so many days without a run, of `done` before it.
    pub fn after_break(self, done: i32, days: i32) -> i32 {
        let Some(stage) = self.stage_after(done) else { return done };
        let back = match days {
            ..=5 => return done,
            6..=17 => 1,
            18..=27 => 3,
            _ => STAGES.len(),
        };
        self.through(stage.saturating_sub(1 + back)).min(done)
    }
}

impl ForAthlete for WalkRun {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            walk_minutes: 5,
            slow_age: 60,
            slow_bmi: 30,
            is_beginner: setting.level == Level::Beginner,
            age: setting.age,
        }
    }
}

impl WalkRun {
    /// Whether it is for a person who runs `weekly` minutes now.
    pub fn applies(&self, weekly: Minutes) -> bool {
        self.is_beginner && weekly == 0
    }

    /// The track of somebody of this body mass index who has a reason of their own for the slow one, or none.
    pub fn track(&self, bmi: Option<f64>, has_reason: bool) -> Track {
        let is_older = self.age.is_some_and(|age| age >= self.slow_age);
        let is_heavy = bmi.is_some_and(|bmi| bmi >= f64::from(self.slow_bmi));
        if is_older || is_heavy || has_reason { Track::Slow } else { Track::Usual }
    }

    /// Minutes of a session of this stage (from 1), the brisk walk before it included.
    pub fn minutes(&self, stage: usize) -> Minutes {
        let seconds = STAGES.get(stage.saturating_sub(1)).map_or(0, Stage::seconds);
        self.walk_minutes + (seconds + 59) / 60
    }

    /// Minutes of brisk walking that each session starts with.
    pub fn walk_minutes(&self) -> Minutes {
        self.walk_minutes
    }
}

impl Rule for WalkRun {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("walk_minutes", "of brisk walking first", "min", &mut self.walk_minutes, (3, 10)),
            Number::new("slow_age", "from which each stage takes more sessions", "years", &mut self.slow_age, (30, 100))
                .at_most(),
            Number::new("slow_bmi", "body mass index from which it does", "kg/m²", &mut self.slow_bmi, (20, 60)).at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Goal;

    fn rule(age: Option<i32>) -> WalkRun {
        let (goal, level) = (Goal::Endurance, Level::Beginner);
        WalkRun::for_athlete(&Setting { age, ..Setting::of(goal, level) })
    }

    #[test]
    fn each_stage_has_its_sessions() {
        let diary = |track: Track| (0..40).map_while(|done| track.stage_after(done)).collect::<Vec<_>>();
        let usual = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 11, 12, 12];
        assert_eq!(diary(Track::Usual), usual);
        assert_eq!((Track::Usual.all(), Track::Slow.all()), (27, 38));
        assert_eq!(diary(Track::Slow)[..11], [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]);
    }

    #[test]
    fn minutes_of_running_are_those_of_the_table() {
        let minutes: Vec<i32> = STAGES.iter().map(|stage| stage.running() / 60).collect();
        assert_eq!(minutes, [8, 9, 9, 12, 16, 15, 16, 20, 23, 20, 25, 30]);
        let whole: Vec<Minutes> = (1..=12).map(|stage| rule(None).minutes(stage)).collect();
        assert_eq!(whole, [25, 26, 23, 25, 27, 29, 29, 28, 30, 25, 30, 35]);
    }

    #[test]
    fn no_stage_runs_much_more_than_the_one_before() {
        for two in STAGES.windows(2) {
            let (before, after) = (&two[0], &two[1]);
            assert!(after.running() * 2 <= before.running() * 3, "{after:?}");
            let (old, new) = (before.longest(), after.longest());
            assert!(new * 2 <= old * 3 || new <= old + 180, "{after:?}");
        }
    }

    #[test]
    fn a_break_goes_back_to_the_start_of_an_earlier_stage() {
        let track = Track::Usual;
        assert_eq!(track.stage_after(track.after_break(12, 5)), Some(6));
        assert_eq!(track.stage_after(track.after_break(12, 12)), Some(5));
        assert_eq!(track.stage_after(track.after_break(12, 20)), Some(3));
        assert_eq!(track.after_break(12, 30), 0);
        assert_eq!(track.after_break(1, 12), 0);
    }

    #[test]
    fn who_should_goes_slowly() {
        assert_eq!(rule(None).track(Some(29.9), false), Track::Usual);
        assert_eq!(rule(None).track(Some(30.0), false), Track::Slow);
        assert_eq!(rule(Some(60)).track(None, false), Track::Slow);
        assert_eq!(rule(Some(59)).track(None, true), Track::Slow);
        assert!(rule(None).applies(0) && !rule(None).applies(30));
    }
}
