//! Words for weekdays in English, German, French and Spanish, and what makes some of them unclear.

/// A language that a line may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    English = 1,
    German = 2,
    French = 4,
    Spanish = 8,
}

use Tongue::{English, French, German, Spanish};

/// Every language.
pub(super) const ALL: [Tongue; 4] = [English, German, French, Spanish];

impl Tongue {
    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            English => "English",
            German => "German",
            French => "French",
            Spanish => "Spanish",
        }
    }
}

/// Names that mean a weekday and nothing else, Monday first; a plural `s` is allowed.
const CLEAR: [(Tongue, [&[&str]; 7]); 4] = [
    (
        English,
        [
            &["mon", "monday"],
            &["tue", "tues", "tuesday"],
            &["wed", "weds", "wednesday"],
            &["thu", "thur", "thurs", "thursday"],
            &["fri", "friday"],
            &["sat", "saturday"],
            &["sun", "sunday"],
        ],
    ),
    (
        German,
        [
            &["montag"],
            &["dienstag"],
            &["mittwoch"],
            &["donnerstag"],
            &["freitag"],
            &["samstag", "sonnabend"],
            &["sonntag"],
        ],
    ),
    (French, [&["lundi"], &["mardi"], &["mercredi"], &["jeudi"], &["vendredi"], &["samedi"], &["dimanche"]]),
    (Spanish, [&["lunes"], &["martes"], &["miercoles"], &["jueves"], &["viernes"], &["sabado"], &["domingo"]]),
];

/// Abbreviations that may be a word of another kind or another day elsewhere.
const SHORT: &[(&str, &[(Tongue, usize)])] = &[
    ("mo", &[(English, 0), (German, 0)]),
    ("tu", &[(English, 1)]),
    ("we", &[(English, 2)]),
    ("th", &[(English, 3)]),
    ("fr", &[(English, 4), (German, 4)]),
    ("sa", &[(English, 5), (German, 5), (French, 5), (Spanish, 5)]),
    ("su", &[(English, 6)]),
    ("di", &[(German, 1), (French, 6)]),
    ("mi", &[(German, 2), (Spanish, 2)]),
    ("mie", &[(Spanish, 2)]),
    ("do", &[(German, 3), (Spanish, 6)]),
    ("so", &[(German, 6)]),
    ("lu", &[(French, 0), (Spanish, 0)]),
    ("ma", &[(French, 1), (Spanish, 1)]),
    ("me", &[(French, 2)]),
    ("je", &[(French, 3)]),
    ("ve", &[(French, 4)]),
    ("ju", &[(Spanish, 3)]),
    ("vi", &[(Spanish, 4)]),
    ("lun", &[(French, 0), (Spanish, 0)]),
    ("mar", &[(French, 1), (Spanish, 1)]),
    ("mer", &[(French, 2)]),
    ("jeu", &[(French, 3)]),
    ("jue", &[(Spanish, 3)]),
    ("ven", &[(French, 4)]),
    ("vie", &[(Spanish, 4)]),
    ("sam", &[(French, 5), (German, 5)]),
    ("sab", &[(Spanish, 5)]),
    ("dim", &[(French, 6)]),
    ("dom", &[(Spanish, 6)]),
];

/// Short names of days that are everyday words too: they count only where the line names no day otherwise.
pub(super) const EVERYDAY: [&str; 15] =
    ["we", "do", "so", "me", "ma", "je", "ve", "mi", "sam", "dom", "mar", "mer", "su", "vie", "di"];

/// Single letters of an English and a Spanish week.
pub(super) const LETTERS: [(Tongue, &[(&str, usize)]); 2] = [
    (
        English,
        &[("m", 0), ("t", 1), ("tu", 1), ("w", 2), ("th", 3), ("r", 3), ("f", 4), ("s", 5), ("sa", 5), ("su", 6)],
    ),
    (Spanish, &[("l", 0), ("m", 1), ("x", 2), ("j", 3), ("v", 4), ("s", 5), ("d", 6)]),
];

/// Words that tell the language of a line.
const MARKS: [(Tongue, &[&str]); 3] = [
    (
        German,
        &[
            "uhr",
            "und",
            "bis",
            "von",
            "ab",
            "jeden",
            "taglich",
            "wochenende",
            "abends",
            "morgens",
            "fruh",
            "vormittag",
            "vormittags",
            "nachmittag",
            "nachmittags",
            "mittags",
            "std",
            "stunde",
            "stunden",
            "minuten",
            "nicht",
            "ausser",
            "beine",
            "kniebeugen",
            "oberkorper",
            "unterkorper",
            "schwimmen",
            "dehnen",
            "kraft",
            "krafttraining",
            "oder",
            "klettern",
            "fussball",
            "rucken",
            "brust",
        ],
    ),
    (
        French,
        &[
            "et",
            "matin",
            "soir",
            "midi",
            "sauf",
            "tous",
            "jours",
            "semaine",
            "heure",
            "heures",
            "jambes",
            "natation",
            "musculation",
            "muscu",
            "velo",
            "escalade",
            "danse",
            "le",
            "les",
            "du",
            "ou",
            "course",
            "haut",
            "corps",
            "dos",
        ],
    ),
    (
        Spanish,
        &[
            "y",
            "manana",
            "mananas",
            "tarde",
            "tardes",
            "noche",
            "noches",
            "excepto",
            "todos",
            "dias",
            "fin",
            "hora",
            "horas",
            "piernas",
            "pesas",
            "gimnasio",
            "fuerza",
            "natacion",
            "futbol",
            "ciclismo",
            "baile",
            "los",
            "por",
            "el",
            "espalda",
            "pecho",
            "sentadillas",
        ],
    ),
];

/// The weekday that a name means beyond doubt, Monday 0, and its language.
pub(super) fn clear(word: &str) -> Option<(usize, Tongue)> {
    let single = word.strip_suffix("'s").or_else(|| word.strip_suffix('s')).filter(|rest| rest.len() > 4);
    for (tongue, week) in CLEAR {
        let found =
            week.iter().position(|names| names.contains(&word) || single.is_some_and(|one| names.contains(&one)));
        if let Some(day) = found {
            return Some((day, tongue));
        }
    }
    None
}

/// The weekdays that an abbreviation may mean, each with its language.
pub(super) fn short(word: &str) -> Option<&'static [(Tongue, usize)]> {
    SHORT.iter().find(|(known, _)| *known == word).map(|(_, days)| *days)
}

/// The language that a word tells.
pub(super) fn mark(word: &str) -> Option<Tongue> {
    MARKS.iter().find(|(_, words)| words.contains(&word)).map(|(tongue, _)| *tongue)
}

/// Every full name of a weekday, for mistakes of spelling.
pub(super) fn full_names() -> impl Iterator<Item = (&'static str, usize)> {
    CLEAR
        .iter()
        .flat_map(|(_, week)| {
            week.iter().enumerate().flat_map(|(day, names)| names.iter().map(move |name| (*name, day)))
        })
        .filter(|(name, _)| name.len() > 4)
}
