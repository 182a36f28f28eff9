//! A calendar file as text, with the dates put right that programs write in their own way: the parser behind it takes the standard's.

use chrono::{Days, NaiveDate};

use crate::intake::text::decoded;

/// Properties whose values are dates and times.
const DATES: [&str; 5] = ["DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"];

/// What else is read of a calendar. The rest is long, and nobody's business here.
const OTHERS: [&str; 19] = [
    "BEGIN",
    "END",
    "VERSION",
    "UID",
    "SUMMARY",
    "DURATION",
    "RRULE",
    "EXRULE",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "FREEBUSY",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "X-LIC-LOCATION",
    "X-WR-TIMEZONE",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-MICROSOFT-CDO-ALLDAYEVENT",
];

/// The text of a file in UTF-8 or UTF-16, with line ends of any kind.
pub(super) fn text(bytes: &[u8]) -> String {
    let decoded = &*decoded(bytes);
    let is_indented = is_indented(decoded);
    let mut text = String::new();
    let mut lines = lines(decoded).peekable();
    while let Some(line) = lines.next() {
        let line = if is_indented && begins_a_property(line.trim_start()) { line.trim_start() } else { line };
        let name = line.split([';', ':']).next().unwrap_or_default().trim_end();
        let is_one_of = |names: &[&str]| names.iter().any(|one| name.eq_ignore_ascii_case(one));
        let (is_date, is_other) = (is_one_of(&DATES), is_one_of(&OTHERS));
        let mut whole = if is_date || is_other { line.to_owned() } else { String::new() };
        let goes_on =
            |next: &&str| next.starts_with([' ', '\t']) && !(is_indented && begins_a_property(next.trim_start()));
        while let Some(more) = lines.next_if(goes_on) {
            if is_date || is_other {
                whole.push_str(&more[1..]);
            }
        }
        if is_date || is_other {
            text.push_str(&if is_date { mended(&whole) } else { whole });
            text.push_str("\r\n");
        }
    }
    text
}

/// The lines of a text; carriage returns alone end them where nothing else does.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    text.split(end).map(|line| line.trim_end_matches('\r'))
}

/// Whether blanks before a line only make it look tidy: what goes on is never the name of a component.
fn is_indented(text: &str) -> bool {
    let mut after_component = false;
    lines(text).any(|line| {
        let is_odd = after_component && line.starts_with([' ', '\t']) && begins_a_property(line.trim_start());
        let start = line.trim_start().get(..6).unwrap_or_default().to_ascii_uppercase();
        after_component = start == "BEGIN:";
        is_odd
    })
}

/// Whether a line begins like `DTSTART;`.
fn begins_a_property(line: &str) -> bool {
    line.find([';', ':']).is_some_and(|end| {
        end >= 3 && line[..end].bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
    })
}

/// A line of dates as the standard has it.
fn mended(line: &str) -> String {
    let mut is_quoted = false;
    let colon = line.char_indices().find_map(|(at, char)| {
        is_quoted ^= char == '"';
        (char == ':' && !is_quoted).then_some(at)
    });
    let Some(colon) = colon else { return line.to_owned() };
    let (head, value) = (&line[..colon], &line[colon + 1..]);
    let values: Vec<String> = value.split(',').map(|one| date(one.trim())).collect();
    let has_time = values.iter().any(|value| value.contains('T'));
    let head: Vec<&str> =
        head.split(';').filter(|part| !(has_time && part.trim().eq_ignore_ascii_case("VALUE=DATE"))).collect();
    format!("{}:{}", head.join(";"), values.join(","))
}

/// `20261201T180000` of `2026-12-01T18:00:00` and of `2026-12-01 18:00`; the midnight that is meant by an hour 24.
fn date(value: &str) -> String {
    if value.contains('/') {
        return value.to_owned();
    }
    let is_dashed = value.get(4..5) == Some("-") && value.get(7..8) == Some("-");
    let value = if is_dashed {
        let (day, time) = value.split_at(10);
        let time = time.trim_start_matches(['T', 't', ' ']).replace(':', "");
        // Parts of a second are nobody's appointment.
        let fraction = time.find('.').map(|dot| (dot, time[dot + 1..].find(|char: char| !char.is_ascii_digit())));
        let time = match fraction {
            Some((dot, Some(rest))) => format!("{}{}", &time[..dot], &time[dot + 1 + rest..]),
            Some((dot, None)) => time[..dot].to_owned(),
            None => time,
        };
        let day = day.replace('-', "");
        if time.is_empty() { day } else { format!("{day}T{time}") }
    } else {
        value.to_owned()
    };
    next_midnight(&value).unwrap_or(value)
}

fn next_midnight(value: &str) -> Option<String> {
    let (day, time) = value.split_once(['T', 't'])?;
    let rest = time.strip_prefix("2400")?;
    let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?.checked_add_days(Days::new(1))?;
    Some(format!("{}T0000{rest}", day.format("%Y%m%d")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_other_styles_are_put_right() {
        for (written, meant) in [
            ("DTSTART:2026-12-01T18:00:00", "DTSTART:20261201T180000"),
            ("DTSTART:2026-12-01 18:00", "DTSTART:20261201T1800"),
            ("DTSTART:2026-12-01T18:00:00.000Z", "DTSTART:20261201T180000Z"),
            ("DTSTART:2026-12-01T18:00:00+01:00", "DTSTART:20261201T180000+0100"),
            ("DTEND;TZID=Europe/Berlin:20261231T240000", "DTEND;TZID=Europe/Berlin:20270101T000000"),
            ("DTSTART;VALUE=DATE:20261201T180000", "DTSTART:20261201T180000"),
            ("DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261201"),
            (
                "EXDATE;TZID=\"a:b\":20261201T180000, 2026-12-02T18:00:00",
                "EXDATE;TZID=\"a:b\":20261201T180000,20261202T180000",
            ),
            ("DTSTART:tomorrow", "DTSTART:tomorrow"),
        ] {
            assert_eq!(text(written.as_bytes()), format!("{meant}\r\n"), "{written}");
        }
    }

    #[test]
    fn folds_are_undone_and_what_is_not_read_goes() {
        assert_eq!(
            text(b"EXDATE:20261201T\r\n 180000\r\nDESCRIPTION:a\r\n DTSTART:b\r\nSUMMARY:a\r\n b"),
            "EXDATE:20261201T180000\r\nSUMMARY:ab\r\n"
        );
    }

    #[test]
    fn blanks_that_only_look_tidy_are_taken_away() {
        let indented = "BEGIN:VEVENT\n  DTSTART:20261201T180000\n  SUMMARY:a\nEND:VEVENT";
        assert_eq!(text(indented.as_bytes()), "BEGIN:VEVENT\r\nDTSTART:20261201T180000\r\nSUMMARY:a\r\nEND:VEVENT\r\n");
    }

    #[test]
    fn any_line_end_and_two_bytes_a_letter_are_read() {
        assert_eq!(text(b"BEGIN:A\rEND:A"), "BEGIN:A\r\nEND:A\r\n");
        let wide: Vec<u8> = "\u{feff}BEGIN:Ä\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(text(&wide).starts_with("BEGIN:Ä\r\n"));
    }
}
