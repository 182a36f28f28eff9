//! Groups of weekdays: "mon/thu", "Mon and Thu", "mon to fri", "M/W/F", "every day", "Mo Di Mi".

use super::day_words::{ALL, EVERYDAY, LETTERS, Tongue, clear, mark, short};
use super::lexicon::{self, Meaning};
use super::token::Line;
use super::{Refusal, typo};
use crate::model::WEEKDAY_NAMES;

/// Days that a line names in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// The days in the order they were named, Monday 0, none twice.
    pub days: Vec<usize>,
    /// Whether one of them is meant, not all: "sat or sun".
    pub either: bool,
    /// Whether commas part some of them.
    pub commas: bool,
    /// What was assumed of the spelling.
    pub assumed: Vec<String>,
}

impl Group {
    fn of(days: impl IntoIterator<Item = usize>) -> Self {
        Self { days: days.into_iter().collect(), ..Self::default() }
    }

    fn add(&mut self, day: usize) {
        if !self.days.contains(&day) {
            self.days.push(day);
        }
    }
}

/// Reads the days of one line, whose language decides about abbreviations.
pub(super) struct Days<'a> {
    line: &'a Line<'a>,
    /// The languages that the line may be in.
    tongues: Vec<Tongue>,
    /// Whether the language was told by a word, not by an abbreviation alone.
    told: bool,
    /// Whether a day is named beyond doubt.
    named: bool,
}

impl<'a> Days<'a> {
    /// Looks for the language of a line.
    pub(super) fn of(line: &'a Line<'a>) -> Self {
        let words = || line.tokens.iter().map(|token| token.text.as_str());
        let marked: Vec<Tongue> = words()
            .filter_map(|word| {
                clear(word).map(|(_, tongue)| tongue).filter(|tongue| *tongue != Tongue::English).or_else(|| mark(word))
            })
            .collect();
        let named = words().any(|word| clear(word).is_some());
        let english = words().any(|word| clear(word).is_some_and(|(_, tongue)| tongue == Tongue::English));
        let possible =
            |tongue: &Tongue| words().filter_map(short).all(|days| days.iter().any(|(known, _)| known == tongue));
        let mut tongues: Vec<Tongue> = ALL.into_iter().filter(|tongue| marked.contains(tongue)).collect();
        if english && tongues.is_empty() {
            tongues.push(Tongue::English);
        }
        let told = !tongues.is_empty();
        if tongues.len() != 1 {
            let narrowed: Vec<Tongue> = ALL
                .into_iter()
                .filter(|tongue| tongues.is_empty() || tongues.contains(tongue))
                .filter(possible)
                .collect();
            tongues = if narrowed.is_empty() { ALL.to_vec() } else { narrowed };
        }
        Self { line, tongues, told, named }
    }

    /// The days that the line goes on with, and how many tokens they take.
    ///
    /// # Errors
    /// An abbreviation that may be two different days.
    pub(super) fn group(&self, at: usize) -> Result<Option<(Group, usize)>, Refusal> {
        self.group_after(at, false)
    }

    /// The same where a session may have been named already: "Push Mon, Wed pull" are two thoughts.
    pub(super) fn group_after(&self, at: usize, named: bool) -> Result<Option<(Group, usize)>, Refusal> {
        if let Some(found) = self.set(at).or_else(|| self.letters(at)) {
            return Ok(Some(found));
        }
        let Some((day, mut used)) = self.one(at)? else { return Ok(None) };
        let mut group = Group::of([day]);
        self.tell(at, day, &mut group);
        let mut last = day;
        loop {
            let (join, joins) = self.join(at + used);
            let next = at + used + joins;
            let Some((day, more)) = self.one(next)? else { break };
            let name_follows = || {
                lexicon::meaning(&[self.line.word(next + more)]).is_some_and(|(meaning, _)| meaning != Meaning::Plain)
            };
            if named && matches!(join, Join::Comma) && name_follows() {
                break;
            }
            match join {
                Join::Range => (1..=(day + 7 - last) % 7).for_each(|step| group.add((last + step) % 7)),
                Join::Or => {
                    group.either = true;
                    group.add(day);
                }
                Join::Comma => {
                    group.commas = true;
                    group.add(day);
                }
                Join::And => group.add(day),
            }
            self.tell(next, day, &mut group);
            last = day;
            used += joins + more;
        }
        Ok(Some((group, used)))
    }

