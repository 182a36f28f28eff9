//! An injury that the person lives with: what it keeps them from, and until when.

use chrono::NaiveDate;

use super::words;

words! {
    /// What an injury keeps somebody from.
    pub enum Avoid {
        /// Running up and down hills.
        Hills = "hills",
        /// Fast running.
        Speed = "speed",
        /// Long runs.
        Long = "long",
        /// Running on two days in a row.
        ConsecutiveDays = "consecutive_days",
    }
}

/// An injury, in the person's own word for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Injury {
    /// What it is; hostile until escaped.
    pub name: String,
    /// What to avoid.
    pub avoid: Vec<Avoid>,
    /// The last date it counts on; open where none is given.
    pub until: Option<NaiveDate>,
}

impl Injury {
    /// Whether this is to be avoided on a date.
    pub fn forbids(&self, what: Avoid, date: NaiveDate) -> bool {
        self.avoid.contains(&what) && self.until.is_none_or(|until| date <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_injury_forbids_what_it_names_to_its_last_date() {
        let date = |day| NaiveDate::from_ymd_opt(2027, 1, day).unwrap();
        let knee = Injury { name: "knee".to_owned(), avoid: vec![Avoid::Hills], until: Some(date(10)) };
        assert!(knee.forbids(Avoid::Hills, date(10)) && !knee.forbids(Avoid::Hills, date(11)));
        assert!(!knee.forbids(Avoid::Speed, date(1)));
        assert!(Injury { until: None, ..knee }.forbids(Avoid::Hills, date(31)));
    }
}
