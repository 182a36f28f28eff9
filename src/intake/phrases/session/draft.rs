//! What one clause says of a session, before the other clauses lend what it lacks.

use super::super::classify::Word;
use super::super::cycle::{Bound, Cycle, Said};
use super::super::date::{self, Dated};
use super::super::items::{Item, Placed};
use super::super::lexicon::Meaning;
use super::super::parts::Part;
use super::super::span::read_as;
use super::super::time::Time;
use super::super::token::Line;
use super::super::{Choice, Doubt, Reading, Refusal, Remark, Span};
use super::name::Naming;
use super::{SaidSession, When};
use crate::model::{Clock, Effort, Minutes};
use chrono::{Datelike as _, Duration, NaiveDate};

/// Sessions are at least and at most this long, in minutes.
const LENGTH: std::ops::RangeInclusive<Minutes> = 5..=480;
/// A night of work is at most this long, in minutes, and from when to when it is where nothing is said.
const LONGEST_NIGHT: Minutes = 13 * 60;
const NIGHT: (u16, Minutes) = (22 * 60, 8 * 60);

/// One clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Its days.
    pub days: Vec<When>,
    /// When it starts, in minutes of the day.
    pub start: Option<u16>,
    /// How long it takes.
    pub minutes: Option<Minutes>,
    /// How far, in metres.
    pub metres: Option<u32>,
    /// Whether it is a night of work, which may be longer than training.
    pub night: bool,
    /// How hard.
    pub effort: Option<Effort>,
    /// Session RPE.
    pub rpe: Option<u8>,
    /// The weeks it takes place in.
    pub cycle: Cycle,
    /// The words of its name.
    pub words: Vec<Word>,
    /// The places in `words` where a slash or a comma begins another part.
    pub slashes: Vec<usize>,
    /// The name as the person wrote it.
    pub name: String,
    /// Whether length and effort are those of every session of the line.
    pub each: bool,
    /// Whether it is on one of its days, whichever.
    pub any: bool,
    /// Hours of which one is its start, whichever.
    pub hours: Option<(u16, u16)>,
    /// A part of the day that no hour was said with.
    pub part: Option<(Part, Span)>,
    /// Where it is.
    pub at: Span,
}

impl Draft {
    /// Reads a clause.
    pub(super) fn of(
        line: &Line<'_>,
        clause: &[Placed],
        reading: &mut Reading<Vec<SaidSession>>,
    ) -> Result<Self, Refusal> {
        let is_night = |placed: &Placed| matches!(placed.item, Item::Name(Some(Meaning::Night)));
        let mut draft = Self { night: clause.iter().any(is_night), ..Self::default() };
        let mut times = None;
        let mut except = false;
        let mut naming = Naming::default();
        let says_any = |at: Span| at.of(line.text).to_lowercase().starts_with("any");
        draft.any = clause.iter().any(|placed| match placed.item {
            Item::Any => true,
            Item::Days(_) | Item::Part(_) => says_any(placed.at),
            _ => false,
        });
        doubt_light(line, clause, reading);
        for (place, placed) in clause.iter().enumerate() {
            let at = placed.at;
            draft.at = if place == 0 { at } else { draft.at.to(at) };
            match &placed.item {
                Item::Days(group) => draft.take_days(group, at, except, reading),
                Item::Date(dated) if except => draft.cycle.not_on.push(dated.date),
                Item::Week(dated) => draft.take_week(line, *dated, at, except, reading)?,
                Item::Date(dated) => draft.take_date(line, *dated, at, reading)?,
                Item::Cycle(Said::Times(count)) => times = Some((*count, at)),
                Item::Cycle(said) => said.add_to(&mut draft.cycle, except),
                Item::Time(time) => {
                    draft.start = Some(start(*time, at)?);
                    doubt_half(line, *time, at, draft.part.is_some(), reading);
                    if time.is_guess() {
                        draft.start = Some(usual_half(time.minutes));
                    }
                }
                Item::Stretch(stretch) => {
                    let (from, to) = stretch.span;
                    let minutes = Minutes::from(to) - Minutes::from(from);
                    draft.start = Some(from);
                    if draft.any {
                        draft.hours = Some((from, to));
                        continue;
                    }
                    draft.set_minutes(if minutes > 0 { minutes } else { minutes + 24 * 60 }, at, line)?;
                    if stretch.guessed {
                        doubt_stretch(line, stretch.span, at, reading);
                    }
                }
                Item::Far(metres) => draft.metres = Some(*metres),
                Item::Length(minutes) => draft.set_minutes(*minutes, at, line)?,
                Item::Effort(effort) => draft.effort = Some(*effort),
                Item::Rpe(rpe) => draft.rpe = Some(*rpe),
                Item::Each => draft.each = true,
                Item::Part(part) => draft.part = Some((*part, at)),
                Item::Or => {
                    naming.or = true;
                    naming.part(&placed.item);
                }
                Item::Name(_) | Item::Plainly(_) | Item::And | Item::Slash | Item::Comma | Item::Small | Item::Stop => {
                    naming.take(line, placed);
                }
                Item::Except | Item::Any | Item::HourOrLength(_) | Item::Bare(_) | Item::AtBare(_) => {}
            }
            if !matches!(
                placed.item,
                Item::Name(_) | Item::Plainly(_) | Item::And | Item::Slash | Item::Comma | Item::Small | Item::Or
            ) {
                naming.breaks();
            }
            except = placed.item == Item::Except
                || (except && !matches!(placed.item, Item::Days(_) | Item::Date(_) | Item::Week(_) | Item::Cycle(_)));
        }
        if let (true, None, Some((part, _))) = (draft.any, draft.start, draft.part) {
            draft.start = Some(part.span().0);
            draft.hours = Some(part.span());
            draft.part = None;
        }
        // RPE is the finer word of the two.
        if draft.rpe.is_some() {
            draft.effort = None;
        }
        naming.finish(line, &mut draft, reading);
        if let Some((count, at)) = times.filter(|(count, _)| *count as usize != draft.days.len()) {
            let text = format!("`{}`: say the {count} days, such as `Mon Thu 18:00`", at.of(line.text));
            return Err(Refusal { at, text });
        }
        if draft.cycle.every > 1 && !draft.cycle.first_said {
            let text = format!("every {} weeks from week 1 on; `from week 2` begins later.", draft.cycle.every);
            reading.assumed.push(Remark { at: draft.at, text: named(&draft.name, &text) });
        }
        Ok(draft)
    }

