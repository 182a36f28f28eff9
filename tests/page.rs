//! The printable page, as far as text tells; `tests/page/check` looks at the same files in a browser.

#[path = "page/blocks.rs"]
mod blocks;

use blocks::{block, everyday, growing, hostile, long, metric, packed};
use runweave::brief::Display;
use runweave::plan::{Conflict, Plan};
use runweave::render;

fn html(plan: &Plan, display: &Display) -> String {
    render::html(plan, display).expect("a page")
}

/// Every page the browser is to look at, by name.
fn pages() -> Vec<(&'static str, String)> {
    let american = Display { miles: true, twelve_hour: true, sunday_first: true, alarm_minutes: None };
    vec![
        ("everyday", html(&everyday(), &metric())),
        ("american", html(&everyday(), &american)),
        ("empty", html(&block(1), &metric())),
        ("packed", html(&packed("Squat day"), &metric())),
        ("packed-latin", html(&packed(&"Wide grip bench press ".repeat(9)), &metric())),
        ("packed-han", html(&packed(&"深蹲硬拉卧推".repeat(33)), &metric())),
        ("packed-arabic", html(&packed(&"تمرين القرفصاء الثقيل ".repeat(9)), &metric())),
        ("packed-one-word", html(&packed(&"W".repeat(200)), &metric())),
        ("growing", html(&growing("Squat day"), &metric())),
        ("growing-scripts", html(&growing(&scripts()), &american)),
        ("hostile", html(&hostile(), &metric())),
        ("season", html(&long(20), &metric())),
        ("year", html(&long(52), &metric())),
        ("two-years", html(&long(104), &american)),
    ]
}

/// A name of 200 characters in many scripts.
fn scripts() -> String {
    "Kniebeuge Приседания 深蹲 تمرين القرفصاء חדר כושר स्क्वाट स्क्वाट การสควอท 스쿼트 🏋️ Κάθισμα "
        .chars()
        .cycle()
        .take(200)
        .collect()
}

#[test]
fn every_page_is_written_where_the_browser_finds_it() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("page");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, page) in pages() {
        std::fs::write(folder.join(name).with_extension("html"), page).unwrap();
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    for (name, page) in pages() {
        for forbidden in ["<script", "http://", "https://", "@import", " style=", "javascript:", "<img", "<iframe"] {
            assert!(!page.contains(forbidden), "{name} holds {forbidden}");
        }
        assert!(page.contains("default-src 'none'"), "{name}");
    }
}

#[test]
fn what_the_person_wrote_never_becomes_markup() {
    let page = html(&hostile(), &metric());
    assert!(!page.contains("<b>bold") && !page.contains("</section><h1>") && !page.contains("\" onload"));
    assert!(page.contains("&#60;b&#62;bold"));
}

#[test]
fn a_week_is_seven_days_in_order() {
    let page = html(&everyday(), &metric());
    assert_eq!(page.matches("<li class=\"day\">").count(), 7 * 4);
    assert_eq!(page.matches("<h1").count(), 1);
    let week = page.split("<section class=\"week").nth(1).unwrap();
    let days: Vec<usize> = (0..7)
        .map(|day| {
            week.find(&format!(
                "<time datetime=\"2026-{}\">",
                ["11-30", "12-01", "12-02", "12-03", "12-04", "12-05", "12-06"][day]
            ))
            .unwrap()
        })
        .collect();
    assert!(days.is_sorted());
}

#[test]
fn weeks_from_sunday_show_every_date_once_and_in_order() {
    let american = Display { sunday_first: true, ..metric() };
    let page = html(&everyday(), &american);
    let weeks: Vec<&str> = page.split("<section class=\"week").skip(1).collect();
    let dates = |week: &str| -> Vec<String> {
        week.split("<time datetime=\"").skip(1).map(|rest| rest[..10].to_owned()).collect::<Vec<_>>()
    };
    let days: Vec<usize> = weeks.iter().map(|week| week.matches("<li class=\"day\">").count()).collect();
    // The day before the block stands blank, and the block's last Sunday has no week of its own.
    assert_eq!(days, [7, 7, 7, 8]);
    assert_eq!(dates(weeks[0])[0], "2026-11-29");
    assert!(weeks[0].contains("The block begins tomorrow") && weeks[0].contains("30 November to 5 December 2026"));
    assert!(weeks[1].contains("still week 1") && weeks[3].contains("the last day"));
    assert!(weeks.iter().all(|week| dates(week).is_sorted()));
    // Sunday's runs stand in one row of the overview each, the last one in its own.
    let overview = page.split("<table class=\"overview\">").nth(1).unwrap().split("</table>").next().unwrap();
    assert_eq!(overview.matches("<tr").count(), 1 + 4 + 1);
    assert_eq!(overview.matches("Mobility").count(), 4);
}

