//! The interview: each question that is open, back and on again, and the reading at the end.

mod week;

use super::answers::{self, Answers};
use super::ask::{Ask, Interrupted, Question, Reply};
use super::compose::{Here, next_monday};
use super::judged::{Judged, judge};
use super::reopen::Older;
use super::steps::{ALL, SECTIONS, Step};
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
/// The last entry of a list, which goes to the question before.
const BACK: &str = "Back to the question before";

/// Where a question leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

/// One interview.
pub(super) struct Interview<'a> {
    /// Who answers.
    pub ask: &'a mut dyn Ask,
    /// What the machine knows.
    pub here: Here,
    /// Whether the answers come from an earlier interview, which may have ended inside the week.
    pub resumed: bool,
    /// The brief that is changed, if there is one.
    pub older: Option<&'a Older>,
    /// Keeps the answers so far.
    pub keep: &'a mut dyn FnMut(&Answers),
}

impl Interview<'_> {
    /// Asks for what is not answered yet, reads it back until the person is content, and returns the brief.
    pub(super) fn hold(&mut self, answers: &mut Answers, file: &str) -> Result<Judged, Interrupted> {
        if self.older.is_none() {
            self.run_through(&ALL, answers, false)?;
        }
        loop {
            let judged = judge(answers, self.here, self.older);
            match &judged {
                Ok(judged) => self.ask.tell(&judged.read_back()),
                Err(problems) => {
                    self.ask.tell(&format!("\nThis does not fit yet:\n{}", crate::render::bullets(problems)));
                }
            }
            let write = judged.is_ok().then(|| format!("Right: write {file}"));
            let changes = std::iter::once("my week").chain(SECTIONS.iter().map(|(section, _)| *section));
            let options: Vec<String> =
                write.into_iter().chain(changes.map(|section| format!("Change {section}"))).collect();
            let skipped = SECTIONS.len() + 2 - options.len();
            match (self.ask.choice("Is that right?", &options, 0)? + skipped, judged) {
                (0, Ok(judged)) => return Ok(judged),
                (1, _) => self.change_week(answers)?,
                (section, _) => {
                    let steps = SECTIONS.get(section.saturating_sub(2)).map_or(&[][..], |(_, steps)| *steps);
                    self.run_through(steps, answers, true)?;
                }
            }
        }
    }

    /// Asks these questions in turn: those that are open, or all of them. `back` leads to the one that was asked before.
    fn run_through(&mut self, steps: &[Step], answers: &mut Answers, again: bool) -> Result<(), Interrupted> {
        let mut asked: Vec<usize> = Vec::new();
        let (mut at, mut returned) = (0, false);
        while let Some(&step) = steps.get(at) {
            let half_told = step == Step::Week && self.resumed && answers.goal.is_none();
            let open = again || returned || half_told || step.is_open(answers);
            if !(open && step.applies(answers)) {
                at += 1;
                continue;
            }
            let way = self.step(step, answers, !asked.is_empty())?;
            (self.keep)(answers);
            returned = false;
            match (way, asked.last().copied()) {
                (Way::On, _) => {
                    asked.push(at);
                    at += 1;
                }
                (Way::Back, Some(before)) => {
                    asked.pop();
                    (at, returned) = (before, true);
                }
                (Way::Back, None) => self.ask.tell("  This is the first question."),
            }
        }
        Ok(())
    }

    fn step(&mut self, step: Step, answers: &mut Answers, back: bool) -> Result<Way, Interrupted> {
        match step {
            Step::Week => self.week(answers),
            Step::Goal => self.word("What is training for?", &GOALS, &mut answers.goal, back),
            Step::Event => {
                let help = "name, day, kilometres: Spring 10K 2027-02-14 10; Enter for none";
                self.line("A race to train for:", help, answers::event, &mut answers.event)
            }
            Step::Level => self.word("How long have you been running?", &LEVELS, &mut answers.running_level, back),
            Step::Weekly => {
                let so_far = answers.weekly_minutes.clone().unwrap_or_default();
                let reply = self.ask.line(&Question {
                    what: "How many minutes do you run in a week now?",
                    help: "the average of the last four weeks, such as 80 or 1h20; 0 is fine",
                    so_far: &so_far,
                    optional: false,
                    check: answers::minutes,
                })?;
                Ok(taken(reply, &mut answers.weekly_minutes))
            }
            Step::Longest => {
                let what = "The longest run of the last 30 days, in minutes:";
                self.line(what, "Enter if you do not know", answers::minutes, &mut answers.longest)
            }
            Step::Runs => {
                let help = "1 to 7; Enter for as many as the rules advise";
                self.line("How many runs a week do you want?", help, answers::runs, &mut answers.runs)
            }
            Step::Race => {
                let help = "distance, time, day: 10 km 48:30 2026-10-04; Enter for none";
                self.line("A race you ran lately, for your paces:", help, answers::race, &mut answers.recent_race)
            }
            Step::Free => self.free(answers),
            Step::LongDay => {
                let what = "Which day do you like for the long run?";
                self.line(what, "Enter for any", answers::day, &mut answers.long_run_day)
            }
            Step::Most => {
                let help = "such as 60, or weekdays 45; Enter for no limit";
                self.line("The most minutes you can run on a day:", help, answers::most, &mut answers.most_minutes)
            }
            Step::NoRuns => {
                self.line("Days without any run:", "Enter for none", answers::days, &mut answers.no_run_days)
            }
            Step::Sleep => {
                let help = "such as 22:30-6:30, or night shift Mon-Wed 22-6; Enter to leave it out";
                self.line("When do you sleep, or work at night?", help, answers::sleep, &mut answers.sleep)
            }
            Step::Start => {
                let help = format!("a Monday; Enter for {}", next_monday(self.here.today));
                self.line("When does the block start?", &help, answers::date, &mut answers.start)
            }
            Step::Weeks => {
                let help = if answers.event.is_some() { "Enter to go up to the race" } else { "Enter for 8" };
                self.line("How many weeks?", help, answers::weeks, &mut answers.weeks)
            }
        }
    }

    fn free(&mut self, answers: &mut Answers) -> Result<Way, Interrupted> {
        answers.free.clear();
        loop {
            let first = answers.free.is_empty();
            let reply = self.ask.line(&Question {
                what: if first { "When can you run?" } else { "And when else?" },
                help: if first {
                    "such as: weekday evenings, sat 8-12; Enter for any day from 06:00 to 21:00"
                } else {
                    "Enter when that is all; on days not named there will be no run"
                },
                so_far: "",
                optional: true,
                check: answers::free,
            })?;
            match reply {
                Reply::Line(line) => {
                    let line = self.settled(line, |line, today| phrases::read_free(line, today).ok())?;
                    answers.free.push(line);
                    (self.keep)(answers);
                }
                Reply::Nothing => return Ok(Way::On),
                Reply::Back => return Ok(Way::Back),
                Reply::Undo => self.undone(answers.free.pop()),
            }
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

    fn undone(&mut self, line: Option<String>) {
        let told = line.map_or_else(|| "  Nothing to undo.".to_owned(), |line| format!("  Taken back: {line}"));
        self.ask.tell(&told);
    }

    /// Asks for a line that may stay empty.
    fn line(
        &mut self,
        what: &str,
        help: &str,
        check: fn(&str) -> Result<String, String>,
        place: &mut Option<String>,
    ) -> Result<Way, Interrupted> {
        let so_far = place.clone().unwrap_or_default();
        let reply = self.ask.line(&Question { what, help, so_far: &so_far, optional: true, check })?;
        Ok(taken(reply, place))
    }

    /// Asks for one of several words, each with what it means.
    fn word(
        &mut self,
        what: &str,
        words: &[(&str, &str)],
        place: &mut Option<String>,
        back: bool,
    ) -> Result<Way, Interrupted> {
        let mut options: Vec<String> = words.iter().map(|(_, meaning)| (*meaning).to_owned()).collect();
        options.extend(back.then(|| BACK.to_owned()));
        let start = words.iter().position(|(word, _)| Some(*word) == place.as_deref()).unwrap_or(0);
        let chosen = self.ask.choice(what, &options, start)?;
        let Some((word, _)) = words.get(chosen) else { return Ok(Way::Back) };
        *place = Some((*word).to_owned());
        Ok(Way::On)
    }
}

/// Keeps an answer in its place; undoing the only line of a question is going back.
fn taken(reply: Reply, place: &mut Option<String>) -> Way {
    match reply {
        Reply::Line(line) => *place = Some(line),
        Reply::Nothing => *place = None,
        Reply::Back | Reply::Undo => return Way::Back,
    }
    Way::On
}

#[cfg(test)]
mod tests;