    /// Settles what the line leaves open of a night of work, and when a cycle of days begins.
    pub(super) fn begin(&mut self, today: NaiveDate, reading: &mut Reading<Vec<SaidSession>>) {
        let mut assume = |at: Span, text: String| reading.assumed.push(Remark { at, text });
        if self.night && self.start.is_none() {
            self.start = Some(NIGHT.0);
            self.minutes = self.minutes.or(Some(NIGHT.1));
            assume(self.at, named(&self.name, "from 22:00 on, as no hours are said."));
        }
        if self.cycle.days.is_none() || self.days.iter().any(|when| matches!(when, When::On(_))) {
            return;
        }
        let from = match self.cycle.from.take() {
            Some(Bound::Date(date)) => date,
            _ => today + Duration::days(7 - i64::from(today.weekday().num_days_from_monday())),
        };
        let wanted = self.days.first().map(|when| if let When::Weekly(day) = when { *day as i64 } else { 0 });
        let ahead = wanted.map_or(0, |day| (day - i64::from(from.weekday().num_days_from_monday())).rem_euclid(7));
        let first = from + Duration::days(ahead);
        self.days = vec![When::On(first)];
        assume(self.at, named(&self.name, &format!("from {first} on; say another first day, such as `from 2 Dec`.")));
    }

    fn take_week(
        &mut self,
        line: &Line<'_>,
        dated: Dated,
        at: Span,
        except: bool,
        reading: &mut Reading<Vec<SaidSession>>,
    ) -> Result<(), Refusal> {
        let monday = date::monday_of(dated.date);
        if !except {
            let sunday = monday + Duration::days(6);
            let said = at.of(line.text);
            let text =
                format!("`{said}` is one week: say `from {monday} until {sunday}` for it alone, or `except` before it");
            return Err(Refusal { at, text });
        }
        self.cycle.not_on.extend((0..7).map(|days| monday + Duration::days(days)));
        let text = format!("`{}` read as the week from {monday} on.", at.of(line.text));
        reading.assumed.push(Remark { at, text });
        Ok(())
    }

    fn take_date(
        &mut self,
        line: &Line<'_>,
        dated: Dated,
        at: Span,
        reading: &mut Reading<Vec<SaidSession>>,
    ) -> Result<(), Refusal> {
        let weekday = dated.date.weekday().num_days_from_monday() as usize;
        if self.days.iter().any(|when| *when != When::Weekly(weekday)) {
            let text = format!("{} is a {}: leave one of the two days", dated.date, dated.date.format("%A"));
            return Err(Refusal { at, text });
        }
        self.days = vec![When::On(dated.date)];
        if dated.assumed {
            reading.assumed.push(Remark { at, text: date::read_as(at.of(line.text), dated.date) });
        }
        Ok(())
    }

