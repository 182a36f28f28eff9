//! The name of a session, put together from the words of a clause that say nothing of its hour.

use super::super::classify::Word;
use super::super::items::{Item, Placed, Plainly};
use super::super::lexicon::{self, Meaning};
use super::super::token::Line;
use super::super::{Reading, Remark, Span, typo};
use super::SaidSession;
use super::draft::Draft;

/// Most characters of a name, as in the brief.
const NAME: usize = 200;

/// Words that no name begins or ends with.
const SMALL: [&str; 61] = [
    "jeden", "jede", "chaque", "cada", "todos", "tous", "at", "on", "with", "and", "for", "the", "in", "from", "my",
    "to", "i", "do", "go", "am", "have", "a", "an", "of", "is", "it", "we", "also", "then", "mit", "um", "im", "und",
    "et", "y", "de", "du", "le", "la", "el", "los", "las", "i'm", "by", "our", "usually", "always", "normally",
    "every", "each", "all", "there's", "there", "doing", "going", "got", "or", "please", "plus", "about", "week",
];

/// Words behind which a name of somebody or of a place comes.
const LEADS: [&str; 10] = ["with", "at", "in", "by", "@", "mit", "con", "chez", "bei", "im"];

/// Words of a name that stand together in the line.
#[derive(Clone, Debug)]
struct Piece {
    at: Span,
    words: Vec<(Word, String)>,
}

/// What has been gathered of a name.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is what one sign before the next word says")]
pub(super) struct Naming {
    pieces: Vec<Piece>,
    /// The places, counted in words of all pieces, where a slash or a comma begins another part.
    slashes: Vec<usize>,
    /// Whether "or" was said.
    pub or: bool,
    broken: bool,
    joined: bool,
    parted: bool,
    plainly: Option<Plainly>,
}

impl Naming {
    /// Something else than a word of the name came.
    pub(super) fn breaks(&mut self) {
        (self.broken, self.parted) = (true, false);
    }

    /// A sign between words of the name.
    pub(super) fn part(&mut self, item: &Item) {
        self.joined |= matches!(item, Item::And | Item::Slash | Item::Comma | Item::Or);
        self.parted |= matches!(item, Item::Slash | Item::Comma);
    }

