use super::*;

fn read(text: &str) -> Vec<usize> {
    let line = Line::of(text).unwrap();
    let found = Days::of(&line).group(0);
    match found {
        Ok(Some((group, used))) if used == line.len() => group.days,
        Ok(other) => panic!("{text}: {other:?} of {} tokens", line.len()),
        Err(refusal) => panic!("{text}: {refusal}"),
    }
}

#[test]
fn groups_of_days_are_read() {
    for (text, expected) in [
        ("mon/thu", vec![0, 3]),
        ("Mon and Thu", vec![0, 3]),
        ("mon, thu", vec![0, 3]),
        ("Mon, Wed & Fri", vec![0, 2, 4]),
        ("sat-mon", vec![5, 6, 0]),
        ("mon to fri", vec![0, 1, 2, 3, 4]),
        ("Tuesdays", vec![1]),
        ("Weds.", vec![2]),
        ("M/W/F", vec![0, 2, 4]),
        ("M W F", vec![0, 2, 4]),
        ("MWF", vec![0, 2, 4]),
        ("M-F", vec![0, 1, 2, 3, 4]),
        ("T/Th", vec![1, 3]),
        ("TTh", vec![1, 3]),
        ("T & Th", vec![1, 3]),
        ("every day", vec![0, 1, 2, 3, 4, 5, 6]),
        ("Mo Di Mi", vec![0, 1, 2]),
        ("Mo-Fr", vec![0, 1, 2, 3, 4]),
        ("Mo/Do", vec![0, 3]),
        ("montags und donnerstags", vec![0, 3]),
        ("lun mar mié", vec![0, 1, 2]),
        ("lunes a viernes", vec![0, 1, 2, 3, 4]),
        ("lun-ven", vec![0, 1, 2, 3, 4]),
        ("le mardi et jeudi", vec![1, 3]),
        ("L-V", vec![0, 1, 2, 3, 4]),
        ("L/X/V", vec![0, 2, 4]),
        ("mar", vec![1]),
        ("mi", vec![2]),
        ("Tusday", vec![1]),
        ("wensday", vec![2]),
        ("weekdays", vec![0, 1, 2, 3, 4]),
        ("so", vec![6]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn an_abbreviation_of_two_days_is_asked_about() {
    for (text, told) in [
        ("di", "`di` may be Tuesday (German) or Sunday (French): write the day in full"),
        ("do", "`do` may be Thursday (German) or Sunday (Spanish): write the day in full"),
    ] {
        let line = Line::of(text).unwrap();
        assert_eq!(Days::of(&line).group(0).unwrap_err().text, told);
    }
}

#[test]
fn what_is_no_day_is_none() {
    for text in ["squats", "", "m", "pull-ups", "t", "someday", "&", "s"] {
        let line = Line::of(text).unwrap();
        assert_eq!(Days::of(&line).group(0).unwrap(), None, "{text}");
    }
}
