//! Cycles of a session go on in the next block where they were.

use serde_json::{Value, json};

/// Turns the cycles of a session by the weeks that have passed; single weeks and dates that it skipped are over.
pub(super) fn go_on(session: &mut Value, weeks: i64) {
    let Some(session) = session.as_object_mut() else { return };
    if let Some(efforts) = session.get_mut("effort_by_week").and_then(Value::as_array_mut).filter(|all| !all.is_empty())
    {
        let passed = usize::try_from(weeks.rem_euclid(efforts.len() as i64)).unwrap_or(0);
        efforts.rotate_left(passed);
    }
    let Some(every) = session.get_mut("every").and_then(Value::as_object_mut) else { return };
    every.shift_remove("skip_dates");
    every.shift_remove("skip_weeks");
    if let Some(word) = every.get_mut("weeks").filter(|_| weeks.rem_euclid(2) == 1) {
        *word = json!(if *word == "odd" { "even" } else { "odd" });
    }
    let of = every.get("of").and_then(Value::as_i64).filter(|of| *of > 0);
    if let (Some(of), Some(on)) = (of, every.get_mut("on").and_then(Value::as_array_mut)) {
        let mut turned: Vec<i64> =
            on.iter().filter_map(Value::as_i64).map(|week| (week - 1 - weeks).rem_euclid(of) + 1).collect();
        turned.sort_unstable();
        *on = turned.into_iter().map(Value::from).collect();
    }
    if every.is_empty() {
        session.shift_remove("every");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_goes_on_where_it_was() {
        let after = |weeks: i64, mut session: Value| {
            go_on(&mut session, weeks);
            session
        };
        let odd = || json!({ "every": { "weeks": "odd", "skip_weeks": [3] } });
        assert_eq!(after(8, odd()), json!({ "every": { "weeks": "odd" } }));
        assert_eq!(after(7, odd()), json!({ "every": { "weeks": "even" } }));
        let two_of_three = json!({ "every": { "on": [1, 2], "of": 3 } });
        assert_eq!(after(8, two_of_three), json!({ "every": { "on": [2, 3], "of": 3 } }));
        let wave = json!({ "effort_by_week": ["light", "heavy", "heavy", "deload"], "every": { "skip_dates": [] } });
        assert_eq!(after(6, wave), json!({ "effort_by_week": ["heavy", "deload", "light", "heavy"] }));
    }
}
