//! What was recorded, from the words and numbers of other programs.

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sport {
    /// A run.
    Running,
    /// A walk or a hike.
    Walking,
    /// Lifting.
    Strength,
    /// Something else.
    Other,
    /// The file does not say.
    Unknown,
}

/// Words of which one is enough to make a run of it.
const RUNS: [&str; 47] = [
    "run",
    "runs",
    "running",
    "jog",
    "jogging",
    "treadmill",
    "trail",
    "orienteering",
    "parkrun",
    "virtualrun",
    "trailrun",
    "trailrunning",
    "treadmillrunning",
    "indoorrun",
    "indoorrunning",
    "streetrunning",
    "roadrunning",
    "trackrunning",
    "ultrarun",
    "laufen",
    "lauf",
    "joggen",
    "laufband",
    "traillauf",
    "waldlauf",
    "footing",
    "course à pied",
    "course a pied",
    "tapis de course",
    "correr",
    "corriendo",
    "carrera",
    "trote",
    "corsa",
    "corrida",
    "hardlopen",
    "loopband",
    "löpning",
    "løping",
    "løb",
    "juoksu",
    "bieganie",
    "бег",
    "koşu",
    "跑步",
    "ランニング",
    "달리기",
];
const WALKS: [&str; 18] = [
    "walk",
    "walks",
    "walking",
    "hike",
    "hikes",
    "hiking",
    "trekking",
    "nordicwalking",
    "wandern",
    "spazieren",
    "gehen",
    "marche",
    "randonnée",
    "senderismo",
    "caminata",
    "caminar",
    "camminata",
    "wandelen",
];
const LIFTS: [&str; 11] = [
    "strength",
    "weight",
    "weights",
    "weighttraining",
    "strengthtraining",
    "weightlifting",
    "powerlifting",
    "lifting",
    "krafttraining",
    "musculation",
    "gym",
];
/// Words that make anything something else.
const OTHERS: [&str; 22] = [
    "wheelchair",
    "ride",
    "bike",
    "biking",
    "cycling",
    "ski",
    "skiing",
    "swim",
    "swimming",
    "rowing",
    "elliptical",
    "skate",
    "skating",
    "snowboard",
    "snowshoe",
    "motor",
    "sled",
    "kayaking",
    "radfahren",
    "ciclismo",
    "vélo",
    "handcycle",
];

impl Sport {
    /// The sport that GPX and TCX files call so.
    pub(super) fn named(name: &str) -> Self {
        let words = words(name);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        let phrase = words.join(" ");
        let says = |list: &[&str]| list.iter().any(|text| text.contains(' ') && phrase.contains(text));
        match phrase.as_str() {
            "" | "other" | "unknown" | "track" | "default" | "generic" | "activity" => Self::Unknown,
            // Numbers that one large service writes.
            "9" => Self::Running,
            "4" | "10" => Self::Walking,
            _ if has(&OTHERS) => Self::Other,
            _ if has(&WALKS) => Self::Walking,
            _ if has(&RUNS) || says(&RUNS) => Self::Running,
            _ if has(&LIFTS) => Self::Strength,
            _ => Self::Other,
        }
    }

    /// The sport that the name of a track gives away, such as "Morning ride".
    pub(super) fn hinted(title: &str) -> Self {
        match Self::named(title) {
            Self::Other if !words(title).iter().any(|word| OTHERS.contains(&word.as_str())) => Self::Unknown,
            sport => sport,
        }
    }

    /// The sport with these numbers in a FIT file.
    pub(super) fn numbered(sport: Option<u32>, sub: Option<u32>) -> Self {
        match (sport, sub) {
            (Some(1), _) | (Some(0 | 4 | 10), Some(1 | 45)) => Self::Running,
            (Some(11 | 17), _) => Self::Walking,
            (Some(0 | 4 | 10) | None, Some(20)) => Self::Strength,
            (Some(0) | None, _) => Self::Unknown,
            _ => Self::Other,
        }
    }
}

/// The words of a name in small letters; capitals inside a word begin another.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for letter in name.trim().chars().take(200) {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && was_small) {
            words.push(String::new());
        }
        if letter.is_alphanumeric() {
            words.last_mut().unwrap_or(&mut String::new()).extend(letter.to_lowercase());
        }
        was_small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_run_in_any_words_is_one() {
        for name in [
            "running",
            "RUNNING",
            "trail",
            "trail_running",
            "Treadmill",
            "VirtualRun",
            "TrailRun",
            "Laufen",
            "orienteering",
            "course à pied",
            "correr",
            "9",
            "street_running",
            "Run",
            "jogging",
            "indoor_running",
        ] {
            assert_eq!(Sport::named(name), Sport::Running, "{name}");
        }
    }

    #[test]
    fn what_is_no_run_is_not_taken_for_one() {
        for name in [
            "crunches",
            "trunk exercise",
            "wheelchair run push",
            "virtual_ride",
            "1",
            "52",
            "yoga",
            "cardio",
            "Indoor",
            "cross_country_skiing",
            "snowshoeing",
            "TrackMe",
            "Langlauf",
            "truncated",
            "brunch",
            "Biking",
        ] {
            assert_eq!(Sport::named(name), Sport::Other, "{name}");
        }
        for name in ["hiking", "Nordic walking", "trekking", "10", "4", "walking"] {
            assert_eq!(Sport::named(name), Sport::Walking, "{name}");
        }
        for name in ["strength_training", "WeightTraining"] {
            assert_eq!(Sport::named(name), Sport::Strength, "{name}");
        }
        assert_eq!(Sport::named("Other"), Sport::Unknown);
    }

    #[test]
    fn the_name_of_a_track_may_give_it_away() {
        assert_eq!(Sport::hinted("Morning Ride"), Sport::Other);
        assert_eq!(Sport::hinted("Evening Run"), Sport::Running);
        assert_eq!(Sport::hinted("Once around the lake"), Sport::Unknown);
    }
}