#[test]
fn weeks_from_sunday_add_up_to_what_the_plan_says() {
    let sums = |display: &Display| {
        let page = html(&everyday(), display);
        let cell = |row: &str| {
            row.split("<td class=\"number\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
        };
        let rows: Vec<Vec<String>> = page
            .split("<tbody>")
            .nth(1)
            .unwrap()
            .split("</tbody>")
            .next()
            .unwrap()
            .split("<tr")
            .skip(1)
            .map(cell)
            .collect();
        let chart = page
            .split("aria-label=\"Minutes of running each week: ")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let heads: Vec<String> = page
            .split("<ul class=\"sums\">")
            .skip(1)
            .map(|rest| rest.split("</ul>").next().unwrap().replace("<li>counted from Monday to Sunday</li>", ""))
            .collect();
        (rows, chart, heads)
    };
    let (monday, sunday) = (sums(&metric()), sums(&Display { sunday_first: true, ..metric() }));
    assert_eq!(monday.0, sunday.0[..4]);
    assert_eq!(sunday.0[4], ["", ""], "the closing Sunday is counted in its week");
    assert_eq!((monday.1, monday.2), (sunday.1, sunday.2));
}

#[test]
fn a_name_from_right_to_left_stands_apart_in_the_sentences_around_it() {
    let mut plan = everyday();
    let Some(runweave::plan::Entry::Run(run)) = plan.weeks[0].sessions.get_mut(2) else { panic!("a run") };
    run.why[0].text = "36 h after חדר כושר; 48 h would do.".into();
    assert!(html(&plan, &metric()).contains("36 h after \u{2068}חדר כושר\u{2069}; 48 h would do."));
}

#[test]
fn what_was_left_out_is_told_once_and_in_words() {
    let page = html(&everyday(), &metric());
    assert!(
        !page.contains("heavy_legs") && !page.contains("heavy legs then run") && !page.contains("inside availability")
    );
    assert!(page.contains("legs not yet fresh after lifting"), "in words");
}

#[test]
fn what_would_make_room_is_told_with_its_weeks() {
    let mut plan = everyday();
    let conflict = |weeks: &[u32], way: &str| Conflict {
        weeks: weeks.to_vec(),
        demands: Vec::new(),
        smallest: true,
        text: "These cannot stand together.".into(),
        ways: vec![way.into()],
    };
    plan.conflicts =
        vec![conflict(&[1, 2], "2 runs in the week instead of 3."), conflict(&[3], "One run instead of 2.")];
    let page = html(&plan, &metric());
    for part in [
        "<li>Weeks 1 and 2. These cannot stand together.</li><li>Week 3. These cannot",
        "<h3>What would make room in weeks 1 and 2</h3>\n<ul><li>2 runs in the week instead of 3.</li></ul>",
        "<h3>What would make room in week 3</h3>\n<ul><li>One run instead of 2.</li></ul>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn units_and_clock_are_the_persons() {
    let american = Display { miles: true, twelve_hour: true, ..metric() };
    let page = html(&everyday(), &american);
    assert!(page.contains("6:30\u{a0}a.m.") && page.contains("3\u{a0}mi") && page.contains("/mi"));
    assert!(!page.contains("/km") && !page.contains(" km"));
    let page = html(&everyday(), &metric());
    assert!(page.contains("06:30") && page.contains("4.9\u{a0}km"));
}

#[test]
fn the_same_plan_gives_the_same_page() {
    assert_eq!(html(&everyday(), &metric()), html(&everyday(), &metric()));
}
