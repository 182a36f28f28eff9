//! The questions, in the order a person thinks: the week, the goal, running now, free time, the block.

use super::answers::{self, Answers};
use super::ask::{Ask, Interrupted, Question};
use super::compose::{Here, next_monday};
use super::judged::{Judged, judge};
use crate::intake::phrases::{self, Reading};

const GOALS: [(&str, &str); 4] = [
    ("general_fitness", "All-round fitness"),
    ("strength", "Strength and muscle; running keeps me fit"),
    ("endurance", "Running better or further"),
    ("weight_loss", "Losing weight"),
];
const LEVELS: [(&str, &str); 3] = [
    ("beginner", "Under half a year, or with walking breaks"),
    ("intermediate", "Half a year to some years, regularly"),
    ("advanced", "For years, with fast runs every week"),
];
/// One interview.
pub(super) struct Interview<'a> {
    /// Who answers.
    pub ask: &'a mut dyn Ask,
    /// What the machine knows.
    pub here: Here,
    /// Whether the answers come from an earlier interview, which may have ended inside the week.
    pub resumed: bool,
    /// Keeps the answers so far.
    pub keep: &'a mut dyn FnMut(&Answers),
}

impl Interview<'_> {
    /// Asks for what is not answered yet, reads it back until the person is content, and returns the brief.
    pub(super) fn hold(&mut self, answers: &mut Answers, file: &str) -> Result<Judged, Interrupted> {
        self.week(answers)?;
        self.goal(answers, false)?;
        self.running(answers, false)?;
        self.free(answers, false)?;
        self.block(answers, false)?;
        loop {
            let judged = judge(answers, self.here);
            match &judged {
                Ok(judged) => self.ask.tell(&judged.read_back()),
                Err(problems) => {
                    self.ask.tell(&format!("\nThis does not fit yet:\n{}", crate::render::bullets(problems)));
                }
            }
            let write = judged.is_ok().then(|| format!("Right: write {file}"));
            let sections = ["my week", "my goal", "how I run now", "when I can run", "the block"];
            let changes = sections.iter().map(|section| format!("Change {section}"));
            let options: Vec<String> = write.into_iter().chain(changes).collect();
            let skipped = sections.len() + 1 - options.len();
            match (self.ask.choice("Is that right?", &options, 0)? + skipped, judged) {
                (0, Ok(judged)) => return Ok(judged),
                (1, _) => self.change_week(answers)?,
                (2, _) => self.goal(answers, true)?,
                (3, _) => self.running(answers, true)?,
                (4, _) => self.free(answers, true)?,
                _ => self.block(answers, true)?,
            }
        }
    }

    fn week(&mut self, answers: &mut Answers) -> Result<(), Interrupted> {
        if answers.sessions.is_empty() && !answers.no_sessions {
            self.ask.tell("Your week first: what you train at fixed times, one session a line.");
        } else if self.resumed && answers.goal.is_none() {
            self.ask.tell(&format!("Your week so far:\n{}", crate::render::bullets(&answers.sessions)));
        } else {
            return Ok(());
        }
        self.add_sessions(answers)
    }

    fn add_sessions(&mut self, answers: &mut Answers) -> Result<(), Interrupted> {
        loop {
            let what = if answers.sessions.is_empty() { "A session:" } else { "Another one:" };
            let Some(line) = self.ask.line(&Question {
                what,
                help: "such as: Mon 18:00 squats 75 min heavy; Enter when that is all",
                so_far: "",
                optional: true,
                check: answers::session,
            })?
            else {
                answers.no_sessions = answers.sessions.is_empty();
                return Ok(());
            };
            let line = self.settled(line, |line, today| phrases::read_session(line, today).ok())?;
            answers.sessions.push(line);
            (self.keep)(answers);
        }
    }

    /// The line without its doubts: each is asked about, and the answer rewrites the line. What was assumed is told.
    fn settled<T>(
        &mut self,
        mut line: String,
        read: impl Fn(&str, chrono::NaiveDate) -> Option<Reading<T>>,
    ) -> Result<String, Interrupted> {
        while let Some(reading) = read(&line, self.here.today) {
            if let Some(doubt) = reading.unsure.first() {
                let options: Vec<String> = doubt.choices.iter().map(|choice| choice.label.clone()).collect();
                let chosen = self.ask.choice(&doubt.question, &options, 0)?;
                line.clone_from(&doubt.choices[chosen].line);
                continue;
            }
            for remark in &reading.assumed {
                self.ask.tell(&format!("  {}", remark.text));
            }
            if let Some(sentence) = reading.left_over_sentence(&line) {
                self.ask.tell(&format!("  {sentence}"));
            }
            break;
        }
        Ok(line)
    }

    fn change_week(&mut self, answers: &mut Answers) -> Result<(), Interrupted> {
        let mut options = answers.sessions.clone();
        options.push("Add a session".to_owned());
        let chosen = self.ask.choice("Which one?", &options, 0)?;
        let Some(line) = answers.sessions.get(chosen).cloned() else {
            return self.add_sessions(answers);
        };
        let changed = self.ask.line(&Question {
            what: "The session:",
            help: "an empty line leaves it out",
            so_far: &line,
            optional: true,
            check: answers::session,
        })?;
        match changed {
            Some(changed) => {
                answers.sessions[chosen] =
                    self.settled(changed, |line, today| phrases::read_session(line, today).ok())?
            }
            None => drop(answers.sessions.remove(chosen)),
        }
        answers.no_sessions = answers.sessions.is_empty();
        (self.keep)(answers);
        Ok(())
    }

    fn goal(&mut self, answers: &mut Answers, again: bool) -> Result<(), Interrupted> {
        if again || answers.goal.is_none() {
            answers.goal = Some(self.word("What is training for?", &GOALS, answers.goal.as_deref())?);
            (self.keep)(answers);
        }
        if again || answers.event.is_none() {
            let what = "A race to train for:";
            let help = "name, day, kilometres: Spring 10K 2027-02-14 10; Enter for none";
            self.line(what, help, answers::event, answers, |answers| &mut answers.event)?;
        }
        Ok(())
    }

    fn running(&mut self, answers: &mut Answers, again: bool) -> Result<(), Interrupted> {
        if again || answers.running_level.is_none() {
            let what = "How long have you been running?";
            answers.running_level = Some(self.word(what, &LEVELS, answers.running_level.as_deref())?);
            (self.keep)(answers);
        }
        if again || answers.weekly_minutes.is_none() {
            let so_far = answers.weekly_minutes.clone().unwrap_or_default();
            answers.weekly_minutes = self.ask.line(&Question {
                what: "How many minutes do you run in a week now?",
                help: "the average of the last four weeks, such as 80 or 1h20; 0 is fine",
                so_far: &so_far,
                optional: false,
                check: answers::minutes,
            })?;
            (self.keep)(answers);
        }
        let runs_now = answers.weekly_minutes.as_deref().and_then(phrases::minutes).is_some_and(|minutes| minutes > 0);
        if runs_now && (again || answers.longest.is_none()) {
            let what = "The longest run of the last 30 days, in minutes:";
            self.line(what, "Enter if you do not know", answers::minutes, answers, |answers| &mut answers.longest)?;
        }
        if again || answers.runs.is_none() {
            let what = "How many runs a week do you want?";
            let help = "1 to 7; Enter for as many as the rules advise";
            self.line(what, help, answers::runs, answers, |answers| &mut answers.runs)?;
        }
        if runs_now && (again || answers.recent_race.is_none()) {
            let what = "A race you ran lately, for your paces:";
            let help = "distance, time, day: 10 km 48:30 2026-10-04; Enter for none";
            self.line(what, help, answers::race, answers, |answers| &mut answers.recent_race)?;
        }
        Ok(())
    }

    fn free(&mut self, answers: &mut Answers, again: bool) -> Result<(), Interrupted> {
        if again || answers.free.is_empty() {
            answers.free.clear();
            loop {
                let first = answers.free.is_empty();
                let Some(line) = self.ask.line(&Question {
                    what: if first { "When can you run?" } else { "And when else?" },
                    help: if first {
                        "such as: weekday evenings, sat 8-12; Enter for any day from 06:00 to 21:00"
                    } else {
                        "Enter when that is all; on days not named there will be no run"
                    },
                    so_far: "",
                    optional: true,
                    check: answers::free,
                })?
                else {
                    break;
                };
                let line = self.settled(line, |line, today| phrases::read_free(line, today).ok())?;
                answers.free.push(line);
                (self.keep)(answers);
            }
        }
        if again || answers.long_run_day.is_none() {
            let what = "Which day do you like for the long run?";
            self.line(what, "Enter for any", answers::day, answers, |answers| &mut answers.long_run_day)?;
        }
        Ok(())
    }

    fn block(&mut self, answers: &mut Answers, again: bool) -> Result<(), Interrupted> {
        if again || answers.start.is_none() {
            let help = format!("a Monday; Enter for {}", next_monday(self.here.today));
            self.line("When does the block start?", &help, answers::date, answers, |answers| &mut answers.start)?;
        }
        if again || answers.weeks.is_none() {
            let help = if answers.event.is_some() { "Enter to go up to the race" } else { "Enter for 8" };
            self.line("How many weeks?", help, answers::weeks, answers, |answers| &mut answers.weeks)?;
        }
        Ok(())
    }

    /// Asks for a line that may stay empty.
    fn line(
        &mut self,
        what: &str,
        help: &str,
        check: fn(&str) -> Result<String, String>,
        answers: &mut Answers,
        place: fn(&mut Answers) -> &mut Option<String>,
    ) -> Result<(), Interrupted> {
        let so_far = place(answers).clone().unwrap_or_default();
        *place(answers) = self.ask.line(&Question { what, help, so_far: &so_far, optional: true, check })?;
        (self.keep)(answers);
        Ok(())
    }

    /// Asks for one of several words, each with what it means.
    fn word(&mut self, what: &str, words: &[(&str, &str)], so_far: Option<&str>) -> Result<String, Interrupted> {
        let options: Vec<String> = words.iter().map(|(_, meaning)| (*meaning).to_owned()).collect();
        let start = words.iter().position(|(word, _)| Some(*word) == so_far).unwrap_or(0);
        let chosen = self.ask.choice(what, &options, start)?;
        Ok(words.get(chosen).map_or_else(String::new, |(word, _)| (*word).to_owned()))
    }
}

#[cfg(test)]
mod tests;
