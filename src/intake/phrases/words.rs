//! Answers in a word: a weekday, a goal, a level, a part of the day.

use super::day_words::{clear, short};
use super::days::Days;
use super::parts::{Part, part};
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
    const WORDS: [(Goal, &str); 4] = [
        (
            Goal::Strength,
            "strength, strong, stronger, muscle, muscles, hypertrophy, lifting, lift, size, bulk, kraft, starker, muskeln, \
             muskelaufbau, force, muscu, musculation, muscler, fuerza, fuerte, musculo, musculos",
        ),
        (
            Goal::Endurance,
            "endurance, running, run, runs, race, racing, faster, speed, further, marathon, half, 5 k, 10 k, ausdauer, laufen, \
             schneller, rennen, halbmarathon, courir, course, vite, semi, correr, carrera, resistencia, maraton",
        ),
        (
            Goal::WeightLoss,
            "weight loss, lose weight, losing weight, weight, fat, fat loss, slim, slimmer, lean, leaner, kilos, abnehmen, gewicht, \
             maigrir, mincir, perdre du poids, poids, adelgazar, perder peso, peso, bajar de peso",
        ),
        (
            Goal::GeneralFitness,
            "fitness, general fitness, fit, fitter, health, healthy, general, all round, shape, gesund, gesundheit, forme, sante, \
             salud, forma",
        ),
    ];
    let text = text.trim();
    if let Some(goal) = Goal::parse(&text.to_lowercase().replace([' ', '-'], "_")) {
        return Some(goal);
    }
    let line = Line::of(text).ok()?;
    let says = |words: &str| words.split(", ").any(|words| (0..line.len()).any(|at| line.begins(at, words).is_some()));
    let mut goals = WORDS.iter().filter(|(_, words)| says(words)).map(|(goal, _)| *goal);
    // Of two goals neither is taken; "lose weight by running" is still one.
    match (goals.next(), goals.next(), goals.next()) {
        (Some(goal), None, _) | (Some(Goal::Endurance), Some(goal @ Goal::WeightLoss), None) => Some(goal),
        _ => None,
    }
}

/// Experience: the words of the brief, and what people say.
pub fn level(text: &str) -> Option<Level> {
    let text = text.trim().to_lowercase();
    let known = match text.as_str() {
        "new" | "novice" | "starter" | "none" | "anfänger" | "anfaenger" | "anfängerin" | "neuling" | "débutant"
        | "debutant" | "débutante" | "principiante" | "novato" | "novata" => Level::Beginner,
        "medium" | "some" | "regular" | "mittel" | "fortgeschritten" | "geübt" | "intermédiaire" | "intermediaire"
        | "moyen" | "intermedio" | "intermedia" | "medio" => Level::Intermediate,
        "expert" | "experienced" | "pro" | "profi" | "erfahren" | "avancé" | "avance" | "avancée" | "confirmé"
        | "confirme" | "avanzado" | "avanzada" | "experto" | "experta" => Level::Advanced,
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
        _ => {
            let line = Line::of(text).ok()?;
            let lead = line.longest(0, &["am", "le", "en", "por la", "por las", "in der", "de", "al", "a"]);
            let lead = lead.map_or(0, |(_, used)| used);
            match part(&line, lead).filter(|(_, used)| lead + used == line.len())?.0 {
                Part::BeforeWork | Part::Morning => Some(PartOfDay::Morning),
                Part::Lunch => Some(PartOfDay::Midday),
                Part::Afternoon | Part::Pm | Part::AfterWork | Part::Evening | Part::Night => Some(PartOfDay::Evening),
                Part::AnyTime => None,
            }
        }
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
        for (text, expected) in [
            ("just stay fit", Some(Goal::GeneralFitness)),
            ("abnehmen", Some(Goal::WeightLoss)),
            ("perdre du poids", Some(Goal::WeightLoss)),
            ("perder peso", Some(Goal::WeightLoss)),
            ("lose weight by running", Some(Goal::WeightLoss)),
            ("schneller laufen", Some(Goal::Endurance)),
            ("courir plus vite", Some(Goal::Endurance)),
            ("correr un maratón", Some(Goal::Endurance)),
            ("run a faster 10k", Some(Goal::Endurance)),
            ("stärker werden", Some(Goal::Strength)),
            ("plus de force", Some(Goal::Strength)),
            ("ganar músculo", Some(Goal::Strength)),
            ("get stronger but keep running a bit", None),
            ("get stronger and lose weight", None),
        ] {
            assert_eq!(goal(text), expected, "{text}");
        }
        assert_eq!(
            [level("Anfänger"), level("débutante"), level("avanzada")],
            [Some(Level::Beginner), Some(Level::Beginner), Some(Level::Advanced)]
        );
        assert_eq!(
            ["morgens", "le soir", "por la mañana", "mittags"].map(part_of_day),
            [Some(PartOfDay::Morning), Some(PartOfDay::Evening), Some(PartOfDay::Morning), Some(PartOfDay::Midday)]
        );
    }
}
