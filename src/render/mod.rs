//! A plan becomes text, HTML, iCalendar or JSON.

mod html;
pub mod ics;
pub mod steps;
pub mod words;

pub use html::html;
