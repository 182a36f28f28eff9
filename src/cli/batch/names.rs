//! A folder for each athlete: a name that every file system takes, made from one that may be anything.

use std::collections::BTreeSet;

use uuid::Uuid;

/// A name has so many letters at most, before what sets it apart.
const MOST: usize = 40;

/// The namespace of what sets names apart that cannot be spelled; drawn once at random.
const NAMESPACE: Uuid = Uuid::from_u128(0x3d1c_9e02_58f7_4a6b_9c44_0e7d_2b51_f8a3);

/// What Windows takes for a device, whatever the ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// How letters of Latin alphabets are spelled without their marks.
const SPELLED: [(&str, &str); 24] = [
    ("àáâãåāăą", "a"),
    ("äæ", "ae"),
    ("çćčċ", "c"),
    ("ďđð", "d"),
    ("èéêëēėęě", "e"),
    ("ğģġ", "g"),
    ("ħ", "h"),
    ("ìíîïīįı", "i"),
    ("ķ", "k"),
    ("ĺļľł", "l"),
    ("ñńņň", "n"),
    ("òóôõōő", "o"),
    ("öøœ", "oe"),
    ("ŕř", "r"),
    ("śşšș", "s"),
    ("ß", "ss"),
    ("ťţț", "t"),
    ("þ", "th"),
    ("ùúûūůűų", "u"),
    ("ü", "ue"),
    ("ŵ", "w"),
    ("ýÿ", "y"),
    ("źżž", "z"),
    ("'’", ""),
];

/// The names that are given out.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A folder name for an athlete, another one for each call.
    pub(super) fn of(&mut self, athlete: &str) -> String {
        let name = spelled(athlete);
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let free =
            std::iter::once(name.clone()).chain(numbered).find(|name| !self.0.contains(name)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

fn spelled(athlete: &str) -> String {
    let mut name = String::new();
    let mut is_whole = true;
    for letter in athlete.chars().flat_map(char::to_lowercase) {
        let known = SPELLED.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, plain)| *plain);
        match known {
            Some(plain) => name.push_str(plain),
            None if letter.is_ascii_alphanumeric() => name.push(letter),
            None => {
                is_whole &= letter.is_ascii();
                if !name.ends_with('-') {
                    name.push('-');
                }
            }
        }
    }
    let mut name = name.trim_matches('-').to_owned();
    is_whole &= name.len() <= MOST;
    name.truncate(MOST);
    let device = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    is_whole &= !DEVICES.contains(&name.as_str()) && !matches!(device, "com" | "lpt");
    if name.is_empty() {
        name.push_str("athlete");
        is_whole &= athlete.is_empty();
    }
    if is_whole {
        return name;
    }
    // Two names that are spelled alike and are not the same stay apart, whatever else is in the batch.
    let mark = Uuid::new_v5(&NAMESPACE, athlete.as_bytes()).simple().to_string();
    format!("{}-{}", name.trim_end_matches('-'), &mark[..6])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_folder_that_every_system_takes() {
        let mut names = Names::default();
        for (athlete, folder) in [
            ("Sam", "sam"),
            ("sam", "sam-2"),
            ("SAM-2", "sam-2-2"),
            ("José Müller-Öz", "jose-mueller-oez"),
            ("O'Neil", "oneil"),
            ("", "athlete"),
            ("  Ann   Lee. ", "ann-lee"),
        ] {
            assert_eq!(names.of(athlete), folder);
        }
        let hostile = [
            "../../etc/passwd",
            "..",
            ".",
            "/",
            "C:\\x",
            "con",
            "COM1",
            "nul",
            "\0",
            "\u{202e}",
            "走る",
            "走り",
            "-rf",
            "a".repeat(500).as_str(),
            "a\nb",
        ]
        .map(str::to_owned);
        let mut seen = BTreeSet::new();
        for athlete in &hostile {
            let folder = names.of(athlete);
            assert!(folder.len() <= MOST + 12 && !folder.is_empty(), "{folder}");
            assert!(
                folder.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{folder}"
            );
            assert!(!folder.starts_with('-') && !DEVICES.contains(&folder.as_str()), "{folder}");
            assert!(seen.insert(folder));
        }
    }
}