    /// One weekday, and how many tokens it takes.
    fn one(&self, at: usize) -> Result<Option<(usize, usize)>, Refusal> {
        let line = self.line;
        if !line.is_word(at) {
            return Ok(None);
        }
        let word = line.word(at);
        let dot = usize::from(line.glued(at + 1, ".") && !line.is_glued(at + 2));
        let article = ["le ", "el ", "los ", "am "].iter().any(|lead| word == lead.trim_end());
        if article && let Some((day, _)) = clear(line.word(at + 1)) {
            return Ok(Some((day, 2)));
        }
        if let Some((day, _)) = clear(word) {
            return Ok(Some((day, 1 + dot)));
        }
        let Some(days) = short(word).filter(|_| !(EVERYDAY.contains(&word) && self.named_beside(at))) else {
            return Ok(typo::day(word).map(|day| (day, 1)));
        };
        // "24 mar" is a date.
        if word == "mar" && (line.number(at.wrapping_sub(1)).is_some() || line.number(at + 1).is_some_and(|n| n > 24)) {
            return Ok(None);
        }
        let mut possible: Vec<(Tongue, usize)> =
            days.iter().copied().filter(|(tongue, _)| self.tongues.contains(tongue)).collect();
        if possible.is_empty() {
            if self.told {
                return Ok(None);
            }
            possible = days.to_vec();
        }
        let day = possible[0].1;
        if possible.iter().all(|(_, other)| *other == day) {
            return Ok(Some((day, 1 + dot)));
        }
        let meanings: Vec<String> =
            possible.iter().map(|(tongue, day)| format!("{} ({})", WEEKDAY_NAMES[*day], tongue.name())).collect();
        let own = line.own(at, 1);
        let text = format!("`{own}` may be {}: write the day in full", meanings.join(" or "));
        Err(Refusal { at: line.span(at, 1), text })
    }

    /// Whether an everyday word is no day here: the line names its days otherwise, in a language that this word is not of.
    fn named_beside(&self, at: usize) -> bool {
        let days = short(self.line.word(at)).unwrap_or_default();
        self.named && !days.iter().any(|(tongue, _)| self.told && self.tongues.contains(tongue))
    }

    /// Says how a day was read that was misspelt or abbreviated in another language.
    fn tell(&self, at: usize, day: usize, group: &mut Group) {
        let word = self.line.word(at);
        let sure = clear(word).is_some()
            || (self.told && short(word).is_some())
            || clear(self.line.word(at + 1)).is_some()
            || ["mo", "fr", "sa", "tu", "th"].contains(&word);
        if !sure {
            group.assumed.push(format!("`{}` read as {}.", self.line.own(at, 1), WEEKDAY_NAMES[day]));
        }
    }

    /// What joins a day to the next one, and how many tokens that takes.
    fn join(&self, at: usize) -> (Join, usize) {
        let line = self.line;
        let comma = usize::from(line.word(at) == ",");
        let next = at + comma;
        match line.word(next) {
            "and" | "&" | "+" | "/" | "und" | "u" | "et" | "y" | "e" | "plus" | "also" => {
                // "mon / and thu" is nothing that anybody writes, "mon, and also thu" is.
                let also = usize::from(line.word(next + 1) == "also");
                (Join::And, comma + 1 + also)
            }
            "or" | "oder" | "ou" | "o" => (Join::Or, comma + 1),
            "-" | "to" | "til" | "till" | "until" | "thru" | "through" | "bis" | "a" if comma == 0 => (Join::Range, 1),
            _ if comma == 1 => (Join::Comma, 1),
            _ => (Join::And, 0),
        }
    }

