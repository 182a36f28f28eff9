//! Dates on which a person is away: "away 24 Dec to 2 Jan", "not on 24 Dec".

use chrono::Duration;

use super::super::cycle::{Bound, Said};
use super::super::date::{Dated, monday_of, read_as};
use super::super::items::{Item, Placed};
use super::super::token::Line;
use super::super::{Reading, Refusal, Remark};
use super::{SaidAway, SaidFree};

/// The week of a date, in which the person is away.
pub(super) fn week(
    line: &Line<'_>,
    placed: &Placed,
    dated: Dated,
    away: bool,
    reading: &mut Reading<SaidFree>,
) -> Result<(), Refusal> {
    let from = monday_of(dated.date);
    let to = from + Duration::days(6);
    let said = placed.at.of(line.text);
    if !away {
        let text = format!(
            "`{said}` is one week: free hours are those of every week; write `away {from} to {to}` for a week without a run"
        );
        return Err(Refusal { at: placed.at, text });
    }
    reading.assumed.push(Remark { at: placed.at, text: format!("`{said}` read as {from} to {to}.") });
    reading.found.away.push(SaidAway { from, to });
    Ok(())
}

/// A date or two, on which the person is away; how many items they take.
pub(super) fn dates(
    line: &Line<'_>,
    segment: &[Placed],
    at: usize,
    away: bool,
    reading: &mut Reading<SaidFree>,
) -> Result<usize, Refusal> {
    let Item::Date(first) = segment[at].item else { return Ok(1) };
    if !away {
        let text = format!(
            "`{}` is one date: free hours are those of every week; write `away {0}` for a day without a run",
            segment[at].at.of(line.text)
        );
        return Err(Refusal { at: segment[at].at, text });
    }
    let joined = segment.get(at + 1).is_some_and(|placed| {
        matches!(
            placed.at.of(line.text).to_lowercase().as_str(),
            "-" | "–" | "—" | "to" | "until" | "till" | "til" | "bis" | "through"
        )
    });
    let second = segment.get(at + 2).filter(|_| joined).and_then(|placed| match placed.item {
        Item::Date(dated) => Some((dated, placed.at)),
        _ => None,
    });
    // "until 2 Jan" is read as one item of a cycle.
    let until = segment.get(at + 1).and_then(|placed| match &placed.item {
        Item::Cycle(Said::Until(Bound::Date(date), _)) => Some((*date, placed.at)),
        _ => None,
    });
    let (last, used, to_at) = match (second, until) {
        (Some((dated, at)), _) => (dated.date, 3, at),
        (None, Some((date, at))) => (date, 2, at),
        (None, None) => (first.date, 1, segment[at].at),
    };
    let span = segment[at].at.to(to_at);
    if last < first.date {
        return Err(Refusal { at: span, text: format!("`{}` ends before it begins", span.of(line.text)) });
    }
    let text = if used == 1 {
        read_as(span.of(line.text), first.date)
    } else {
        format!("`{}` read as {} to {last}.", span.of(line.text), first.date)
    };
    reading.assumed.push(Remark { at: span, text });
    reading.found.away.push(SaidAway { from: first.date, to: last });
    Ok(used)
}
