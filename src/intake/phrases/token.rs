//! The words, numbers and signs of a line, each with its place.

use super::{LONGEST_LINE, Refusal, Span, refused};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// Letters.
    Word,
    /// Digits, or a fraction in one sign.
    Number,
    /// Any other sign.
    Sign,
}

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Lower case, without accents.
    pub text: String,
    /// Where it is.
    pub at: Span,
    /// Whether no blank is before it.
    pub glued: bool,
    /// What it is made of.
    pub made: Made,
}

/// A line and its tokens.
pub(super) struct Line<'a> {
    /// As the person wrote it.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: Vec<Token>,
}

impl<'a> Line<'a> {
    /// The tokens of a line.
    pub(super) fn of(text: &'a str) -> Result<Self, Refusal> {
        if text.len() > LONGEST_LINE {
            return refused(text, "this line is too long: write one session or one stretch of free time a line");
        }
        let mut tokens: Vec<Token> = Vec::new();
        let (mut last_end, mut open) = (0, None);
        for (start, letter) in text.char_indices() {
            let made = match letter {
                _ if letter.is_ascii_digit() => Some(Made::Number),
                '½' | '¼' | '¾' => None,
                _ if letter.is_alphabetic() || is_combining(letter) => Some(Made::Word),
                '\'' | '’' if open == Some(Made::Word) && letter_follows(text, start, letter) => Some(Made::Word),
                _ => None,
            };
            let end = start + letter.len_utf8();
            if made.is_some() && made == open && last_end == start {
                if let Some(token) = tokens.last_mut() {
                    token.text.push_str(&folded(letter));
                    token.at.end = end;
                }
            } else if !letter.is_whitespace() || letter == '\n' {
                let glued = start > 0 && last_end == start;
                let fraction = matches!(letter, '½' | '¼' | '¾');
                let made = made.unwrap_or(if fraction { Made::Number } else { Made::Sign });
                tokens.push(Token { text: folded(letter), at: Span { start, end }, glued, made });
            }
            open = made;
            if !letter.is_whitespace() {
                last_end = end;
            }
        }
        Ok(Self { text, tokens })
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The text of a token; empty behind the last.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    /// The number that a token is.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at)?;
        (token.made == Made::Number && token.text.len() <= 6).then(|| token.text.parse().ok())?
    }

    /// Whether a token is this, without a blank before it.
    pub(super) fn glued(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued && token.text == text)
    }

    /// Whether no blank is before a token.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a token is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.made == Made::Word)
    }

    /// The place of some tokens.
    pub(super) fn span(&self, at: usize, used: usize) -> Span {
        let one = |at: usize| self.tokens.get(at).map(|token| token.at).unwrap_or_default();
        one(at).to(one(at + used.max(1) - 1))
    }

    /// The person's own spelling of some tokens.
    pub(super) fn own(&self, at: usize, used: usize) -> &str {
        self.span(at, used).of(self.text)
    }

    /// How many tokens a phrase takes where the line goes on with it; its words may be joined by hyphens.
    pub(super) fn begins(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for (place, word) in phrase.split(' ').enumerate() {
            if place > 0 && self.word(next) == "-" && self.is_glued(next) && self.is_glued(next + 1) {
                next += 1;
            }
            if self.word(next) != word {
                return None;
            }
            next += 1;
        }
        Some(next - at)
    }

    /// The longest of some phrases that the line goes on with: its place in the list and the tokens it takes.
    pub(super) fn longest(&self, at: usize, phrases: &[&str]) -> Option<(usize, usize)> {
        let used = phrases.iter().enumerate().filter_map(|(place, phrase)| Some((place, self.begins(at, phrase)?)));
        used.max_by_key(|&(place, used)| (used, std::cmp::Reverse(place)))
    }
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn letter_follows(text: &str, at: usize, letter: char) -> bool {
    text[at + letter.len_utf8()..].starts_with(char::is_alphabetic)
}

/// Lower case without accents, and one spelling of dashes and apostrophes.
fn folded(letter: char) -> String {
    match letter {
        '–' | '—' | '‑' | '−' | '‒' => "-".to_owned(),
        '’' | '′' | '‘' | '´' | '`' => "'".to_owned(),
        '×' | '✕' => "x".to_owned(),
        'ß' => "ss".to_owned(),
        _ if is_combining(letter) => String::new(),
        _ => letter.to_lowercase().map(plain).collect(),
    }
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str) -> Vec<String> {
        Line::of(line).unwrap().tokens.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_numbers_and_signs_are_told_apart() {
        assert_eq!(texts("6.30pm"), ["6", ".", "30", "pm"]);
        assert_eq!(texts("5x5 M/W/F"), ["5", "x", "5", "m", "/", "w", "/", "f"]);
        assert_eq!(texts("Mié 18h30 – 1½h 45’"), ["mie", "18", "h", "30", "-", "1", "½", "h", "45", "'"]);
        assert_eq!(texts("o'clock cafe\u{301}"), ["o'clock", "cafe"]);
    }

    #[test]
    fn every_token_knows_its_place() {
        let line = Line::of("é 6–8 pull-ups").unwrap();
        for (at, token) in line.tokens.iter().enumerate() {
            assert!(!line.own(at, 1).is_empty(), "{token:?}");
        }
        assert_eq!(line.begins(4, "pull ups"), Some(3));
        assert_eq!(line.span(4, 3).of(line.text), "pull-ups");
    }
}