    /// Sets of days with a name of their own.
    fn set(&self, at: usize) -> Option<(Group, usize)> {
        const SETS: [(&str, &[usize]); 40] = [
            ("weekdays", &[0, 1, 2, 3, 4]),
            ("weekday", &[0, 1, 2, 3, 4]),
            ("every weekday", &[0, 1, 2, 3, 4]),
            ("on weekdays", &[0, 1, 2, 3, 4]),
            ("workdays", &[0, 1, 2, 3, 4]),
            ("working days", &[0, 1, 2, 3, 4]),
            ("during the week", &[0, 1, 2, 3, 4]),
            ("in the week", &[0, 1, 2, 3, 4]),
            ("week days", &[0, 1, 2, 3, 4]),
            ("werktags", &[0, 1, 2, 3, 4]),
            ("wochentags", &[0, 1, 2, 3, 4]),
            ("unter der woche", &[0, 1, 2, 3, 4]),
            ("en semaine", &[0, 1, 2, 3, 4]),
            ("entre semana", &[0, 1, 2, 3, 4]),
            ("weekend", &[5, 6]),
            ("weekends", &[5, 6]),
            ("week end", &[5, 6]),
            ("week ends", &[5, 6]),
            ("every weekend", &[5, 6]),
            ("the weekend", &[5, 6]),
            ("wochenende", &[5, 6]),
            ("am wochenende", &[5, 6]),
            ("le week end", &[5, 6]),
            ("fin de semana", &[5, 6]),
            ("fines de semana", &[5, 6]),
            ("every day", &[0, 1, 2, 3, 4, 5, 6]),
            ("each day", &[0, 1, 2, 3, 4, 5, 6]),
            ("everyday", &[0, 1, 2, 3, 4, 5, 6]),
            ("all days", &[0, 1, 2, 3, 4, 5, 6]),
            ("any day", &[0, 1, 2, 3, 4, 5, 6]),
            ("daily", &[0, 1, 2, 3, 4, 5, 6]),
            ("all week", &[0, 1, 2, 3, 4, 5, 6]),
            ("7 days a week", &[0, 1, 2, 3, 4, 5, 6]),
            ("jeden tag", &[0, 1, 2, 3, 4, 5, 6]),
            ("taglich", &[0, 1, 2, 3, 4, 5, 6]),
            ("tous les jours", &[0, 1, 2, 3, 4, 5, 6]),
            ("chaque jour", &[0, 1, 2, 3, 4, 5, 6]),
            ("todos los dias", &[0, 1, 2, 3, 4, 5, 6]),
            ("cada dia", &[0, 1, 2, 3, 4, 5, 6]),
            ("both weekend days", &[5, 6]),
        ];
        let phrases = SETS.map(|(phrase, _)| phrase);
        let (place, used) = self.line.longest(at, &phrases)?;
        Some((Group::of(SETS[place].1.iter().copied()), used))
    }

    /// "M/W/F", "M-F", "T/Th", "MWF", "L-V": letters, of which there are two at least.
    fn letters(&self, at: usize) -> Option<(Group, usize)> {
        LETTERS.iter().find_map(|(tongue, letters)| {
            let found = self.parted(at, letters).or_else(|| self.run_together(at, letters))?;
            // A Spanish week shares its M with an English one.
            let spanish = *tongue == Tongue::Spanish;
            (spanish || found.0.days.len() > 1).then_some(found)
        })
    }

    fn parted(&self, at: usize, letters: &[(&str, usize)]) -> Option<(Group, usize)> {
        let line = self.line;
        let letter = |at: usize| {
            let known = letters.iter().find(|(known, _)| *known == line.word(at)).map(|(_, day)| *day);
            known.filter(|_| line.is_word(at))
        };
        let first = letter(at)?;
        let mut group = Group::of([first]);
        let (mut last, mut used) = (first, 1);
        loop {
            let sign = line.word(at + used);
            let signed = matches!(sign, "/" | "-" | "+" | "&" | ",");
            // "M W F" has no signs; "a b" of another kind has no letters.
            let next = at + used + usize::from(signed);
            let Some(day) = letter(next).filter(|_| signed || line.tokens.get(next).is_some_and(|token| !token.glued))
            else {
                break;
            };
            match sign {
                "-" => (1..=(day + 7 - last) % 7).for_each(|step| group.add((last + step) % 7)),
                // The second S of "S S" is Sunday.
                _ if day == 5 && last == 5 => group.add(6),
                _ => group.add(day),
            }
            last = day;
            used += 1 + usize::from(signed);
        }
        (group.days.len() > 1).then_some((group, used))
    }

    fn run_together(&self, at: usize, letters: &[(&str, usize)]) -> Option<(Group, usize)> {
        let mut rest = self.line.word(at);
        let capital = self.line.own(at, 1).starts_with(char::is_uppercase);
        if !capital || !(2..=9).contains(&rest.len()) || clear(rest).is_some() || short(rest).is_some() {
            return None;
        }
        let mut days: Vec<usize> = Vec::new();
        while !rest.is_empty() {
            let (known, day) =
                letters.iter().filter(|(known, _)| rest.starts_with(known)).max_by_key(|(known, _)| known.len())?;
            let day = if *day == 5 && days.last() == Some(&5) { 6 } else { *day };
            if days.last().is_some_and(|last| *last >= day) {
                return None;
            }
            days.push(day);
            rest = &rest[known.len()..];
        }
        (days.len() > 1).then(|| (Group::of(days), 1))
    }
}

enum Join {
    And,
    Or,
    Comma,
    Range,
}

#[cfg(test)]
mod tests;
