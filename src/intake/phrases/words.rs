//! Answers in a word: a weekday, a goal, a level, a part of the day.

use super::day_words::{clear, short};
use super::days::Days;
use super::token::Line;
use super::{Reading, Refusal, Remark, refused};
use crate::model::{Goal, Level, PartOfDay, WEEKDAY_NAMES};

/// A weekday, Monday 0: `mon`, `Monday`, `Mondays`, `mo`.
pub fn day(word: &str) -> Option<usize> {
    let line = Line::of(word.trim()).ok()?;
    let word = line.word(0);
    let dot = usize::from(line.word(1) == ".");
    let one = short(word).filter(|days| days.iter().all(|(_, day)| *day == days[0].1)).map(|days| days[0].1);
    clear(word).map(|(day, _)| day).or(one).filter(|_| line.len() == 1 + dot)
}

/// A weekday as a whole answer; of several the first is the wish.
///
/// # Errors
/// What is wrong with it.
pub fn read_day(text: &str) -> Result<Reading<usize>, Refusal> {
    let line = Line::of(text)?;
    let lead = usize::from(["on", "every", "am", "the"].contains(&line.word(0)));
    let group = Days::of(&line).group(lead)?.filter(|(_, used)| lead + used == line.len());
    let Some((group, _)) = group else { return refused(text, "expected a weekday such as `sat`") };
    let mut reading = Reading::plain(group.days[0]);
    let at = line.span(0, line.len());
    reading.assumed.extend(group.assumed.into_iter().map(|text| Remark { at, text }));
    if group.days.len() > 1 {
        let text = format!("one day can be wished for: {}.", WEEKDAY_NAMES[group.days[0]]);
        reading.assumed.push(Remark { at, text });
    }
    Ok(reading)
}

/// What training is for: the words of the brief, and what people say.
pub fn goal(text: &str) -> Option<Goal> {
    let text = text.trim().to_lowercase().replace([' ', '-'], "_");
    let known = match text.as_str() {
        "muscle" | "hypertrophy" | "lifting" | "size" | "build_muscle" | "gain_muscle" | "get_strong"
        | "get_stronger" => Goal::Strength,
        "running" | "race" | "run_faster" | "speed" | "run_further" | "run_longer" | "marathon" => Goal::Endurance,
        "lose_weight" | "fat_loss" | "weight" | "lose_fat" | "slim_down" => Goal::WeightLoss,
        "fitness" | "health" | "general" | "fit" | "get_fit" | "stay_fit" | "all_round" => Goal::GeneralFitness,
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
    match text.trim().to_lowercase().trim_start_matches("in the ").trim_end_matches('s') {
        "morning" | "early" | "am" | "before work" => Some(PartOfDay::Morning),
        "midday" | "noon" | "lunch" | "lunchtime" => Some(PartOfDay::Midday),
        "evening" | "afternoon" | "late" | "pm" | "night" | "after work" => Some(PartOfDay::Evening),
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
        assert_eq!([day("squats"), day(""), day("m"), day("di")], [None; 4]);
    }

    #[test]
    fn one_day_of_several_is_wished_for_and_told() {
        let read = |text: &str| read_day(text).map(|reading| (reading.found, reading.assumed.len()));
        assert_eq!([read("sat"), read("sat or sun"), read("Saterday")], [Ok((5, 0)), Ok((5, 1)), Ok((5, 1))]);
        assert!(read("whenever").is_err());
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
