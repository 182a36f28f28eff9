use super::*;

/// Read on Wednesday, 25 November 2026.
fn read(text: &str) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    date(text, today, Toward::Future).map_or_else(|refusal| refusal.text, |reading| reading.found.to_string())
}

#[test]
fn a_date_is_read_in_the_spellings_that_cannot_be_mistaken() {
    for text in [
        "2027-02-14",
        "14.2.2027",
        "14 Feb 2027",
        "14 February 2027",
        "Feb 14, 2027",
        "2027/2/14",
        "14/2/2027",
        "2/14/2027",
        "14.2.27",
        "14. Februar 2027",
        "14 février 2027",
        "14 de febrero de 2027",
        "on 14 Feb",
        "14.2.",
        "14th of feb",
        "February 14th",
    ] {
        assert_eq!(read(text), "2027-02-14", "{text}");
    }
    for (text, expected) in [
        ("today", "2026-11-25"),
        ("tomorrow", "2026-11-26"),
        ("next monday", "2026-11-30"),
        ("monday", "2026-11-30"),
        ("wednesday", "2026-11-25"),
        ("next wednesday", "2026-12-02"),
        ("nächsten Montag", "2026-11-30"),
        ("24 oct", "2027-10-24"),
        ("24 dec", "2026-12-24"),
        ("Christmas", "2026-12-25"),
        ("end of January", "2027-01-31"),
        ("in 2 weeks", "2026-12-09"),
        ("easter", "2027-03-28"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
    assert!(read("3/4/2027").starts_with("`3/4/2027` may be two dates: write it as `2027-04-03` or `2027-03-04`"));
    for text in ["30 Feb 2027", "", "soon", "14", "0 may", "1.2.3.4"] {
        assert!(read(text).starts_with("expected a date"), "{text}: {}", read(text));
    }
}

#[test]
fn weeks_are_a_number_with_or_without_the_word() {
    assert_eq!(
        ["12", "12 weeks", "12 wks", "eight weeks", "1 week"].map(weeks),
        [Some(12), Some(12), Some(12), Some(8), Some(1)]
    );
    assert_eq!(
        ["3 months", "half a year", "drei Wochen", "un mois"].map(weeks),
        [Some(13), Some(26), Some(3), Some(4)]
    );
    assert_eq!(["0", "3 lifts", "105", "", "weeks"].map(weeks), [None; 5]);
}
