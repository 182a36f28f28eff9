//! Asking a person, at a terminal or in a test.

/// The person wants to stop here.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Interrupted;

/// A question that is answered with a line.
pub(super) struct Question<'a> {
    /// What is asked.
    pub what: &'a str,
    /// How to answer, with an example.
    pub help: &'a str,
    /// The answer so far, to be changed.
    pub so_far: &'a str,
    /// Whether an empty line is an answer too.
    pub optional: bool,
    /// What is wrong with an answer, or the answer as it is kept.
    pub check: fn(&str) -> Result<String, String>,
}

/// What a person answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// A line.
    Line(String),
    /// Nothing, or that it is done.
    Nothing,
    /// To the question before.
    Back,
    /// The last line was wrong.
    Undo,
}

/// What a typed line comes to.
pub(super) enum Typed {
    /// An answer.
    Reply(Reply),
    /// The person wants help.
    Help,
    /// The line cannot be an answer, for this reason.
    Wrong(String),
}

impl Question<'_> {
    /// Judges a typed line: a word for the interview itself, or an answer.
    pub(super) fn judge(&self, typed: &str) -> Typed {
        let typed = typed.trim();
        match typed.to_lowercase().as_str() {
            "?" | "help" => Typed::Help,
            "back" => Typed::Reply(Reply::Back),
            "undo" => Typed::Reply(Reply::Undo),
            "" | "done" if self.optional => Typed::Reply(Reply::Nothing),
            "" | "done" => Typed::Wrong("this one needs an answer".to_owned()),
            _ => (self.check)(typed).map_or_else(Typed::Wrong, |line| Typed::Reply(Reply::Line(line))),
        }
    }
}

/// Somebody who answers.
pub(super) trait Ask {
    /// A line.
    fn line(&mut self, question: &Question<'_>) -> Result<Reply, Interrupted>;
    /// One of these, by its place.
    fn choice(&mut self, what: &str, options: &[String], start: usize) -> Result<usize, Interrupted>;
    /// Yes or no.
    fn yes(&mut self, what: &str, usual: bool) -> Result<bool, Interrupted>;
    /// Something to read.
    fn tell(&mut self, text: &str);
}
