//! How a plan looks in a terminal.

use anstyle::{AnsiColor, Style};
use chrono::NaiveDate;

use super::wrap::USUAL_WIDTH;

/// Wider lines are hard to read.
const MOST_WIDTH: usize = 120;
const LEAST_WIDTH: usize = 40;

/// How wide, in colour or not, and which day is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns to use.
    pub width: usize,
    /// Whether colours decorate what the words say.
    pub colour: bool,
    /// The day to mark.
    pub today: Option<NaiveDate>,
}

impl Look {
    /// The look in a terminal with so many columns, if it says, without colour.
    pub fn new(columns: Option<usize>) -> Self {
        let width = columns.unwrap_or(USUAL_WIDTH).clamp(LEAST_WIDTH, MOST_WIDTH);
        Self { width, colour: false, today: None }
    }

    /// Lines with their words in a style, where there are colours.
    pub(super) fn paint(&self, style: Style, lines: &str) -> String {
        if !self.colour {
            return lines.to_owned();
        }
        lines.split_inclusive('\n').map(|line| painted(style, line)).collect()
    }
}

/// One line in a style; what is blank at either end stays as it is.
fn painted(style: Style, line: &str) -> String {
    let words = line.trim();
    let from = line.len() - line.trim_start().len();
    if words.is_empty() {
        return line.to_owned();
    }
    format!("{}{style}{words}{style:#}{}", &line[..from], &line[from + words.len()..])
}

/// Why nothing may be run.
pub(super) const STOP: Style = AnsiColor::Red.on_default().bold();
/// The head of a week.
pub(super) const HEAD: Style = Style::new().bold();
/// A run.
pub(super) const RUN: Style = AnsiColor::Green.on_default().bold();
/// A week or a day that asks for less.
pub(super) const LESS: Style = AnsiColor::Cyan.on_default();
/// What was left out.
pub(super) const LEFT_OUT: Style = AnsiColor::Yellow.on_default();
/// What is read once.
pub(super) const ASIDE: Style = Style::new().dimmed();
