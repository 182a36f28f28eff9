//! The questions about the fixed week.

use super::super::answers::{self, Answers};
use super::super::ask::{Interrupted, Question, Reply};
use super::{Interview, Way};
use crate::intake::phrases::{self, SaidSession, When};
use crate::model::{Clock, WEEKDAY_NAMES};

const DAY: i32 = 24 * 60;

impl Interview<'_> {
    pub(super) fn week(&mut self, answers: &mut Answers) -> Result<Way, Interrupted> {
        if answers.sessions.is_empty() {
            self.ask.tell("Your week first: what you train at fixed times, one session a line. `?` helps.");
        } else {
            self.ask.tell(&format!("Your week so far:\n{}", crate::render::bullets(&answers.sessions)));
        }
        self.add_sessions(answers)
    }

    fn add_sessions(&mut self, answers: &mut Answers) -> Result<Way, Interrupted> {
        loop {
            let what = if answers.sessions.is_empty() { "A session:" } else { "Another one:" };
            let reply = self.ask.line(&Question {
                what,
                help: "such as: Mon 18:00 squats 75 min heavy; Enter when that is all",
                so_far: "",
                optional: true,
                check: answers::session,
            })?;
            match reply {
                Reply::Line(line) => {
                    let line = self.settled(line, |line, today| phrases::read_session(line, today).ok())?;
                    self.tell_overlaps(&line, &answers.sessions);
                    answers.sessions.push(line);
                    (self.keep)(answers);
                }
                Reply::Nothing => {
                    answers.no_sessions = answers.sessions.is_empty();
                    return Ok(Way::On);
                }
                Reply::Back => return Ok(Way::Back),
                Reply::Undo => {
                    self.undone(answers.sessions.pop());
                    (self.keep)(answers);
                }
            }
        }
    }

    /// Changes one line of the week, takes it out, or adds others.
    pub(super) fn change_week(&mut self, answers: &mut Answers) -> Result<(), Interrupted> {
        let mut options = answers.sessions.clone();
        options.push("Add a session".to_owned());
        let chosen = self.ask.choice("Which one?", &options, 0)?;
        let Some(line) = answers.sessions.get(chosen).cloned() else {
            return self.add_sessions(answers).map(drop);
        };
        let changed = self.ask.line(&Question {
            what: "The session:",
            help: "an empty line leaves it out; `back` leaves it as it is",
            so_far: &line,
            optional: true,
            check: answers::session,
        })?;
        match changed {
            Reply::Line(changed) => {
                let changed = self.settled(changed, |line, today| phrases::read_session(line, today).ok())?;
                let others: Vec<String> = answers
                    .sessions
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| *at != chosen)
                    .map(|(_, line)| line.clone())
                    .collect();
                self.tell_overlaps(&changed, &others);
                answers.sessions[chosen] = changed;
            }
            Reply::Nothing => drop(answers.sessions.remove(chosen)),
            Reply::Back | Reply::Undo => {}
        }
        answers.no_sessions = answers.sessions.is_empty();
        (self.keep)(answers);
        Ok(())
    }

    /// Says at once which sessions of a line run into those of the others.
    fn tell_overlaps(&mut self, line: &str, others: &[String]) {
        let read = |line: &str| phrases::read_session(line, self.here.today).map(|reading| reading.found);
        let new = read(line).unwrap_or_default();
        let there: Vec<SaidSession> = others.iter().flat_map(|line| read(line).unwrap_or_default()).collect();
        let told: Vec<String> = new
            .iter()
            .enumerate()
            .flat_map(|(at, one)| new[..at].iter().chain(&there).filter_map(move |other| overlap(one, other)))
            .collect();
        for sentence in told {
            self.ask.tell(&format!("  {sentence}"));
        }
    }
}

/// What to say of two sessions of every week that overlap.
fn overlap(one: &SaidSession, other: &SaidSession) -> Option<String> {
    let (When::Weekly(day), When::Weekly(other_day)) = (one.when, other.when) else { return None };
    if !(one.cycle.is_weekly() && other.cycle.is_weekly()) {
        return None;
    }
    let begin = |day: usize, session: &SaidSession| day as i32 * DAY + i32::from(session.start.0);
    let (start, other_start) = (begin(day, one), begin(other_day, other));
    let week = 7 * DAY;
    let runs_into = [0, week, -week]
        .into_iter()
        .any(|shift| start + shift < other_start + other.minutes && other_start < start + shift + one.minutes);
    let end = Clock(((other_start + other.minutes) % DAY) as u16);
    runs_into.then(|| {
        format!(
            "`{}` overlaps `{}`, which is on {} from {} to {end}: `undo` takes the line back.",
            one.name, other.name, WEEKDAY_NAMES[other_day], other.start
        )
    })
}
