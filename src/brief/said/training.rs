//! What a session is, from the words that name it.

use crate::model::{Effort, Focus, Kind};

const LOWER: &[&str] = &[
    "squat",
    "squats",
    "deadlift",
    "deadlifts",
    "leg",
    "legs",
    "lower",
    "lunge",
    "lunges",
    "glute",
    "glutes",
    "hamstring",
    "hamstrings",
    "quad",
    "quads",
    "calves",
    "hips",
    "hinge",
    "rdl",
];
const UPPER: &[&str] = &[
    "upper",
    "bench",
    "press",
    "presses",
    "push",
    "pull",
    "pulls",
    "row",
    "rows",
    "arm",
    "arms",
    "chest",
    "back",
    "shoulder",
    "shoulders",
    "biceps",
    "triceps",
    "dips",
    "pullups",
    "pull-ups",
    "chinups",
    "chin-ups",
    "pushups",
    "push-ups",
    "ohp",
    "curls",
];
const CORE: &[&str] = &["core", "abs", "trunk", "plank", "planks"];
const WHOLE: &[&str] = &[
    "full-body",
    "fullbody",
    "full",
    "whole-body",
    "total-body",
    "crossfit",
    "kettlebell",
    "kettlebells",
    "circuit",
    "circuits",
    "clean",
    "cleans",
    "snatch",
    "snatches",
    "olympic",
    "hyrox",
    "bodypump",
];
const STRENGTH: &[&str] =
    &["strength", "weights", "weight", "lifting", "lift", "lifts", "gym", "powerlifting", "bodybuilding", "barbell"];
const MOBILITY: &[&str] =
    &["yoga", "pilates", "stretch", "stretching", "mobility", "foam", "flexibility", "physio", "tai-chi", "qigong"];
/// Sport that is hard for the legs unless something else is said.
const HARD_SPORT: &[&str] = &[
    "hiit",
    "tabata",
    "bootcamp",
    "spin",
    "spinning",
    "football",
    "soccer",
    "futsal",
    "rugby",
    "hockey",
    "lacrosse",
    "basketball",
    "handball",
    "netball",
    "volleyball",
    "tennis",
    "padel",
    "badminton",
    "squash",
    "boxing",
    "kickboxing",
    "judo",
    "karate",
    "martial",
    "mma",
];
/// Sport that works the legs moderately unless something else is said.
const LEG_SPORT: &[&str] = &[
    "aerobics", "zumba", "dance", "dancing", "hike", "hiking", "hikes", "trekking", "bike", "biking", "cycling", "ski",
    "skiing", "skating", "rowing",
];
/// Sport that spares the legs.
const OTHER: &[&str] = &["swim", "swimming", "climbing", "bouldering", "walk", "walking", "golf", "riding"];
const RUN: &[&str] = &["run", "runs", "running", "jog", "jogging", "parkrun", "intervals", "tempo"];
const WORK: &[&str] =
    &["shift", "shifts", "work", "job", "office", "meeting", "meetings", "school", "lecture", "commute"];

/// What the words say a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Training {
    /// One of the brief's kinds, how hard it is where nothing is said, and whether a word was known at all.
    Session { kind: Kind, focus: Option<Focus>, usual: Option<Effort>, known: bool },
    /// A run, which belongs to the planner.
    Run,
    /// No training at all, but a time that is taken.
    Work,
}

/// Reads the words, in lower case.
pub(super) fn training(words: &[String]) -> Training {
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let beside = |one: &str, other: &str| words.windows(2).any(|pair| pair[0] == one && pair[1].starts_with(other));
    let session = |kind, focus, usual| Training::Session { kind, focus, usual, known: true };
    let strength = |focus| session(Kind::Strength, focus, Some(Effort::Heavy));
    let leg_sport = |usual| session(Kind::Other, Some(Focus::Lower), Some(usual));
    // "Squash" is no squat; a leg press and a back squat have nothing for the upper body.
    let legs_only = beside("leg", "press") || beside("back", "squat") || beside("leg", "curl");
    let lower = has(LOWER);
    let upper = has(UPPER) && !legs_only;
    let whole = has(WHOLE) || beside("whole", "body") || beside("total", "body");
    if has(MOBILITY) || beside("tai", "chi") {
        session(Kind::Mobility, None, None)
    } else if whole || (lower && upper) {
        strength(Some(Focus::FullBody))
    } else if lower {
        strength(Some(Focus::Lower))
    } else if has(HARD_SPORT) {
        leg_sport(Effort::Heavy)
    } else if has(LEG_SPORT) {
        leg_sport(Effort::Moderate)
    } else if has(OTHER) {
        session(Kind::Other, None, None)
    } else if has(RUN) {
        Training::Run
    } else if upper {
        strength(Some(Focus::Upper))
    } else if has(CORE) {
        strength(Some(Focus::Core))
    } else if has(STRENGTH) {
        strength(None)
    } else if has(WORK) {
        Training::Work
    } else {
        Training::Session { kind: Kind::Other, focus: None, usual: None, known: false }
    }
}

/// How hard, from one word.
pub(super) fn effort(word: &str) -> Option<Effort> {
    match word {
        "heavy" | "hard" | "intense" | "max" => Some(Effort::Heavy),
        "moderate" | "medium" | "mod" => Some(Effort::Moderate),
        "light" | "easy" | "gentle" => Some(Effort::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Kind, Option<Focus>) {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        match training(&words) {
            Training::Session { kind, focus, .. } => (kind, focus),
            Training::Run | Training::Work => panic!("{text} is no session"),
        }
    }

    #[test]
    fn the_lifts_tell_what_they_work() {
        for text in ["squats", "deadlift day", "legs", "leg press", "back squat"] {
            assert_eq!(read(text), (Kind::Strength, Some(Focus::Lower)), "{text}");
        }
        for text in ["bench", "press day", "pull", "rows and arms"] {
            assert_eq!(read(text), (Kind::Strength, Some(Focus::Upper)), "{text}");
        }
        for text in ["squats and bench", "full body", "crossfit", "push pull legs"] {
            assert_eq!(read(text), (Kind::Strength, Some(Focus::FullBody)), "{text}");
        }
        assert_eq!(read("abs"), (Kind::Strength, Some(Focus::Core)));
        assert_eq!(read("gym"), (Kind::Strength, None));
        assert_eq!(read("yoga for legs"), (Kind::Mobility, None));
        for text in ["football", "squash", "HIIT class", "spinning", "hike", "hockey training"] {
            assert_eq!(read(&text.to_lowercase()), (Kind::Other, Some(Focus::Lower)), "{text}");
        }
        for text in ["swimming", "climbing", "walk", "choir"] {
            assert_eq!(read(text), (Kind::Other, None), "{text}");
        }
        assert_eq!(read("gym after the night shift"), (Kind::Strength, None));
        assert_eq!(training(&["jog".to_owned()]), Training::Run);
        assert_eq!(training(&["night".to_owned(), "shift".to_owned()]), Training::Work);
    }
}
