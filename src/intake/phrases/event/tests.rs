use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn event(text: &str) -> (String, String, String) {
    let event = read_event(text, today()).unwrap_or_else(|refusal| panic!("{text}: {refusal}")).found;
    (event.name, event.date.to_string(), event.distance_km.to_string())
}

#[test]
fn a_race_to_come_has_a_name_a_day_and_a_distance() {
    for (text, name, distance) in [
        ("Spring 10K 2027-02-14 10", "Spring 10K", "10"),
        ("Spring 10K 2027-02-14", "Spring 10K", "10"),
        ("Spring 10K, 14 Feb", "Spring 10K", "10"),
        ("Spring run on 14 Feb 2027 10 km", "Spring run", "10"),
        ("14.2.2027 Berlin half marathon", "Berlin half marathon", "21.0975"),
        ("Marathon 2027-02-14", "Marathon", "42.195"),
        ("Trail 50 miles 2027-02-14", "Trail", "80.467"),
        ("Park 3.1 mi 2027-02-14", "Park", "4.989"),
        ("5K 14 feb", "5K", "5"),
    ] {
        assert_eq!(event(text), (name.to_owned(), "2027-02-14".to_owned(), distance.to_owned()), "{text}");
    }
    let refused = |text| read_event(text, today()).unwrap_err().text;
    assert!(refused("Spring 2027-02-14").starts_with("say how far"));
    assert!(refused("Spring 10K").starts_with("say its day"));
}

#[test]
fn a_race_that_was_run_has_a_time_too() {
    let race = |text| {
        read_race(text, today())
            .map(|reading| (reading.found.distance_km, reading.found.time, reading.found.date.to_string()))
    };
    let ten = (10.0, "48:30".to_owned(), "2026-10-04".to_owned());
    for text in ["10 km 48:30 2026-10-04", "10k in 48:30 on 4 Oct", "4 october 10K 48:30", "48:30 10km 4.10.2026"] {
        assert_eq!(race(text), Ok(ten.clone()), "{text}");
    }
    assert_eq!(race("half marathon in 1:45:00 on 2026-09-20").map(|race| race.0), Ok(21.0975));
    assert_eq!(race("half marathon 1h45 2026-09-20").map(|race| race.1), Ok("1:45:00".to_owned()));
    assert!(race("10 km 2026-10-04").unwrap_err().text.starts_with("say how long"));
    assert_eq!(race("HM 1:52 20.9.2026").map(|race| race.1), Ok("1:52:00".to_owned()));
    assert_eq!(race("5k 24 min 10 1.11.2026").map(|race| race.1), Ok("24:10".to_owned()));
}
