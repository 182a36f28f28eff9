//! What the answers come to: the brief, what was assumed, and what to look at.

use super::answers::Answers;
use super::compose::{Composed, Here, compose};
use crate::brief::{self, Brief, Defaults};
use crate::prescribe::race_clashes;
use crate::render;

use super::layout::laid_out;
use super::reopen::Older;

/// Answers that make a brief.
pub(super) struct Judged {
    /// The brief's text, as it is written.
    pub text: String,
    /// The brief.
    pub brief: Brief,
    /// What was assumed, in sentences.
    pub assumed: Vec<String>,
    /// What is taken until the person says otherwise, and what was not used.
    pub unsure: Vec<String>,
    /// What to think about before planning.
    pub advice: Vec<String>,
}

/// Makes a brief of the answers, or says what does not fit.
pub(super) fn judge(answers: &Answers, here: Here, older: Option<&Older>) -> Result<Judged, Vec<String>> {
    let Composed { brief: value, mut assumed, unsure } = compose(answers, here, older).map_err(|error| vec![error])?;
    let text = laid_out(&value);
    let brief = Brief::parse(text.as_bytes(), "the brief", Defaults { timezone: here.zone }).map_err(|problems| {
        problems.iter().map(|problem| format!("{}; {}", problem.message(), problem.help())).collect::<Vec<_>>()
    })?;
    // What a line leaves out has been told with the line.
    let told_before = |sentence: &&String| sentence.contains("the safe reading");
    assumed.extend(brief.warnings.iter().filter(|sentence| !told_before(sentence)).cloned());
    let mut advice = brief::check(&brief);
    advice.extend(race_clashes(&brief, &brief.timetable(&[])));
    Ok(Judged { text, brief, assumed, unsure, advice })
}

impl Judged {
    /// The week as it was understood, what was assumed, and what to look at.
    pub(super) fn read_back(&self) -> String {
        let mut text = format!("\nYour week:\n{}", super::week::table(&self.brief));
        for (title, sentences) in [("Not sure", &self.unsure), ("Assumed", &self.assumed), ("To look at", &self.advice)]
        {
            if !sentences.is_empty() {
                text.extend(["\n", title, ":\n", &render::bullets(sentences)]);
            }
        }
        text
    }
}
