//! `runweave batch`.

mod lines;

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::args::BatchArgs;
use super::progress::Progress;
use super::{Done, Stop, note};
use crate::brief::{Brief, Defaults, Problems};
use crate::render;
use crate::render::words::{count, thousands};
use lines::{Line, Lines};

/// Lines that are planned together, for each processor: enough that none waits long for the slowest of them.
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
}

pub(super) fn run(args: &BatchArgs) -> Done {
    let most = LINES_EACH * rayon::current_num_threads();
    let (sender, lines) = mpsc::sync_channel(most);
    // It is left behind where standard output closes first: only the end of the process ends its waiting for input.
    thread::spawn(move || read(&sender));
    let answered = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&answered);
    let progress = Progress::told(move || format!("{} planned", thousands(seen.load(Ordering::Relaxed) as i32)));
    let mut tally = Tally::default();
    while let Some(together) = next(&lines, most)? {
        let answers: Vec<Answer> = together.par_iter().map(|line| answer(line, args.seed)).collect();
        for one in &answers {
            tally.lines += 1;
            tally.errors += one.tally.errors;
            tally.without_runs += one.tally.without_runs;
        }
        answered.store(tally.lines, Ordering::Relaxed);
        if !written(&answers)? {
            return Ok(ExitCode::SUCCESS);
        }
    }
    drop(progress);
    note(&summary(tally));
    Ok(if tally.errors + tally.without_runs > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Hands on the lines of standard input until it ends or nobody takes them any more.
fn read(sender: &SyncSender<io::Result<Line>>) {
    for line in Lines(io::stdin().lock()) {
        if sender.send(line).is_err() {
            return;
        }
    }
}

/// The lines that are there, at least one and no more than `most`: whoever waits for an answer before the next line gets it.
fn next(lines: &Receiver<io::Result<Line>>, most: usize) -> Result<Option<Vec<Line>>, Stop> {
    let Ok(first) = lines.recv() else { return Ok(None) };
    let together: io::Result<Vec<Line>> = [first].into_iter().chain(lines.try_iter().take(most - 1)).collect();
    together.map(Some).map_err(|error| Stop::cannot("read standard input", &error))
}

/// Writes one line for each; false where nobody reads them any more.
fn written(answers: &[Answer]) -> Result<bool, Stop> {
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

/// The plan of the brief in a line, or what is wrong with it.
fn answer(line: &Line, seed: u64) -> Answer {
    let brief = match line {
        Line::TooLong(bytes) => return error(&[too_long(*bytes)]),
        Line::Whole(text) => Brief::parse(text, "the line", Defaults { timezone: chrono_tz::UTC }),
    };
    let plan = match brief {
        Err(problems) => return error(&problems_of(&problems)),
        Ok(brief) => super::plan::made(&brief, &[], seed, None),
    };
    match plan {
        None => error(&[json!({ "kind": "no_plan", "message": super::plan::TOO_MANY_RUNS })]),
        Some(plan) => {
            let without_runs = usize::from(plan.open_runs().next().is_none());
            Answer { text: render::json_line(&plan), tally: Tally { without_runs, ..Tally::default() } }
        }
    }
}

fn error(problems: &[Value]) -> Answer {
    let text = render::json_line(&json!({ "error": problems }));
    Answer { text, tally: Tally { errors: 1, ..Tally::default() } }
}

/// So many problems of a line are told.
const MOST_TOLD: usize = 50;

fn problems_of(problems: &Problems) -> Vec<Value> {
    let told = problems.iter().take(MOST_TOLD).map(|problem| {
        let (_, column) = problems.position(problem);
        json!({ "kind": problem.kind(), "column": column, "message": problem.message(), "help": problem.help() })
    });
    told.collect()
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
