//! The names of the weekdays, Monday first.

/// The words of the files.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// As they stand in a sentence; the first three letters are the short name.
pub const WEEKDAY_NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The weekday, Monday 0, that a word or the beginning of a name stands for: `thu`, `Thursday`.
pub fn weekday(word: &str) -> Option<usize> {
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    WEEKDAY_NAMES.iter().position(begins).filter(|_| word.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weekday_goes_by_its_word_and_its_name() {
        for (day, (word, name)) in WEEKDAYS.iter().zip(WEEKDAY_NAMES).enumerate() {
            assert_eq!([weekday(word), weekday(name), weekday(&name.to_lowercase())], [Some(day); 3]);
            assert!(name.to_lowercase().starts_with(word));
        }
        assert_eq!(["", "t", "th", "tomorrow", "Mondayy", "mån"].map(weekday), [None; 6]);
    }
}
