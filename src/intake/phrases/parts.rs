//! Parts of the day as people name them.

use super::token::Line;

/// When a day begins and ends for a person who says no hour, in minutes of the day.
pub(super) const MORNING: u16 = 6 * 60;
pub(super) const EVENING: u16 = 21 * 60;

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    BeforeWork,
    Morning,
    Lunch,
    Afternoon,
    /// The half of the day after noon.
    Pm,
    AfterWork,
    Evening,
    Night,
    AnyTime,
}

impl Part {
    /// From when to when a person who says no hour is taken to mean it, in minutes of the day.
    pub(super) fn span(self) -> (u16, u16) {
        match self {
            Self::BeforeWork => (MORNING, 8 * 60),
            Self::Morning => (MORNING, 11 * 60),
            Self::Lunch => (11 * 60 + 30, 14 * 60),
            Self::Afternoon => (12 * 60, 18 * 60),
            Self::Pm => (12 * 60, EVENING),
            Self::AfterWork | Self::Evening => (17 * 60, EVENING),
            Self::Night => (20 * 60, 23 * 60),
            Self::AnyTime => (MORNING, EVENING),
        }
    }

    /// The same on a day without work, which begins later.
    pub(super) fn span_on(self, day: usize) -> (u16, u16) {
        let (from, to) = self.span();
        if day >= 5 && self == Self::Morning { (from + 60, to + 60) } else { (from, to) }
    }

    /// Whether an hour before noon that is said with it is one after noon.
    pub(super) fn is_late(self, minutes: u16) -> bool {
        match self {
            Self::BeforeWork | Self::Morning | Self::AnyTime => false,
            Self::Lunch => minutes < 10 * 60,
            Self::Afternoon | Self::Pm | Self::AfterWork | Self::Evening => minutes < 12 * 60,
            Self::Night => (6 * 60..12 * 60).contains(&minutes),
        }
    }
}

const PARTS: &[(&str, Part)] = &[
    ("before work", Part::BeforeWork),
    ("before school", Part::BeforeWork),
    ("before the kids get up", Part::BeforeWork),
    ("vor der arbeit", Part::BeforeWork),
    ("avant le travail", Part::BeforeWork),
    ("antes del trabajo", Part::BeforeWork),
    ("morning", Part::Morning),
    ("early morning", Part::Morning),
    ("early mornings", Part::Morning),
    ("late evening", Part::Evening),
    ("late evenings", Part::Evening),
    ("mornings", Part::Morning),
    ("morgens", Part::Morning),
    ("morgen", Part::Morning),
    ("fruh", Part::Morning),
    ("fruhmorgens", Part::Morning),
    ("vormittag", Part::Morning),
    ("vormittags", Part::Morning),
    ("matin", Part::Morning),
    ("matins", Part::Morning),
    ("manana", Part::Morning),
    ("mananas", Part::Morning),
    ("am", Part::Morning),
    ("a.m", Part::Morning),
    ("lunch", Part::Lunch),
    ("lunches", Part::Lunch),
    ("lunchtime", Part::Lunch),
    ("lunchtimes", Part::Lunch),
    ("lunch time", Part::Lunch),
    ("lunch break", Part::Lunch),
    ("lunch hour", Part::Lunch),
    ("midday", Part::Lunch),
    ("mittags", Part::Lunch),
    ("mittag", Part::Lunch),
    ("midi", Part::Lunch),
    ("mediodia", Part::Lunch),
    ("afternoon", Part::Afternoon),
    ("afternoons", Part::Afternoon),
    ("nachmittag", Part::Afternoon),
    ("nachmittags", Part::Afternoon),
    ("apres midi", Part::Afternoon),
    ("pm", Part::Pm),
    ("mittagspause", Part::Lunch),
    ("mittagspausen", Part::Lunch),
    ("pause dejeuner", Part::Lunch),
    ("pause de midi", Part::Lunch),
    ("hora de comer", Part::Lunch),
    ("mediodias", Part::Lunch),
    ("l'apres midi", Part::Afternoon),
    ("apres midis", Part::Afternoon),
    ("soiree", Part::Evening),
    ("soirees", Part::Evening),
    ("matinee", Part::Morning),
    ("matinees", Part::Morning),
    ("nach feierabend", Part::AfterWork),
    ("feierabend", Part::AfterWork),
    ("apres le boulot", Part::AfterWork),
    ("avant le boulot", Part::BeforeWork),
    ("antes de trabajar", Part::BeforeWork),
    ("despues de trabajar", Part::AfterWork),
    ("tagsuber", Part::AnyTime),
    ("en journee", Part::AnyTime),
    ("durante el dia", Part::AnyTime),
    ("den ganzen tag", Part::AnyTime),
    ("after work", Part::AfterWork),
    ("nach der arbeit", Part::AfterWork),
    ("apres le travail", Part::AfterWork),
    ("despues del trabajo", Part::AfterWork),
    ("evening", Part::Evening),
    ("evenings", Part::Evening),
    ("eve", Part::Evening),
    ("tonight", Part::Evening),
    ("abend", Part::Evening),
    ("abends", Part::Evening),
    ("soir", Part::Evening),
    ("soirs", Part::Evening),
    ("tarde", Part::Evening),
    ("tardes", Part::Evening),
    ("noche", Part::Evening),
    ("noches", Part::Evening),
    ("night", Part::Night),
    ("nights", Part::Night),
    ("late night", Part::Night),
    ("nachts", Part::Night),
    ("nuit", Part::Night),
    ("any time", Part::AnyTime),
    ("anytime", Part::AnyTime),
    ("all day", Part::AnyTime),
    ("all day long", Part::AnyTime),
    ("whole day", Part::AnyTime),
    ("whenever", Part::AnyTime),
    ("always", Part::AnyTime),
    ("ganztags", Part::AnyTime),
    ("ganzen tag", Part::AnyTime),
    ("jederzeit", Part::AnyTime),
    ("toute la journee", Part::AnyTime),
    ("todo el dia", Part::AnyTime),
    ("flexible", Part::AnyTime),
];

/// The part of the day that the line goes on with, and how many tokens it takes.
pub(super) fn part(line: &Line<'_>, at: usize) -> Option<(Part, usize)> {
    let found = PARTS.iter().filter_map(|&(phrase, part)| Some((part, line.begins(at, phrase)?)));
    found.max_by_key(|&(_, used)| used)
}

/// The part of the day said behind an hour: "in the evening", "du soir", "abends".
pub(super) fn part_behind(line: &Line<'_>, at: usize) -> Option<(Part, usize)> {
    const LEADS: [&str; 9] = ["in the", "at", "on the", "du", "de la", "por la", "am", "in der", "de"];
    const ALONE: [&str; 8] =
        ["abends", "morgens", "mittags", "nachmittags", "vormittags", "nachts", "tonight", "o'clock"];
    let lead = LEADS.iter().find_map(|lead| line.begins(at, lead)).unwrap_or(0);
    if lead == 0 && !ALONE.contains(&line.word(at)) {
        return None;
    }
    let (part, used) = part(line, at + lead).filter(|(part, _)| *part != Part::AnyTime)?;
    Some((part, lead + used))
}
