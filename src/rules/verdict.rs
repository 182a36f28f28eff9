//! What a rule answers.

use crate::model::RunType;

/// How a rule sees one place: kept, or broken and how badly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Nothing is wrong.
    Kept,
    /// Not as the person likes it. Its points weigh as much as any.
    Preference,
    /// A should is missed.
    Should,
    /// A must is broken.
    Must,
}

/// One answer of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How bad.
    pub tier: Tier,
    /// By how much, in the rule's own unit (mostly hours short, rounded up).
    pub amount: i32,
    /// What it costs in points, whatever its tier: mostly the amount times the rule's weight. Points of a must are never weighed.
    pub cost: i32,
}

impl Verdict {
    /// Nothing is wrong.
    pub const KEPT: Self = Self { tier: Tier::Kept, amount: 0, cost: 0 };

    /// A must that is broken by `amount`.
    pub fn must(amount: i32) -> Self {
        Self { tier: Tier::Must, amount, cost: amount }
    }

    /// A should that is missed by `amount`, at `weight` a unit. Kept when the amount is 0.
    pub fn should(amount: i32, weight: i32) -> Self {
        Self::graded(Tier::Should, amount, weight)
    }

    /// A should that is missed by `amount` and costs so many points in all. Kept when that is nothing.
    pub fn should_for(amount: i32, cost: i32) -> Self {
        if amount <= 0 || cost <= 0 { Self::KEPT } else { Self { tier: Tier::Should, amount, cost } }
    }

    /// A preference that is missed by `amount` and costs so many points in all. Kept when that is nothing.
    pub fn preference_for(amount: i32, cost: i32) -> Self {
        if amount <= 0 || cost <= 0 { Self::KEPT } else { Self { tier: Tier::Preference, amount, cost } }
    }

    /// A preference that is missed by `amount`, at `weight` a unit. Kept when the amount is 0.
    pub fn preference(amount: i32, weight: i32) -> Self {
        Self::graded(Tier::Preference, amount, weight)
    }

    /// Hours of a gap against its must and its should: whole hours short, rounded up.
    pub fn gap(minutes: i32, must_hours: i32, should_hours: i32, weight: i32) -> Self {
        let short = |hours: i32| (hours * 60 - minutes + 59).div_euclid(60).max(0);
        if minutes < must_hours * 60 {
            Self::must(short(must_hours))
        } else {
            Self::should(short(should_hours), weight)
        }
    }

    fn graded(tier: Tier, amount: i32, weight: i32) -> Self {
        if amount * weight <= 0 { Self::KEPT } else { Self { tier, amount, cost: amount * weight } }
    }
}

/// Hears verdicts. The sentence is only made when it is wanted, so that pricing costs no text.
pub trait Listener {
    /// One verdict of the rule being asked, and the sentence that a person reads.
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String);
}

/// Minutes of a gap, and the calendar days that it spans.
pub(super) type Gap = (i32, i32);

/// "Two days after Squat day.", and the hours where they are too few.
pub(super) fn after_words(gap: Gap, name: &str, must: i32, should: i32) -> String {
    gap_words(gap, "after", name, must, should)
}

/// "The day before Squat day.", and the hours where they are too few.
pub(super) fn before_words(gap: Gap, name: &str, must: i32, should: i32) -> String {
    gap_words(gap, "before", name, must, should)
}

/// The gap between two runs, told of the later one. What is too short keeps either run from its place, so it names both: "Only 22 h
/// from the tempo run to the long run; at least 24 h are needed."
pub(super) fn between_words(gap: Gap, runs: (RunType, RunType), must: i32, should: i32) -> String {
    let (earlier, later) = (runs.0.title().to_lowercase(), runs.1.title().to_lowercase());
    if gap.0 >= must * 60 {
        return after_words(gap, &format!("the {earlier}"), must, should);
    }
    let next = if earlier == later { "next " } else { "" };
    too_short(gap.0, &format!("from the {earlier} to the {next}{later}"), must)
}

fn gap_words(gap: Gap, side: &str, name: &str, must: i32, should: i32) -> String {
    let (minutes, days) = gap;
    if minutes < must * 60 {
        too_short(minutes, &format!("{side} {name}"), must)
    } else if minutes < should * 60 {
        format!("{} {side} {name}; {should} h would be better.", hours_words(minutes))
    } else {
        match days {
            ..=0 => format!("{} {side} {name}.", hours_words(minutes)),
            1 => format!("The day {side} {name}."),
            days => format!("{} {side} {name}.", days_words(days)),
        }
    }
}

fn too_short(minutes: i32, place: &str, must: i32) -> String {
    format!("Only {} {place}; at least {must} h are needed.", hours_words(minutes.max(0)))
}

/// "Two days" at the beginning of a sentence.
fn days_words(days: i32) -> String {
    match days {
        7 => return "A week".to_owned(),
        14 => return "Two weeks".to_owned(),
        _ => {}
    }
    let small = ["Two", "Three", "Four", "Five", "Six"];
    let word = usize::try_from(days - 2).ok().and_then(|at| small.get(at));
    word.map_or_else(|| format!("{days} days"), |word| format!("{word} days"))
}

/// A length of time as a person says it: whole hours, minutes below two hours.
pub(super) fn hours_words(minutes: i32) -> String {
    if minutes < 120 && minutes % 60 != 0 {
        format!("{minutes} min")
    } else if minutes % 60 == 0 || minutes > 48 * 60 {
        format!("{} h", minutes / 60)
    } else {
        format!("{} h {} min", minutes / 60, minutes % 60)
    }
}
