//! The words for how the body answers: signs of overtraining, and red flags that stop the runs.

use crate::rules::Concern;

/// The four signs of overtraining that persist together (Meeusen 2013).
pub const OVERTRAINING: [&str; 4] = ["persistent_fatigue", "poor_sleep", "performance_drop", "irritability"];

/// Signs that stop running until a professional has been asked: word, what it means, and what it may come from.
pub const RED_FLAGS: [(&str, &str, Concern); 27] = [
    ("chest_pain", "discomfort of chest, neck, jaw or arm with effort", Concern::Heart),
    ("breathlessness", "breathlessness at rest, with mild effort, or lying down", Concern::Heart),
    ("dizziness", "dizziness with effort", Concern::Heart),
    ("fainting", "fainting or nearly fainting", Concern::Heart),
    ("palpitations", "a racing or irregular heartbeat that is felt", Concern::Heart),
    ("ankle_swelling", "swollen ankles on both sides", Concern::Circulation),
    ("calf_cramp", "a calf cramp on walking that goes away with rest", Concern::Circulation),
    ("heart_murmur", "a known heart murmur", Concern::Circulation),
    ("unusual_fatigue", "unusual fatigue with everyday activity", Concern::Circulation),
    ("bone_pain", "pain on one spot of a bone that gets worse with running", Concern::Bone),
    ("night_pain", "pain at night or at rest", Concern::Bone),
    ("hop_pain", "pain on hopping on one leg", Concern::Bone),
    ("calf_swelling", "a swollen, warm calf on one side", Concern::Vein),
    ("locked_joint", "a joint that locks", Concern::Joint),
    ("swollen_joint", "a swollen joint", Concern::Joint),
    ("numbness", "numbness or tingling", Concern::Nerve),
    ("bladder_or_bowel_change", "a change in how bladder or bowel work", Concern::Nerve),
    ("dark_urine", "dark urine after a session", Concern::Muscle),
    ("fever", "fever", Concern::Fever),
    ("missed_periods", "periods missing for three months or more", Concern::Energy),
    ("limp", "a limp or a changed way of walking", Concern::Joint),
    ("pregnancy", "pregnancy", Concern::Pregnancy),
    ("post_partum", "the first twelve weeks after giving birth", Concern::Birth),
    ("leaking", "leaking urine or stool with effort", Concern::PelvicFloor),
    ("heaviness", "heaviness or a dragging feeling in the pelvis", Concern::PelvicFloor),
    ("bleeding", "bleeding after a birth that comes back or gets stronger with effort", Concern::PelvicFloor),
    ("pelvic_pain", "pain in the pelvis with effort", Concern::PelvicFloor),
];

/// Whether a word is a red flag.
pub fn is_red_flag(word: &str) -> bool {
    RED_FLAGS.iter().any(|(flag, ..)| *flag == word)
}

/// Every word that `signs` knows.
pub fn words() -> Vec<&'static str> {
    OVERTRAINING.into_iter().chain(RED_FLAGS.into_iter().map(|(word, ..)| word)).collect()
}
