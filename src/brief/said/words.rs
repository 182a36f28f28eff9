//! Words for weekdays, goals, levels and parts of the day.

use crate::model::{Goal, Level, PartOfDay, WEEKDAY_NAMES, WEEKDAYS};

/// A weekday, Monday 0: `mon`, `Monday`, `Mondays`, `mo`.
pub fn day(word: &str) -> Option<usize> {
    let word = word.trim().to_lowercase();
    let word = word.trim_end_matches('.');
    let short = |index: &usize| word == WEEKDAYS[*index] || word == &WEEKDAYS[*index][..2];
    let long = |index: &usize| word.strip_suffix('s').unwrap_or(word).eq_ignore_ascii_case(WEEKDAY_NAMES[*index]);
    let usual = |index: &usize| matches!((*index, word), (1, "tues") | (2, "weds") | (3, "thur" | "thurs"));
    (0..7).find(|index| short(index) || long(index) || usual(index))
}

/// The days that words name: `mon`, `mon/thu`, `mon-fri`, `weekdays`, `weekend`, `daily`.
pub(super) fn days(word: &str) -> Option<Vec<usize>> {
    match word {
        "weekdays" | "weekday" => return Some((0..5).collect()),
        "weekend" | "weekends" => return Some(vec![5, 6]),
        "daily" | "everyday" => return Some((0..7).collect()),
        _ => {}
    }
    let mut days = Vec::new();
    for part in word.split(['/', '+', '&']).filter(|part| !part.is_empty()) {
        match part.split_once('-') {
            Some((from, to)) => {
                let (from, to) = (day(from)?, day(to)?);
                days.extend((0..7).map(|step| (from + step) % 7).take((to + 7 - from) % 7 + 1));
            }
            None => days.push(day(part)?),
        }
    }
    (!days.is_empty()).then_some(days)
}

/// What training is for: the words of the brief, and what people say.
pub fn goal(text: &str) -> Option<Goal> {
    let text = text.trim().to_lowercase().replace([' ', '-'], "_");
    let known = match text.as_str() {
        "muscle" | "hypertrophy" | "lifting" | "size" => Goal::Strength,
        "running" | "race" | "run_faster" | "speed" => Goal::Endurance,
        "lose_weight" | "fat_loss" | "weight" => Goal::WeightLoss,
        "fitness" | "health" | "general" | "fit" => Goal::GeneralFitness,
        other => return Goal::parse(other),
    };
    Some(known)
}

/// Experience: the words of the brief, and what people say.
pub fn level(text: &str) -> Option<Level> {
    let text = text.trim().to_lowercase();
    let known = match text.as_str() {
        "new" | "novice" | "starter" | "none" => Level::Beginner,
        "medium" | "some" | "regular" => Level::Intermediate,
        "expert" | "experienced" | "pro" => Level::Advanced,
        other => return Level::parse(other),
    };
    Some(known)
}

/// A part of the day.
pub fn part_of_day(text: &str) -> Option<PartOfDay> {
    match text.trim().to_lowercase().trim_end_matches('s') {
        "morning" | "early" => Some(PartOfDay::Morning),
        "midday" | "noon" | "lunch" | "lunchtime" => Some(PartOfDay::Midday),
        "evening" | "afternoon" | "late" => Some(PartOfDay::Evening),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_known_by_their_usual_names() {
        for (word, expected) in [("mon", 0), ("Tuesday", 1), ("Weds.", 2), ("thurs", 3), ("FR", 4), ("saturdays", 5)] {
            assert_eq!(day(word), Some(expected), "{word}");
        }
        assert_eq!([day("squats"), day(""), day("m")], [None; 3]);
    }

    #[test]
    fn several_days_are_one_word() {
        assert_eq!(days("mon/thu"), Some(vec![0, 3]));
        assert_eq!(days("sat-mon"), Some(vec![5, 6, 0]));
        assert_eq!(days("weekdays").map(|days| days.len()), Some(5));
        assert_eq!([days("mon/gym"), days("pull-ups"), days("&")], [None, None, None]);
    }

    #[test]
    fn goals_and_levels_go_by_what_people_say() {
        assert_eq!(goal("Lose weight"), Some(Goal::WeightLoss));
        assert_eq!(goal("general fitness"), Some(Goal::GeneralFitness));
        assert_eq!(level("New"), Some(Level::Beginner));
        assert_eq!((goal("money"), level("god")), (None, None));
        assert_eq!(part_of_day("Mornings"), Some(PartOfDay::Morning));
    }
}