    fn take_days(
        &mut self,
        group: &super::super::days::Group,
        at: Span,
        except: bool,
        reading: &mut Reading<Vec<SaidSession>>,
    ) {
        reading.assumed.extend(group.assumed.iter().map(|text| Remark { at, text: text.clone() }));
        if except {
            self.days.retain(|when| !matches!(when, When::Weekly(day) if group.days.contains(day)));
            return;
        }
        for when in group.days.iter().map(|day| When::Weekly(*day)) {
            if !self.days.contains(&when) {
                self.days.push(when);
            }
        }
        self.any |= group.either;
    }

    fn set_minutes(&mut self, minutes: Minutes, at: Span, line: &Line<'_>) -> Result<(), Refusal> {
        let said = at.of(line.text);
        let (least, most) = (*LENGTH.start(), if self.night { LONGEST_NIGHT } else { *LENGTH.end() });
        if !(least..=most).contains(&minutes) {
            let why = if minutes < least { "too short" } else { "too long" };
            let text = format!("`{said}` is {why} for a session: say {least} to {most} minutes");
            return Err(Refusal { at, text });
        }
        if self.minutes.replace(minutes).is_some_and(|before| before != minutes) {
            let text = "the line says two lengths: leave one, such as `75 min`".to_owned();
            return Err(Refusal { at, text });
        }
        Ok(())
    }
}

/// A sentence about a session.
pub(super) fn named(name: &str, text: &str) -> String {
    if name.is_empty() { text.to_owned() } else { format!("{name}: {text}") }
}

/// The line with other words in a place.
pub(in crate::intake::phrases) fn replaced(line: &str, at: Span, words: &str) -> String {
    format!("{}{words}{}", &line[..at.start], &line[at.end..])
}

fn start(time: Time, at: Span) -> Result<u16, Refusal> {
    if time.minutes >= 24 * 60 {
        let text = "a session cannot start at 24:00: say 00:00 of the next day".to_owned();
        return Err(Refusal { at, text });
    }
    Ok(time.minutes)
}

/// Nobody trains from one to four in the night.
fn usual_half(minutes: u16) -> u16 {
    if (60..300).contains(&minutes) { minutes + 720 } else { minutes }
}

/// Asks whether "light every 4th week" is a session of every 4th week, or a light week of each four.
fn doubt_light(line: &Line<'_>, clause: &[Placed], reading: &mut Reading<Vec<SaidSession>>) {
    for pair in clause.windows(2) {
        let (Item::Effort(Effort::Light), Item::Cycle(Said::Every(weeks))) = (&pair[0].item, &pair[1].item) else {
            continue;
        };
        let at = pair[0].at.to(pair[1].at);
        let choice = |label: String, words: String| Choice { label, line: replaced(line.text, at, &words) };
        reading.unsure.push(Doubt {
            at,
            question: format!("Is `{}` all there is, or the light week of a session of every week?", at.of(line.text)),
            taken: format!("it takes place in one week of {weeks} and is light."),
            choices: vec![
                choice("Light week".to_owned(), format!("deload every {weeks} weeks")),
                choice("All".to_owned(), format!("every {weeks} weeks light")),
            ],
        });
    }
}

/// Says how a bare hour was read, and asks where people train at both.
fn doubt_half(line: &Line<'_>, time: Time, at: Span, part: bool, reading: &mut Reading<Vec<SaidSession>>) {
    if !time.is_guess() || part {
        return;
    }
    let words = at.of(line.text);
    let taken = Clock(usual_half(time.minutes));
    let text = format!("`{words}` read as {taken}.");
    if (300..540).contains(&time.minutes) {
        let both = [Clock(time.minutes), Clock(time.minutes + 720)];
        let choices =
            both.map(|clock| Choice { label: clock.to_string(), line: replaced(line.text, at, &clock.to_string()) });
        let question = format!("Is `{words}` {} or {}?", both[0], both[1]);
        reading.unsure.push(Doubt { at, question, taken: format!("it counts as {taken}."), choices: choices.to_vec() });
    } else {
        reading.assumed.push(Remark { at, text });
    }
}

/// The same for a stretch of two bare hours.
fn doubt_stretch(line: &Line<'_>, (from, to): (u16, u16), at: Span, reading: &mut Reading<Vec<SaidSession>>) {
    let words = at.of(line.text);
    let text = read_as(words, (from, to));
    if (300..540).contains(&from) && (from..=600).contains(&to) {
        let spell = |shift: u16| format!("{}-{}", Clock(from + shift), Clock((to + shift) % 1440));
        let both = [spell(0), spell(720)];
        let question = format!("Is `{words}` {} or {}?", both[0], both[1]);
        let choices = both.clone().map(|span| Choice { line: replaced(line.text, at, &span), label: span });
        reading.unsure.push(Doubt {
            at,
            question,
            taken: format!("it counts as {}.", both[0]),
            choices: choices.to_vec(),
        });
    } else {
        reading.assumed.push(Remark { at, text });
    }
}
