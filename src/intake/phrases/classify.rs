//! What a session is, from the words that name it.

use super::Span;
use super::items::Plainly;
use super::lexicon::Meaning;
use crate::model::{Effort, Focus, Kind, RunClass};

/// A word of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// What it says, if it is known.
    pub meaning: Option<Meaning>,
    /// Where it is.
    pub at: Span,
    /// Whether "and", a comma or a plus parts it from the word before.
    pub joined: bool,
    /// Whether it is a name of somebody or of a place: "yoga with Anna".
    pub proper: bool,
    /// Whether it names a day of a split: push, pull, legs, upper, lower.
    pub split: bool,
    /// What the person says it is in so many words, behind it.
    pub plainly: Option<Plainly>,
}

/// What a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Training {
    /// Its kind.
    pub kind: Kind,
    /// What it works.
    pub focus: Option<Focus>,
    /// How hard it is where nothing is said.
    pub usual: Option<Effort>,
    /// Whether it is a match.
    pub is_match: bool,
    /// What kind of run it is, if it is one and says so.
    pub class: Option<RunClass>,
}

/// Lifting, as far as words say what it trains.
enum Lifting {
    Of(Focus),
    Unsaid,
}

/// What the words of a name come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Judged {
    /// A session; the words that it rests on without knowing them.
    Session { training: Training, unknown: Vec<Span> },
    /// A run, which belongs to the planner.
    Run,
    /// No training at all, but a time that is taken.
    Work,
    /// A match of a sport that these words do not name.
    Match,
    /// Nothing that is known: the words in question.
    Unknown(Vec<Span>),
}

fn session(kind: Kind, focus: Option<Focus>, usual: Option<Effort>) -> Training {
    Training { kind, focus, usual, is_match: false, class: None }
}

/// A session that the person describes in so many words.
pub(super) fn plain(plainly: Plainly) -> Training {
    match plainly {
        Plainly::Lifts(focus) => session(Kind::Strength, Some(focus), Some(Effort::Heavy)),
        Plainly::Sport(Some(effort)) => session(Kind::Other, Some(Focus::Lower), Some(effort)),
        Plainly::Sport(None) => session(Kind::Other, None, None),
        Plainly::Mobility => session(Kind::Mobility, None, None),
        Plainly::Run(class) => Training { class: Some(class), ..session(Kind::Run, None, None) },
    }
}

/// Judges the words of a name.
pub(super) fn judge(words: &[Word]) -> Judged {
    let says: Vec<Meaning> = words.iter().filter_map(|word| word.meaning).collect();
    let has = |meaning: Meaning| says.contains(&meaning);
    let unknown: Vec<Span> =
        words.iter().filter(|word| word.meaning.is_none() && !word.proper).map(|word| word.at).collect();
    if let Some(plainly) = words.iter().find_map(|word| word.plainly) {
        let mut training = plain(plainly);
        training.is_match = has(Meaning::Match) && training.kind == Kind::Other;
        training.usual = hint(&says).or(training.usual);
        return Judged::Session { training, unknown: Vec::new() };
    }
    let legs = says.iter().filter_map(|meaning| match meaning {
        Meaning::LegSport(effort) => Some(*effort),
        _ => None,
    });
    let sport = legs.max_by_key(|effort| *effort == Effort::Heavy);
    let strength = strength(words, &says, sport.is_some() || has(Meaning::Spares));
    let found = match (strength, sport) {
        // Sport with a little lifting beside it is the harder of the two for the legs.
        (Some(Lifting::Of(Focus::Upper | Focus::Core)), Some(effort)) => {
            Some(session(Kind::Other, Some(Focus::Lower), Some(effort)))
        }
        (Some(Lifting::Of(focus)), _) => Some(session(Kind::Strength, Some(focus), Some(Effort::Heavy))),
        (Some(Lifting::Unsaid), _) => Some(session(Kind::Strength, None, Some(Effort::Heavy))),
        (None, Some(effort)) => Some(session(Kind::Other, Some(Focus::Lower), Some(effort))),
        _ if has(Meaning::Mobility) => Some(session(Kind::Mobility, None, None)),
        _ if has(Meaning::ClubRun) || has(Meaning::Run) && words.iter().any(|word| word.proper) => {
            return Judged::Session { training: session(Kind::Run, None, None), unknown: Vec::new() };
        }
        _ if has(Meaning::Night) => {
            let training = session(Kind::Other, None, Some(Effort::Light));
            return Judged::Session { training, unknown: Vec::new() };
        }
        _ if has(Meaning::Spares) => Some(session(Kind::Other, None, None)),
        _ => None,
    };
    let Some(mut training) = found else {
        return if !unknown.is_empty() {
            Judged::Unknown(unknown)
        } else if has(Meaning::Run) {
            Judged::Run
        } else if has(Meaning::Match) {
            Judged::Match
        } else if has(Meaning::Work) {
            Judged::Work
        } else {
            Judged::Unknown(words.iter().map(|word| word.at).collect())
        };
    };
    if has(Meaning::Match) && (training.kind != Kind::Other || training.focus.is_some()) {
        // A meet of lifters is no lifting session but a contest of all lifts.
        let focus = if training.kind == Kind::Other { training.focus } else { Some(Focus::FullBody) };
        training = Training { is_match: true, ..session(Kind::Other, focus, Some(Effort::Heavy)) };
    }
    training.usual = training.usual.map(|usual| hint(&says).unwrap_or(usual));
    // What is hard for the legs already cannot be made harder by a word that is not known.
    let guarded = training.focus.is_some_and(|focus| matches!(focus, Focus::Lower | Focus::FullBody))
        || (training.kind == Kind::Strength && training.focus.is_none());
    Judged::Session { training, unknown: if guarded { Vec::new() } else { unknown } }
}

