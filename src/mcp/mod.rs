//! The planner as tools of an assistant: the Model Context Protocol, JSON-RPC over standard input and output.
//!
//! Reading tools answer at once. Those that write tell first what they would write; only a second call with the name of that
//! preview writes, and only while nothing has changed meanwhile. No tool takes a path: nothing outside the one folder is touched.

mod arguments;
mod change;
mod desk;
mod protocol;
mod summary;
mod tools;
mod wire;

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread;

use serde_json::Value;

use crate::world::lines::{Line, Lines};
use crate::world::{Folder, Stop};
use protocol::Server;
use wire::Message;

/// A message has so many bytes at most: a whole brief as an argument, and room around it.
const MOST_BYTES: usize = 2 * crate::brief::MAX_BYTES;

/// Answers an assistant about one folder until it closes standard input.
pub(crate) fn run(folder: &Path) -> Result<(), Stop> {
    let mut server = Server::of(Folder::of(folder)?);
    let (lines, heard) = mpsc::channel();
    // It is read while a request is at work, so that one that is taken back gets no answer.
    thread::spawn(move || read(&lines));
    let mut waiting = std::collections::VecDeque::new();
    while let Some(message) = waiting.pop_front().or_else(|| heard.recv().ok()) {
        let Some(answer) = server.answer(&message) else { continue };
        waiting.extend(heard.try_iter());
        let is_taken_back = waiting.iter().any(|later| later.takes_back(message.id()));
        if !is_taken_back && !written(&answer)? {
            break;
        }
    }
    Ok(())
}

fn read(lines: &Sender<Message>) {
    let reader = io::stdin().lock();
    for line in (Lines { reader, most: MOST_BYTES }) {
        let message = match line {
            Ok(Line::Whole(text)) if text.trim_ascii().is_empty() => continue,
            Ok(Line::Whole(text)) => Message::read(&text),
            Ok(Line::TooLong(_)) => Message::too_long(MOST_BYTES),
            Err(_) => break,
        };
        if lines.send(message).is_err() {
            break;
        }
    }
}

/// Writes a message in one line; false where nobody reads any more.
fn written(message: &Value) -> Result<bool, Stop> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", crate::render::json_line(message)).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Stop::cannot("write to standard output", &error)),
    }
}
