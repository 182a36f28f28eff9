//! Runs and sessions named as a person names them: `thu`, `long`, `"easy run" 2027-01-14`, `w03`, or their id.

use chrono::{Datelike as _, Duration, NaiveDate};

use super::{Entry, Plan};
use crate::intake::phrases;
use crate::model::{Focus, Kind, WEEKDAYS, weekday};

/// What of a plan words can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name as people see it.
    pub name: String,
    /// Its day; none for a run that found no place.
    pub date: Option<NaiveDate>,
    /// The number of its week.
    pub week: u32,
    /// Whether it is a run.
    pub is_run: bool,
}

/// Which of several that fit is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// The next one from today on, else the last before.
    Ahead,
    /// The last one up to today, else the next: for what was done.
    Behind,
}

/// Words that mean nothing in this plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unnamed {
    /// Nothing goes by this name; perhaps this id or name was meant, or one of these sessions, which are of that kind.
    NoSuchName(Option<String>, Vec<String>),
    /// This date, or week, lies outside the block.
    Outside,
    /// Nothing of that name is on the day or in the week that was given.
    NotThere,
}

/// When: what the words say of the day.
#[derive(Clone, Copy, Debug, Default)]
struct When {
    date: Option<NaiveDate>,
    weekday: Option<usize>,
    week: Option<u32>,
}

impl When {
    /// Takes a word that says when; `false` where it says something else.
    fn take(&mut self, word: &str, today: NaiveDate) -> bool {
        let number = word.strip_prefix('w').and_then(|number| number.parse().ok());
        let date = word.parse().ok().or_else(|| {
            let days = ["today", "yesterday", "tomorrow"].iter().position(|day| *day == word)?;
            Some(today + Duration::days([0, -1, 1][days]))
        });
        match (number, date, weekday(word)) {
            (Some(number), ..) => self.week = Some(number),
            (_, Some(date), _) => self.date = Some(date),
            (.., Some(weekday)) => self.weekday = Some(weekday),
            _ => return false,
        }
        true
    }

    fn fits(self, entry: &Named) -> bool {
        self.week.is_none_or(|week| entry.week == week)
            && self.date.is_none_or(|date| entry.date == Some(date))
            && self.weekday.is_none_or(|weekday| entry.date.is_some_and(|date| weekday_of(date) == weekday))
    }
}

fn weekday_of(date: NaiveDate) -> usize {
    date.weekday().num_days_from_monday() as usize
}

impl Plan {
    /// Everything of the plan that has a name: runs and sessions by start, then the runs of their week that found no place.
    fn all_named(&self) -> Vec<Named> {
        let mut all = Vec::new();
        for week in &self.weeks {
            all.extend(week.sessions.iter().map(|entry| Named {
                id: entry.id().to_owned(),
                name: entry.name().to_owned(),
                date: Some(entry.start().0.date()),
                week: week.number,
                is_run: matches!(entry, Entry::Run(_)),
            }));
            all.extend(week.unplaced.iter().map(|run| Named {
                id: run.id.clone(),
                name: run.kind.title().to_owned(),
                date: None,
                week: week.number,
                is_run: true,
            }));
        }
        all
    }

