//! `runweave batch`.

mod folders;
mod names;

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use serde_json::{Value, json};

use super::args::BatchArgs;
use super::progress::Progress;
use super::{Done, Stop, files, note};
use crate::app::{self, PlanInput};
use crate::brief::{Brief, Defaults};
use crate::plan::Plan;
use crate::render;
use crate::render::words::{count, thousands};
use crate::world::lines::{Line, Lines};
use folders::{Folders, Place, Written};

/// Lines that are at work or wait to be written, for each processor: enough that none stands still while one line takes long.
const LINES_EACH: usize = 16;

/// How lines were answered.
#[derive(Clone, Copy, Default)]
struct Tally {
    lines: usize,
    errors: usize,
    without_runs: usize,
}

/// What one line gets.
struct Answer {
    text: String,
    tally: Tally,
    written: Option<Written>,
}

/// What there is to do next.
enum Event {
    Line(Line),
    /// The line of this number, from 0, has its answer.
    Answered(usize, Answer),
    /// There are no more lines, or no more can be read.
    End(io::Result<()>),
}

pub(super) fn run(args: &BatchArgs) -> Done {
    let seed = args.seed;
    let mut folders = args.files.as_deref().map(Folders::of).transpose()?;
    let (events, heard) = mpsc::channel();
    let (permits, permitted) = mpsc::channel();
    let permit = |lines: usize| {
        for _ in 0..lines {
            let _ = permits.send(());
        }
    };
    permit(LINES_EACH * rayon::current_num_threads());
    let reader = events.clone();
    // It is left behind where standard output closes first: only the end of the process ends its waiting for input.
    thread::spawn(move || read(&reader, &permitted));
    let answered = Arc::new(AtomicUsize::new(0));
    let told = Arc::clone(&answered);
    let progress = Progress::told(move || format!("{} planned", thousands(told.load(Ordering::Relaxed) as i32)));
    let mut tally = Tally::default();
    // The lines that are not written yet, those that have no answer too.
    let mut open: VecDeque<Option<Answer>> = VecDeque::new();
    let mut end = None;
    while end.is_none() || !open.is_empty() {
        match heard.recv() {
            Ok(Event::Line(line)) => {
                let number = tally.lines + open.len();
                open.push_back(None);
                let events = events.clone();
                // A folder's name has to be known in the order of the lines, and only the brief says it.
                let placed = folders.as_mut().map(|folders| {
                    let brief = brief(&line);
                    (folders.place(brief.as_ref().ok(), number + 1), brief)
                });
                rayon::spawn_fifo(move || {
                    let answer = match placed {
                        Some((place, brief)) => written_answer(&place, brief, seed),
                        None => answer(&line, seed),
                    };
                    drop(events.send(Event::Answered(number, answer)));
                });
            }
            Ok(Event::Answered(number, answer)) => open[number - tally.lines] = Some(answer),
            Ok(Event::End(how)) => end = Some(how),
            Err(_) => break,
        }
        let ready = open.iter().take_while(|answer| answer.is_some()).count();
        let mut answers: Vec<Answer> = open.drain(..ready).flatten().collect();
        for one in &mut answers {
            if let (Some(folders), Some(written)) = (&mut folders, one.written.take()) {
                folders.add(written);
            }
            tally.lines += 1;
            tally.errors += one.tally.errors;
            tally.without_runs += one.tally.without_runs;
        }
        answered.store(tally.lines, Ordering::Relaxed);
        if !written(&answers)? {
            return Ok(ExitCode::SUCCESS);
        }
        permit(answers.len());
    }
    drop(progress);
    end.unwrap_or(Ok(())).map_err(|error| Stop::cannot("read standard input", &error))?;
    if let Some(folders) = &folders {
        folders.end()?;
    }
    note(&summary(tally));
    Ok(if tally.errors + tally.without_runs > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Hands on the lines of standard input, each with a permit, until it ends or nobody takes them any more.
fn read(events: &Sender<Event>, permitted: &Receiver<()>) {
    let mut lines = Lines { reader: io::stdin().lock(), most: crate::brief::MAX_BYTES };
    let end = loop {
        match lines.next() {
            Some(Ok(line)) if permitted.recv().is_ok() => drop(events.send(Event::Line(line))),
            Some(Ok(_)) | None => break Ok(()),
            Some(Err(error)) => break Err(error),
        }
    };
    drop(events.send(Event::End(end)));
}

/// Writes one line for each; false where nobody reads them any more.
fn written(answers: &[Answer]) -> Result<bool, Stop> {
    if answers.is_empty() {
        return Ok(true);
    }
    let mut out = io::stdout().lock();
    let mut write = || {
        for answer in answers {
            out.write_all(answer.text.as_bytes())?;
            out.write_all(b"\n")?;
        }
        out.flush()
    };
    match write() {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Stop::cannot("write to standard output", &error)),
    }
}

/// The brief in a line, or what is wrong with it.
fn brief(line: &Line) -> Result<Brief, Vec<Value>> {
    match line {
        Line::TooLong(bytes) => Err(vec![too_long(*bytes)]),
        Line::Whole(text) => Brief::parse(text, "the line", Defaults { timezone: crate::model::Zone::UTC })
            .map_err(|problems| render::problems_data(&problems)),
    }
}

/// The plan of the brief in a line, or what is wrong with it.
fn answer(line: &Line, seed: u64) -> Answer {
    let brief = match brief(line) {
        Err(problems) => return error(&problems),
        Ok(brief) => brief,
    };
    match app::plan(&PlanInput { brief: &brief, busy: &[], seed, earlier: None, now: files::now() }) {
        Err(why) => error(&[no_plan(&why)]),
        Ok(plan) => Answer { text: render::json_line(&plan), tally: tally_of(&plan), written: None },
    }
}

/// The same, written into the folder of the athlete; the line tells where.
fn written_answer(place: &Place, brief: Result<Brief, Vec<Value>>, seed: u64) -> Answer {
    let planned = brief.and_then(|brief| place.planned(&brief, seed).map_err(|stop| vec![no_plan(&stop.first_line())]));
    match planned {
        Err(problems) => Answer { written: Some(place.unplanned(&problems)), ..error(&problems) },
        Ok(plan) => {
            let (data, written) = place.told(&plan);
            Answer { text: render::json_line(&data), tally: tally_of(&plan), written: Some(written) }
        }
    }
}

fn tally_of(plan: &Plan) -> Tally {
    Tally { without_runs: usize::from(plan.open_runs().next().is_none()), ..Tally::default() }
}

fn no_plan(why: &impl std::fmt::Display) -> Value {
    json!({ "kind": "no_plan", "message": why.to_string() })
}

fn error(problems: &[Value]) -> Answer {
    let text = render::json_line(&json!({ "error": problems }));
    Answer { text, tally: Tally { errors: 1, ..Tally::default() }, written: None }
}

fn too_long(bytes: usize) -> Value {
    let message = format!("the line has {bytes} bytes");
    let help = format!("at most {} are read; a brief is a page of text", crate::brief::MAX_BYTES);
    json!({ "kind": "too_large", "message": message, "help": help })
}

/// "3 briefs: 1 plan, 1 plan without any run, 1 error".
fn summary(tally: Tally) -> String {
    let mut parts = vec![count(tally.lines - tally.errors - tally.without_runs, "plan")];
    if tally.without_runs > 0 {
        parts.push(format!("{} without any run", count(tally.without_runs, "plan")));
    }
    if tally.errors > 0 {
        parts.push(count(tally.errors, "error"));
    }
    format!("note: {}: {}", count(tally.lines, "line"), parts.join(", "))
}
