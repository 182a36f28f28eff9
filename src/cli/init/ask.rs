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
    /// What is wrong with an answer.
    pub check: fn(&str) -> Result<String, String>,
}

/// Whoever answers.
pub(super) trait Ask {
    /// A line; `None` where it stays empty.
    fn line(&mut self, question: &Question<'_>) -> Result<Option<String>, Interrupted>;
    /// One of these, by its place.
    fn choice(&mut self, what: &str, options: &[String], start: usize) -> Result<usize, Interrupted>;
    /// Yes or no.
    fn yes(&mut self, what: &str, usual: bool) -> Result<bool, Interrupted>;
    /// Something to read.
    fn tell(&mut self, text: &str);
}
