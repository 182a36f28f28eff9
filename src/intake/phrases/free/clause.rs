//! Days and hours that a line says together.

use super::super::Span;
use super::super::parts::Part;

/// Hours of a day, in minutes of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hours {
    /// From when to when; for a part of the day as on a working day.
    pub span: (u16, u16),
    /// Whether hours were said, not a part of the day.
    pub exact: bool,
    /// The part of the day that was said.
    pub part: Option<Part>,
    /// The words that say it.
    pub at: Span,
    /// Whether they have one end: "after 6pm".
    pub open: Option<End>,
}

/// The end that hours have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    First,
    Last,
}

impl Hours {
    /// From when to when on a weekday.
    pub(super) fn on(self, day: usize) -> (u16, u16) {
        self.part.filter(|_| !self.exact).map_or(self.span, |part| part.span_on(day))
    }

    /// Whether others say more closely what this part of the day says.
    pub(super) fn is_within(self, closer: Self) -> bool {
        let ((from, to), (closer_from, closer_to)) = (self.span, closer.span);
        let work = |part: Option<Part>| matches!(part, Some(Part::BeforeWork | Part::AfterWork));
        let rank = closer.exact || (work(closer.part) && !work(self.part) && self.part.is_some());
        !self.exact && rank && closer_from <= to && (from <= closer_to || closer_to <= closer_from)
    }
}

/// Days and hours that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// The days; empty where the line names none for these hours.
    pub days: Vec<usize>,
    /// The hours.
    pub hours: Vec<Hours>,
    /// Whether a day was said last.
    pub day_last: bool,
}

impl Clause {
    /// "After 7 and before 9" is one stretch, where "before 9 or after 17" are two.
    pub(super) fn join_ends(&mut self) {
        let of = |hours: &[Hours], end: End| hours.iter().position(|one| one.open == Some(end));
        if let (Some(first), Some(last)) = (of(&self.hours, End::First), of(&self.hours, End::Last))
            && self.hours[first].span.0 < self.hours[last].span.1
        {
            let span = (self.hours[first].span.0, self.hours[last].span.1);
            let at = self.hours[first].at.to(self.hours[last].at);
            self.hours[first] = Hours { span, at, open: None, ..self.hours[first] };
            self.hours.remove(last);
        }
    }

    /// Whether it has days and hours.
    pub(super) fn whole(&self) -> bool {
        !self.days.is_empty() && !self.hours.is_empty()
    }
}
