//! When a person can run, in a line: "tue and thu 6-8am", "sat morning", "weekdays 17:30-20:00".

use super::{clock, split, words};
use crate::brief::Window;
use crate::model::Clock;

/// The free times of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidFree {
    /// When the person can run.
    pub windows: Vec<SaidWindow>,
    /// What was assumed: how hours were read that leave the half of the day open.
    pub assumed: Vec<String>,
}

/// A stretch of one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidWindow {
    /// Day of the week, Monday 0.
    pub day: usize,
    /// From when to when.
    pub window: Window,
}

/// A stretch of a day, from when to when in minutes of the day.
#[derive(Clone, Copy)]
struct Stretch {
    span: (u16, u16),
    /// Whether hours were said, not a part of the day.
    exact: bool,
}

impl Stretch {
    /// Whether hours say more closely what this part of the day says.
    fn is_within(self, exact: Stretch) -> bool {
        let ((from, to), (exact_from, exact_to)) = (self.span, exact.span);
        !self.exact && exact.exact && exact_from <= to && (from <= exact_to || exact_to <= exact_from)
    }
}

/// Days and stretches of them that a line says together.
#[derive(Default)]
struct Clause {
    days: Vec<usize>,
    stretches: Vec<Stretch>,
    /// Whether a day was said last.
    day_last: bool,
    assumed: Vec<String>,
}

impl Clause {
    fn whole(&self) -> bool {
        !self.days.is_empty() && !self.stretches.is_empty()
    }
}

/// The free times of a line: "tue and thu 6-8am", and several such in one line: "weekday evenings, weekends any time".
/// Times without a day are those of the days that the line does not name. Where a day has hours and a part of the day around
/// them, "lunch 12-1pm", the hours count.
///
/// # Errors
/// A sentence that says what is missing or cannot be.
pub fn free(text: &str) -> Result<SaidFree, String> {
    let (text, mut assumed) = phrases(text);
    let mut clauses = clauses(&text)?;
    assumed.extend(clauses.iter_mut().flat_map(|clause| std::mem::take(&mut clause.assumed)));
    // "Mon 6-8, also Wed": the times that were said before.
    if let [.., before, last] = clauses.as_mut_slice()
        && last.stretches.is_empty()
    {
        last.stretches.clone_from(&before.stretches);
    }
    if clauses.iter().any(|clause| clause.stretches.is_empty()) {
        return Err("say from when to when too, such as `06:00-08:00`, `evenings` or `all day`".to_owned());
    }
    let named: Vec<usize> = clauses.iter().flat_map(|clause| clause.days.clone()).collect();
    let mut said: Vec<(usize, Stretch)> = Vec::new();
    for clause in clauses {
        let others: Vec<usize> = (0..7).filter(|day| !named.contains(day)).collect();
        for day in if clause.days.is_empty() { others } else { clause.days } {
            said.extend(clause.stretches.iter().map(|stretch| (day, *stretch)));
        }
    }
    let mut windows: Vec<SaidWindow> = Vec::new();
    for &(day, stretch) in &said {
        let (from, to) = stretch.span;
        let window = SaidWindow { day, window: Window { from: Clock(from), to } };
        let closer = said.iter().any(|&(other, exact)| other == day && stretch.is_within(exact));
        if !closer && !windows.contains(&window) {
            windows.push(window);
        }
    }
    Ok(SaidFree { windows, assumed })
}

/// The line with its phrases in words that stand alone, and what was assumed of them: "after work" is the evening, "after 6pm"
/// goes on until night.
fn phrases(text: &str) -> (String, Vec<String>) {
    let lower = text.to_lowercase();
    let known = [
        ("all day", "all-day"),
        ("any time", "anytime"),
        ("after work", "evening"),
        ("before work", "before-work"),
        ("lunch break", "lunch"),
    ];
    let text = known.iter().fold(lower, |text, (said, meant)| text.replace(said, meant));
    let joined = clock::joined(&text);
    let words: Vec<&str> = joined.split_whitespace().collect();
    // "Evenings after 6" says which six.
    let says_part = words.iter().any(|word| named_span(word.trim_end_matches([',', ';'])).is_some());
    let (mut spelt, mut assumed) = (Vec::new(), Vec::new());
    let mut rest = words.as_slice();
    while let [word, more @ ..] = rest {
        let until = more.first().and_then(|next| clock::time(next.trim_end_matches([',', ';'])));
        let (stretch, comma) = match (*word, until) {
            ("after" | "from", Some(time)) if time.clock().0 < EVENING => (Some((time.clock().0, EVENING)), more[0]),
            ("before" | "until" | "till", Some(time)) if time.clock().0 > MORNING => {
                (Some((MORNING, time.clock().0)), more[0])
            }
            _ => (None, ""),
        };
        if let Some((from, to)) = stretch {
            let comma = if comma.ends_with([',', ';']) { "," } else { "" };
            let said = more[0].trim_end_matches([',', ';']);
            let guess = until.is_some_and(clock::Time::is_guess) && !says_part;
            assumed.extend(guess.then(|| clock::read_as(&format!("{word} {said}"), (from, to))));
            spelt.push(format!("{}-{}{comma}", Clock(from), Clock(to)));
            rest = &more[1..];
        } else {
            spelt.push((*word).to_owned());
            rest = more;
        }
    }
    (spelt.join(" "), assumed)
}

