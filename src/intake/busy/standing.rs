//! Whether an event takes the person's time, from the marks that calendar programs put on it.

use calcard::icalendar::{
    ICalendarComponent, ICalendarFrequency, ICalendarProperty as Property, ICalendarRecurrenceRule, ICalendarStatus,
    ICalendarTransparency, ICalendarValue as Value,
};

use super::tally::Aside;

/// How an event takes the person's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It does.
    Busy,
    /// It does not, and is counted as this. [`Aside::BusyDay`] is counted, and does.
    Aside(Aside),
}

/// How an event stands that takes whole days or not and repeats by these rules.
pub(super) fn standing(component: &ICalendarComponent, all_day: bool, rules: &[ICalendarRecurrenceRule]) -> Standing {
    let is = |property: &Property, wanted: &Value| {
        component.properties(property).any(|entry| entry.values.first() == Some(wanted))
    };
    let mark = |words: &[&str]| says(component, "X-MICROSOFT-CDO-BUSYSTATUS", words);
    let yearly = rules.iter().any(|rule| rule.freq == ICalendarFrequency::Yearly);
    let marked = is(&Property::Transp, &Value::Transparency(ICalendarTransparency::Opaque)) || mark(&["BUSY", "OOF"]);
    // CANCELED with one L is what some programs write.
    let cancelled = is(&Property::Status, &Value::Status(ICalendarStatus::Cancelled))
        || is(&Property::Status, &Value::Text("CANCELED".to_owned()));
    if cancelled {
        Standing::Aside(Aside::Cancelled)
    } else if is(&Property::Transp, &Value::Transparency(ICalendarTransparency::Transparent)) || mark(&["FREE"]) {
        Standing::Aside(Aside::Free)
    } else if !all_day {
        Standing::Busy
    } else if marked && !yearly && !mark(&["WORKINGELSEWHERE"]) {
        Standing::Aside(Aside::BusyDay)
    } else {
        Standing::Aside(Aside::AllDay)
    }
}

/// Whether a property outside the standard has one of these values.
pub(super) fn says(component: &ICalendarComponent, name: &str, words: &[&str]) -> bool {
    component.entries.iter().any(|entry| {
        matches!(&entry.name, Property::Other(other) if other.eq_ignore_ascii_case(name))
            && entry
                .values
                .first()
                .and_then(Value::as_text)
                .is_some_and(|text| words.iter().any(|word| text.trim().eq_ignore_ascii_case(word)))
    })
}
