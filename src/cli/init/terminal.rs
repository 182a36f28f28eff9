//! Asking at the terminal: lines with the editing keys of a shell, lists with the arrow keys.

use inquire::{Confirm, InquireError, Select};
use rustyline::Editor;
use rustyline::config::{Behavior, Config};
use rustyline::history::MemHistory;

use super::ask::{Ask, Interrupted, Question, Reply, Typed};

/// Rows of a list that are shown at once.
const ROWS: usize = 12;

/// The person at the terminal.
pub(super) struct Terminal {
    editor: Editor<(), MemHistory>,
}

impl Terminal {
    /// A line editor on the terminal itself: standard output is for data.
    pub(super) fn new() -> Result<Self, Interrupted> {
        let config = Config::builder().behavior(Behavior::PreferTerm).build();
        let editor = Editor::with_history(config, MemHistory::new()).map_err(|_| Interrupted)?;
        Ok(Self { editor })
    }
}

fn answered<T>(answer: Result<T, InquireError>) -> Result<T, Interrupted> {
    answer.map_err(|_| Interrupted)
}

impl Ask for Terminal {
    fn line(&mut self, question: &Question<'_>) -> Result<Reply, Interrupted> {
        self.tell(&format!("{}\n  ({})", question.what, question.help));
        let mut so_far = question.so_far.to_owned();
        loop {
            let typed = self.editor.readline_with_initial("> ", (&so_far, "")).map_err(|_| Interrupted)?;
            match question.judge(&typed) {
                Typed::Reply(reply) => {
                    if matches!(reply, Reply::Line(_)) {
                        let _ = self.editor.add_history_entry(typed.trim());
                    }
                    return Ok(reply);
                }
                Typed::Help => {
                    self.tell(&format!("  {}\n  `back` goes to the question before, `undo` takes the last line back, `done` goes on; Ctrl-C leaves and keeps your answers.", question.help));
                    so_far.clear();
                }
                Typed::Wrong(why) => {
                    self.tell(&format!("  {why}"));
                    so_far = typed;
                }
            }
        }
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