/// How hard a way of training is; the harder of two.
fn hint(says: &[Meaning]) -> Option<Effort> {
    let hints = says.iter().filter_map(|meaning| match meaning {
        Meaning::Hard(effort) => Some(*effort),
        _ => None,
    });
    hints.max_by_key(|effort| match effort {
        Effort::Light => 0,
        Effort::Moderate => 1,
        Effort::Heavy => 2,
    })
}

/// Whether the words are of lifting, and what it trains if they say so.
fn strength(words: &[Word], says: &[Meaning], sport: bool) -> Option<Lifting> {
    let mobility = says.contains(&Meaning::Mobility);
    let mut focuses = Vec::new();
    let mut gym = false;
    for (at, word) in words.iter().enumerate() {
        // "Yoga for legs" stretches them, "climbing gym" is a place; "yoga and legs" is two things.
        let parted = word.joined || words.get(at + 1).is_some_and(|next| next.joined);
        match word.meaning {
            Some(Meaning::Lift(focus)) => focuses.push(focus),
            Some(Meaning::Body(focus)) if !(mobility || sport) || parted => focuses.push(focus),
            Some(Meaning::Gym) if !(mobility || sport) || parted => gym = true,
            // "5x5" alone is a programme of the whole body.
            Some(Meaning::Hard(Effort::Heavy)) if !(mobility || sport) && words.len() == 1 => {
                focuses.push(Focus::FullBody);
            }
            _ => {}
        }
    }
    let only_scheme = !mobility
        && !sport
        && focuses.is_empty()
        && !gym
        && says.contains(&Meaning::Hard(Effort::Heavy))
        && says.iter().all(|meaning| matches!(meaning, Meaning::Hard(_) | Meaning::Plain))
        && words.iter().all(|word| word.meaning.is_some());
    if only_scheme {
        return Some(Lifting::Of(Focus::FullBody));
    }
    let (mut lower, mut upper) = (false, false);
    for focus in &focuses {
        lower |= matches!(focus, Focus::Lower | Focus::FullBody);
        upper |= matches!(focus, Focus::Upper | Focus::FullBody);
    }
    match (lower, upper, focuses.is_empty()) {
        (true, true, _) => Some(Lifting::Of(Focus::FullBody)),
        (true, false, _) => Some(Lifting::Of(Focus::Lower)),
        (false, true, _) => Some(Lifting::Of(Focus::Upper)),
        (false, false, false) => Some(Lifting::Of(Focus::Core)),
        (false, false, true) => gym.then_some(Lifting::Unsaid),
    }
}