    /// Takes a word, or a sign between words.
    pub(super) fn take(&mut self, line: &Line<'_>, placed: &Placed) {
        let meaning = match &placed.item {
            Item::Name(meaning) => *meaning,
            Item::Plainly(plainly) => {
                match self.pieces.last_mut().and_then(|piece| piece.words.last_mut()) {
                    Some((word, _)) => word.plainly = Some(*plainly),
                    None => self.plainly = Some(*plainly),
                }
                return;
            }
            other => return self.part(other),
        };
        let text: String = line
            .tokens
            .iter()
            .filter(|token| token.at.start >= placed.at.start && token.at.end <= placed.at.end)
            .map(|token| token.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let own = placed.at.of(line.text);
        let capital = own.starts_with(char::is_uppercase) && own.chars().any(char::is_lowercase);
        let behind = self.pieces.last().and_then(|piece| piece.words.last()).filter(|_| !self.broken);
        let led = behind.is_some_and(|(word, text)| LEADS.contains(&text.as_str()) || (word.proper && capital));
        let word = Word {
            meaning,
            at: placed.at,
            joined: self.joined,
            proper: meaning.is_none() && (led || (capital && behind.is_some() && !self.joined)),
            split: matches!(
                text.as_str(),
                "push"
                    | "pull"
                    | "leg"
                    | "legs"
                    | "upper"
                    | "lower"
                    | "push day"
                    | "pull day"
                    | "leg day"
                    | "upper body"
                    | "lower body"
            ),
            plainly: self.plainly.take(),
        };
        let count = self.pieces.iter().map(|piece| piece.words.len()).sum();
        if self.parted && behind.is_some() {
            self.slashes.push(count);
        }
        (self.joined, self.parted) = (false, false);
        match self.pieces.last_mut().filter(|_| !self.broken) {
            Some(piece) => {
                piece.at = piece.at.to(placed.at);
                piece.words.push((word, text));
            }
            None => self.pieces.push(Piece { at: placed.at, words: vec![(word, text)] }),
        }
        self.broken = false;
    }

    /// Puts the name into the draft; words that belong to none are left over.
    pub(super) fn finish(mut self, line: &Line<'_>, draft: &mut Draft, reading: &mut Reading<Vec<SaidSession>>) {
        self.mend(line, reading);
        let known = |piece: &Piece| {
            piece.words.iter().any(|(word, _)| {
                word.plainly.is_some() || word.meaning.is_some_and(|meaning| meaning != Meaning::Plain)
            })
        };
        let unknown = |piece: &Piece| piece.words.iter().any(|(word, _)| word.meaning.is_none());
        let any_known = self.pieces.iter().any(known);
        let first_unknown = self.pieces.iter().position(unknown);
        let first_known = self.pieces.iter().position(known);
        let mut names = Vec::new();
        let mut start = 0;
        for (place, piece) in self.pieces.iter().enumerate() {
            let early = any_known && first_known.is_some_and(|known| place < known) && unknown(piece);
            let belongs =
                known(piece) || early || (!any_known && (first_unknown == Some(place) || first_unknown.is_none()));
            if belongs {
                draft.slashes.extend(
                    self.slashes
                        .iter()
                        .filter(|at| (start..start + piece.words.len()).contains(at))
                        .map(|at| at - start + draft.words.len()),
                );
                draft.words.extend(piece.words.iter().map(|(word, _)| word.clone()));
                names.push(trimmed(line, piece));
            } else if !piece.words.iter().all(|(_, text)| SMALL.contains(&text.as_str())) {
                reading.left_over.push(piece.at);
            }
            start += piece.words.len();
        }
        let all_split = draft.words.len() > 1 && draft.words.iter().all(|word| word.split);
        if all_split {
            draft.slashes = (1..draft.words.len()).collect();
        }
        draft.name = title(&names.join(" "));
        if let Some(plainly) = self.plainly {
            draft.words.push(Word {
                meaning: Some(Meaning::Plain),
                at: draft.at,
                joined: false,
                proper: false,
                split: false,
                plainly: Some(plainly),
            });
        }
        if self.or && draft.words.len() > 1 {
            let text = "where it is one or the other, the harder one counts.".to_owned();
            reading.assumed.push(Remark { at: draft.at, text: super::draft::named(&draft.name, &text) });
        }
    }

    /// Reads misspelt words as the ones that were meant.
    fn mend(&mut self, line: &Line<'_>, reading: &mut Reading<Vec<SaidSession>>) {
        for (word, text) in self.pieces.iter_mut().flat_map(|piece| &mut piece.words) {
            if word.meaning.is_some() || word.proper {
                continue;
            }
            if let Some(meant) = typo::word(text, lexicon::words()) {
                word.meaning = lexicon::meaning(&[meant]).map(|(meaning, _)| meaning);
                let text = format!("`{}` read as {meant}.", word.at.of(line.text));
                reading.assumed.push(Remark { at: word.at, text });
            }
        }
    }
}

/// The person's spelling of a piece without small words at its ends.
fn trimmed(line: &Line<'_>, piece: &Piece) -> String {
    let small = |(_, text): &&(Word, String)| SMALL.contains(&text.as_str());
    let all = piece.words.iter().all(|word| small(&word));
    if all {
        return String::new();
    }
    let first = piece.words.iter().find(|word| !small(word)).map_or(piece.at, |(word, _)| word.at);
    let last = piece.words.iter().rev().find(|word| !small(word)).map_or(piece.at, |(word, _)| word.at);
    // A name is a line of its own: whatever blanks are in it are one.
    let name = first.to(last).of(line.text).split_whitespace().collect::<Vec<_>>().join(" ");
    // A bracket that lost its other half in the cutting goes too.
    if name.matches('(').count() == name.matches(')').count() { name } else { name.replace(['(', ')'], "") }
}

/// The name with a capital letter.
pub(super) fn title(name: &str) -> String {
    let mut letters = name.trim().chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).take(NAME).collect()
}