    /// The runs and sessions that some words mean, seen from `today`: one where the words name one, all of them where they name a day or
    /// a week. Runs come before sessions of the same name.
    ///
    /// # Errors
    /// What of the words means nothing here.
    pub fn named(&self, words: &str, today: NaiveDate, toward: Toward) -> Result<Vec<Named>, Unnamed> {
        let all = self.all_named();
        let words = words.trim().to_lowercase();
        if let Some(own) = all.iter().find(|entry| entry.id.to_lowercase() == words) {
            return Ok(vec![own.clone()]);
        }
        let mut when = When::default();
        let name: Vec<&str> = words.split_whitespace().filter(|word| !when.take(word, today)).collect();
        let name = name.join(" ");
        self.inside(when)?;
        let called: Vec<&Named> = all.iter().filter(|entry| name.is_empty() || goes_by(entry, &name)).collect();
        if called.is_empty() {
            let known =
                all.iter().flat_map(|entry| [entry.id.clone(), entry.name.to_lowercase(), stem(entry).to_owned()]);
            return Err(Unnamed::NoSuchName(nearest(&name, known), self.of_kind(&name)));
        }
        let fitting: Vec<&Named> = called.into_iter().filter(|entry| when.fits(entry)).collect();
        let is_whole_day = name.is_empty() && (when.date.is_some() || when.week.is_some());
        if is_whole_day {
            return Ok(fitting.into_iter().cloned().collect());
        }
        let one = nearest_in_time(&fitting, today, toward).ok_or(Unnamed::NotThere)?;
        let same_day = |entry: &&Named| name.is_empty() && entry.date.is_some() && entry.date == one.date;
        let others = fitting.iter().copied().filter(same_day).cloned();
        Ok(if name.is_empty() { others.collect() } else { vec![one.clone()] })
    }

    /// The names of the sessions that are what some words say: "legs" of a squat day, "gym" of all lifting.
    fn of_kind(&self, words: &str) -> Vec<String> {
        let Some((kind, focus)) = phrases::training(words) else { return Vec::new() };
        let fits = |fixed: &super::Fixed, its: Kind| {
            let any = focus.is_none() || fixed.focus.is_none() || fixed.focus == Some(Focus::FullBody);
            its == kind && (any || fixed.focus == focus)
        };
        let mut names: Vec<String> = Vec::new();
        for (fixed, _) in self.fixed().filter(|(fixed, its)| fits(fixed, *its)) {
            if !names.contains(&fixed.name) {
                names.push(fixed.name.clone());
            }
        }
        names
    }

    /// The run or session of a name that was done on another day than its own: the words name it and that day, and of several the
    /// nearest is meant.
    pub fn named_near(&self, words: &str, today: NaiveDate) -> Option<(Named, NaiveDate)> {
        let words = words.trim().to_lowercase();
        let mut when = When::default();
        let name: Vec<&str> = words.split_whitespace().filter(|word| !when.take(word, today)).collect();
        let name = name.join(" ");
        let last = |weekday: usize| {
            let back = (weekday_of(today) + 7 - weekday) % 7;
            today - Duration::days(back as i64)
        };
        let day = when.date.or_else(|| when.weekday.map(last)).filter(|_| !name.is_empty() && when.week.is_none())?;
        let called = self.all_named().into_iter().filter(|entry| goes_by(entry, &name));
        let near = called.filter_map(|entry| Some(((entry.date? - day).num_days().abs(), entry)));
        let (days, one) = near.min_by_key(|(days, entry)| (*days, !entry.is_run))?;
        (days < 7).then_some((one, day))
    }

    /// Whether what is said of the day lies inside the block.
    fn inside(&self, when: When) -> Result<(), Unnamed> {
        let (Some(first), Some(last)) = (self.weeks.first(), self.weeks.last()) else { return Err(Unnamed::Outside) };
        let days = first.start..last.start + Duration::days(7);
        let weeks = first.number..=last.number;
        let is_inside =
            when.date.is_none_or(|date| days.contains(&date)) && when.week.is_none_or(|week| weeks.contains(&week));
        if is_inside { Ok(()) } else { Err(Unnamed::Outside) }
    }
}

/// Whether an entry goes by a name: its own, its run's (`long`, `easy-1`), its kind's (`easy`), with or without "run".
fn goes_by(entry: &Named, name: &str) -> bool {
    let own = entry.name.to_lowercase();
    let (slug, stem) = (slug(entry), stem(entry));
    let bare = name.strip_suffix(" run").unwrap_or(name);
    let hard = entry.is_run && stem == "quality" && ["hard", "quality", "intervals", "tempo"].contains(&bare);
    own == name
        || own.strip_suffix(" run").unwrap_or(&own) == bare
        || entry.is_run && (slug == bare || stem == bare)
        || hard
}