fn clauses(text: &str) -> Result<Vec<Clause>, String> {
    let (mut done, mut open): (Vec<Clause>, Clause) = (Vec::new(), Clause::default());
    let parts: Vec<&str> = text.split([',', ';']).collect();
    for (at, part) in parts.iter().enumerate() {
        let words = split(part);
        for (place, (word, own)) in words.iter().enumerate() {
            // The part of the day that was said last counts, or else the next: "evening 7-8", "7-8 in the evening".
            let around = || words[..place].iter().rev().chain(&words[place..]).find_map(|(word, _)| named_span(word));
            if let Some(days) = words::days(word) {
                if open.whole() && !open.day_last {
                    done.push(std::mem::take(&mut open));
                }
                open.days.extend(days);
                open.day_last = true;
            } else if let Some(stretch) = stretch(word, around) {
                if open.whole() && open.day_last {
                    done.push(std::mem::take(&mut open));
                }
                open.assumed.extend(clock::guessed(word, stretch.span).filter(|_| around().is_none()));
                open.stretches.push(stretch);
                open.day_last = false;
            } else if !SMALL.contains(&word.as_str()) {
                let what: String = own.chars().take(40).collect();
                return Err(format!("`{what}` is no day and no time; write it as `tue 06:00-08:00`"));
            }
        }
        // Times alone before "weekends any time" are a thought of their own; before "6-8am tue" they wait for the day.
        let next = parts.get(at + 1).map(|next| split(next)).unwrap_or_default();
        let next_begins_with_day = next.first().is_some_and(|(word, _)| words::days(word).is_some());
        let next_has_times = next.iter().any(|(word, _)| stretch(word, || None).is_some());
        if open.whole() || (!open.stretches.is_empty() && next_begins_with_day && next_has_times) {
            done.push(std::mem::take(&mut open));
        }
    }
    if !open.days.is_empty() || !open.stretches.is_empty() || done.is_empty() {
        done.push(open);
    }
    Ok(done)
}

/// What a word says of the day, beside the part of the day that is said around it.
fn stretch(word: &str, around: impl Fn() -> Option<(u16, u16)>) -> Option<Stretch> {
    let exact = clock::span(word).and_then(|_| clock::span_in(word, around()));
    let named = || named_span(word).map(|span| Stretch { span, exact: false });
    exact.map(|span| Stretch { span, exact: true }).or_else(named)
}

/// Words that say nothing of their own.
const SMALL: [&str; 12] = ["and", "&", "+", "from", "every", "each", "on", "in", "the", "at", "also", "only"];

/// When a day begins and ends for a person who says no hour, in minutes of the day.
const MORNING: u16 = 6 * 60;
const EVENING: u16 = 21 * 60;

