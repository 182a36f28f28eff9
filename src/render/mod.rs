//! A plan becomes text, HTML, iCalendar or JSON.

pub mod ics;
pub mod steps;
