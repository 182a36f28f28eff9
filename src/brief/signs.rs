//! The words for how the body answers: signs of overtraining, and red flags that stop the runs.

/// The four signs of overtraining that persist together (Meeusen 2013).
pub const OVERTRAINING: [&str; 4] = ["persistent_fatigue", "poor_sleep", "performance_drop", "irritability"];

/// Signs that stop running until a professional has been asked: word and what it means.
pub const RED_FLAGS: [(&str, &str); 23] = [
    ("chest_pain", "discomfort of chest, neck, jaw or arm with effort"),
    ("breathlessness", "breathlessness at rest, with mild effort, or lying down"),
    ("dizziness", "dizziness with effort"),
    ("fainting", "fainting or nearly fainting"),
    ("palpitations", "a racing or irregular heartbeat that is felt"),
    ("ankle_swelling", "swollen ankles on both sides"),
    ("calf_cramp", "a calf cramp on walking that goes away with rest"),
    ("heart_murmur", "a known heart murmur"),
    ("unusual_fatigue", "unusual fatigue with everyday activity"),
    ("bone_pain", "pain on one spot of a bone that gets worse with running"),
    ("night_pain", "pain at night or at rest"),
    ("hop_pain", "pain on hopping on one leg"),
    ("calf_swelling", "a swollen, warm calf on one side"),
    ("locked_joint", "a joint that locks"),
    ("swollen_joint", "a swollen joint"),
    ("numbness", "numbness or tingling"),
    ("bladder_or_bowel_change", "a change in how bladder or bowel work"),
    ("dark_urine", "dark urine after a session"),
    ("fever", "fever"),
    ("missed_periods", "periods missing for three months or more"),
    ("limp", "a limp or a changed way of walking"),
    ("pregnancy", "pregnancy"),
    ("post_partum", "the first twelve weeks after giving birth"),
];

/// Whether a word is a red flag.
pub fn is_red_flag(word: &str) -> bool {
    RED_FLAGS.iter().any(|(flag, _)| *flag == word)
}

/// Every word that `signs` knows.
pub fn words() -> Vec<&'static str> {
    OVERTRAINING.into_iter().chain(RED_FLAGS.into_iter().map(|(word, _)| word)).collect()
}