/// Parts of a day that a person is awake in, in minutes of the day.
fn named_span(word: &str) -> Option<(u16, u16)> {
    match word.trim_end_matches('s') {
        "before-work" => Some((MORNING, 8 * 60)),
        "morning" => Some((MORNING, 11 * 60)),
        "midday" | "lunch" | "lunchtime" => Some((11 * 60, 14 * 60)),
        "afternoon" => Some((13 * 60, 18 * 60)),
        "evening" => Some((17 * 60, EVENING)),
        "anytime" | "all-day" | "alway" => Some((MORNING, EVENING)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(usize, u16, u16)> {
        free(text).unwrap().windows.iter().map(|said| (said.day, said.window.from.0, said.window.to)).collect()
    }

    #[test]
    fn free_times_are_days_and_stretches() {
        for text in ["tue 06:00-08:00", "Tuesday 6-8am", "tue 6 am - 8 am", "tue from 6:00 to 8:00"] {
            assert_eq!(said(text), [(1, 360, 480)], "{text}");
        }
        assert_eq!(said("tue, thu 6-8am"), [(1, 360, 480), (3, 360, 480)]);
        assert_eq!(said("sat morning"), [(5, 360, 660)]);
        assert_eq!(said("Sat all day"), [(5, 360, 1260)]);
        assert_eq!(said("weekend 8-12 16:00-18:00").len(), 4);
        assert_eq!(said("mon-fri 12:00-13:00").len(), 5);
        assert_eq!(said("fri 22:00-01:00"), [(4, 1320, 60)]);
    }

    #[test]
    fn hours_that_leave_the_half_of_the_day_open_are_told() {
        let told = |text: &str| free(text).unwrap().assumed.join(" ");
        assert_eq!(told("tue 5-6, sat 8-12"), "`5-6` read as 05:00-06:00. `8-12` read as 08:00-12:00.");
        assert_eq!(told("tue after 5"), "`after 5` read as 05:00-21:00.");
        for clear in [
            "tue 5-6pm",
            "tue 05:00-06:00",
            "tue 17-18",
            "tue evening 7-8",
            "tue after 17",
            "tue evenings",
            "tue evening after 6",
            "tue 7-20",
        ] {
            assert_eq!(told(clear), "", "{clear}");
        }
    }

    #[test]
    fn one_line_may_say_several_things() {
        let week = |text: &str| {
            let mut days = [(); 7].map(|()| Vec::new());
            for (day, from, to) in said(text) {
                days[day].push(format!("{}-{}", from / 60, to / 60));
            }
            days.map(|windows| windows.join(" ")).join("|")
        };
        let evenings = "17-21|17-21|17-21|17-21|17-21|6-21|6-21";
        for text in [
            "weekday evenings, weekends any time",
            "evenings, weekends any time",
            "evenings weekdays; weekends all day",
        ] {
            assert_eq!(week(text), evenings, "{text}");
        }
        assert_eq!(week("in the evening after work, weekends any time"), evenings);
        assert_eq!(week("tue evening sat morning"), "|17-21||||6-11|");
        assert_eq!(week("mornings tue thu, evenings sat"), "|6-11||6-11||17-21|");
        assert_eq!(week("6-8am, 17-19 tue"), "|6-8 17-19|||||");
        assert_eq!(week("mon 6-8am, wed"), "6-8||6-8||||");
        assert_eq!(week("evenings"), ["17-21"; 7].join("|"));
        assert_eq!(week("sun after 9, mon before 8am"), "6-8||||||9-21");
        assert_eq!(week("tue after 6pm"), "|18-21|||||");
        assert_eq!(week("tue after 8, wed 06:00-20:00"), "|8-21|6-20||||");
        assert_eq!(week("tue evening after 6"), "|18-21|||||");
    }

    #[test]
    fn hours_count_more_than_the_part_of_the_day_around_them() {
        for (text, expected) in [
            ("wed lunch 12-1pm", vec![(2, 720, 780)]),
            ("wed lunch 12-1", vec![(2, 720, 780)]),
            ("wed 12-1pm at lunch", vec![(2, 720, 780)]),
            ("tue evening 19:00-20:00", vec![(1, 1140, 1200)]),
            ("tue in the evening from 7 to 8", vec![(1, 1140, 1200)]),
            ("tue 7-8 in the evening", vec![(1, 1140, 1200)]),
            ("tue evening after 7pm", vec![(1, 1140, 1260)]),
            ("tue evening 21:00-22:30", vec![(1, 1260, 1350)]),
            ("fri evening 20:00-01:00", vec![(4, 1200, 60)]),
            ("sat morning 8-9", vec![(5, 480, 540)]),
            ("mon before work 6-7", vec![(0, 360, 420)]),
            ("tue morning 7-8 evening 7-8", vec![(1, 420, 480), (1, 1140, 1200)]),
            ("sat morning and 17-19", vec![(5, 360, 660), (5, 1020, 1140)]),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        assert_eq!(said("weekday lunch 12-1pm"), [0, 1, 2, 3, 4].map(|day| (day, 720, 780)));
        assert_eq!(said("weekday evenings, tue 19:00-20:00").iter().filter(|window| window.0 == 1).count(), 1);
    }

    #[test]
    fn what_is_no_free_time_is_told() {
        assert!(free("tue").unwrap_err().starts_with("say from when"));
        assert!(free("").unwrap_err().starts_with("say from when"));
        assert!(free("tue whenever").unwrap_err().starts_with("`whenever` is no day"));
    }
}
