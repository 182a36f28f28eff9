//! What stops a command, and what the person reads.

use std::fmt;
use std::io;
use std::process::ExitCode;

use crate::app::{NoAnswer, NotPlanned};
use crate::brief::Problems;
use crate::render::NotWritten;

/// Why a command ended early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The input is not right: told in whole.
    Input(String),
    /// No plan is possible.
    NoPlan(String),
}

impl Stop {
    /// `error: cannot read `x`: no such file or directory`.
    pub(crate) fn cannot(what: &str, error: &io::Error) -> Self {
        Self::Input(format!("error: cannot {what}: {}", plain(error)))
    }

    /// The same, with a hint about what would be right.
    pub(crate) fn with_hint(self, hint: &str) -> Self {
        match self {
            Self::Input(text) => Self::Input(format!("{text}\n\nhint: {hint}")),
            Self::NoPlan(text) => Self::NoPlan(format!("{text}\n\nhint: {hint}")),
        }
    }

    /// An error with a hint about what would be right.
    pub(crate) fn wrong(what: impl fmt::Display, hint: impl fmt::Display) -> Self {
        Self::Input(format!("error: {what}\n\nhint: {hint}"))
    }

    /// What the person reads.
    pub(crate) fn text(&self) -> &str {
        let (Self::Input(text) | Self::NoPlan(text)) = self;
        text.trim_end()
    }

    /// What is wrong, without what would be right.
    pub(crate) fn first_line(&self) -> String {
        self.text().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
    }

    /// Tells the person, and how the process ends.
    pub(crate) fn report(self) -> ExitCode {
        super::note(self.text());
        match self {
            Self::Input(_) => ExitCode::from(2),
            Self::NoPlan(_) => ExitCode::from(1),
        }
    }
}

impl From<Problems> for Stop {
    fn from(problems: Problems) -> Self {
        Self::Input(problems.to_string())
    }
}

impl From<NotPlanned> for Stop {
    fn from(why: NotPlanned) -> Self {
        let stop = match why {
            NotPlanned::Brief(problems) => return problems.into(),
            _ if why.is_about_the_rules() => Self::NoPlan(format!("error: {why}")),
            _ => Self::Input(format!("error: {why}")),
        };
        match why.hint() {
            Some(hint) => stop.with_hint(&hint),
            None => stop,
        }
    }
}

impl From<NoAnswer> for Stop {
    fn from(why: NoAnswer) -> Self {
        Self::wrong(&why, why.hint())
    }
}

impl From<NotWritten> for Stop {
    fn from(why: NotWritten) -> Self {
        Self::wrong(why, "please report it with the brief or plan it happened with")
    }
}

/// An operating system's error without its number.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
