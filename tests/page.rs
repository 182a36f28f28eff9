//! The printable page, as far as text tells; `tests/page/check` looks at the same files in a browser.

#[path = "page/blocks.rs"]
mod blocks;

use blocks::{block, everyday, hostile, long, metric, packed};
use runweave::brief::Display;
use runweave::render::html;

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
        ("hostile", html(&hostile(), &metric())),
        ("season", html(&long(20), &metric())),
        ("year", html(&long(52), &metric())),
        ("two-years", html(&long(104), &american)),
    ]
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
fn weeks_from_sunday_show_every_date_once() {
    let american = Display { sunday_first: true, ..metric() };
    let page = html(&everyday(), &american);
    assert_eq!(page.matches("<li class=\"day\">").count(), 7 * 4);
    let weeks: Vec<usize> =
        page.split("<section class=\"week").skip(1).map(|week| week.matches("<li class=\"day\">").count()).collect();
    assert_eq!(weeks, [6, 7, 7, 8]);
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