/// Its name inside its week: `easy-1` of `w01-easy-1`.
fn slug(entry: &Named) -> &str {
    entry.id.split_once('-').map_or(entry.id.as_str(), |(_, slug)| slug)
}

/// Its kind: `easy` of `w01-easy-1`.
fn stem(entry: &Named) -> &str {
    slug(entry).trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches('-')
}

/// The one that is meant of several: the nearest on the wanted side of today, else the nearest on the other.
fn nearest_in_time<'a>(entries: &[&'a Named], today: NaiveDate, toward: Toward) -> Option<&'a Named> {
    let dated = || entries.iter().copied().filter_map(|entry| entry.date.map(|date| (date, entry)));
    let ahead = dated().filter(|(date, _)| *date >= today).min_by_key(|(date, entry)| (*date, !entry.is_run));
    let behind = dated().filter(|(date, _)| *date <= today).max_by_key(|(date, entry)| (*date, entry.is_run));
    let one = match toward {
        Toward::Ahead => ahead.or(behind),
        Toward::Behind => behind.or(ahead),
    };
    one.map(|(_, entry)| entry).or_else(|| entries.first().copied())
}

fn nearest(word: &str, known: impl Iterator<Item = String>) -> Option<String> {
    let known: Vec<String> = known.collect();
    crate::brief::nearest(word, known.iter().map(String::as_str)).map(str::to_owned)
}

/// What may be written for a run or a session, for messages.
pub fn naming_hint() -> String {
    format!(
        "name a run (`long`, `\"easy run\"`), a day (`{}`, `2026-12-03`), a week (`w03`) or an id (`w01-easy-1`)",
        WEEKDAYS[3]
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture;

    fn ids(words: &str, today: &str, toward: Toward) -> Vec<String> {
        let plan = fixture::plan();
        let found = plan.named(words, today.parse().unwrap(), toward);
        found.map_or_else(|why| vec![format!("{why:?}")], |found| found.into_iter().map(|entry| entry.id).collect())
    }

    #[test]
    fn an_id_a_date_and_a_name_with_its_date_mean_what_they_say() {
        let plan = fixture::plan();
        for entry in plan.weeks.iter().flat_map(|week| &week.sessions) {
            let date = entry.start().0.date();
            assert_eq!(ids(entry.id(), "2000-01-01", Toward::Ahead), [entry.id()]);
            assert_eq!(ids(&date.to_string(), "2000-01-01", Toward::Ahead), [entry.id()]);
            assert_eq!(ids(&format!("{} {date}", entry.name()), "2000-01-01", Toward::Behind), [entry.id()]);
        }
    }

    #[test]
    fn names_and_weekdays_mean_the_nearest_on_the_side_that_is_asked_about() {
        let saturday = "2027-03-27";
        for (words, expected) in [
            ("long", "w01-long"),
            ("Long run", "w01-long"),
            ("easy", "w01-easy-1"),
            ("EASY RUN thu", "w01-easy-1"),
            ("thu", "w01-easy-1"),
            ("tomorrow", "w01-long"),
            ("squat day", "w01-s1"),
            ("w01 long", "w01-long"),
            ("long sunday", "w01-long"),
        ] {
            assert_eq!(ids(words, saturday, Toward::Behind), [expected], "{words}");
        }
        assert_eq!(ids("w01", saturday, Toward::Ahead).len(), 3);
    }

    #[test]
    fn what_means_nothing_says_what_is_wrong() {
        for (words, expected) in [
            ("2026-03-25", "Outside"),
            ("w02", "Outside"),
            ("long thu", "NotThere"),
            ("lnog", "NoSuchName(Some(\"long\"), [])"),
            ("swim", "NoSuchName(None, [])"),
        ] {
            assert_eq!(ids(words, "2027-03-27", Toward::Ahead), [expected], "{words}");
        }
    }
}
