//! Asking at the terminal.

use inquire::validator::Validation;
use inquire::{Confirm, InquireError, Select, Text};

use super::ask::{Ask, Interrupted, Question};

/// Rows of a list that are shown at once.
const ROWS: usize = 12;

/// The person at the terminal.
pub(super) struct Terminal;

fn answered<T>(answer: Result<T, InquireError>) -> Result<T, Interrupted> {
    answer.map_err(|_| Interrupted)
}

impl Ask for Terminal {
    fn line(&mut self, question: &Question<'_>) -> Result<Option<String>, Interrupted> {
        let (check, optional) = (question.check, question.optional);
        let judge = move |text: &str| {
            if optional && text.trim().is_empty() {
                return Ok(Validation::Valid);
            }
            Ok(match check(text) {
                Ok(_) => Validation::Valid,
                Err(told) => Validation::Invalid(told.into()),
            })
        };
        let text = Text::new(question.what)
            .with_help_message(question.help)
            .with_initial_value(question.so_far)
            .with_validator(judge)
            .prompt();
        let text = answered(text)?;
        Ok(Some(text.trim())
            .filter(|text| !text.is_empty())
            .map(|text| check(text).unwrap_or_else(|_| text.to_owned())))
    }

    fn choice(&mut self, what: &str, options: &[String], start: usize) -> Result<usize, Interrupted> {
        let start = start.min(options.len().saturating_sub(1));
        let select = Select::new(what, options.to_vec())
            .with_help_message("up and down to move, Enter to choose")
            .with_starting_cursor(start)
            .with_page_size(ROWS)
            .without_filtering();
        answered(select.raw_prompt()).map(|chosen| chosen.index)
    }

    fn yes(&mut self, what: &str, usual: bool) -> Result<bool, Interrupted> {
        answered(Confirm::new(what).with_default(usual).prompt())
    }

    fn tell(&mut self, text: &str) {
        crate::cli::note(text);
    }
}
