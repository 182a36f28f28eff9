//! Runs that found no place: each on its week with the reasons, all of them together on the cover.

use crate::model::RunType;
use crate::plan::{PlanWeek, Unplaced};
use crate::render::words;

/// A run that its week could not take.
pub(super) struct LeftOut {
    pub(super) name: String,
    /// Why, the days with the same reason together.
    pub(super) why: Vec<String>,
}

impl LeftOut {
    pub(super) fn new(run: &Unplaced) -> Self {
        let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
        for day in &run.why {
            let name = weekday(&day.day);
            match reasons.iter_mut().find(|(text, _)| *text == day.text) {
                Some((_, days)) => days.push(name),
                None => reasons.push((&day.text, vec![name])),
            }
        }
        let why = reasons.iter().map(|(text, days)| format!("{}: {text}", words::list(days))).collect();
        Self { name: format!("{}, {}", run.kind.title(), words::minutes(run.minutes)), why }
    }
}

/// `mon` as "Mon".
fn weekday(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One sentence for each kind of run that was left out anywhere: "Easy run: 3 left out, weeks 2, 5 and 6".
pub(super) fn summary(weeks: &[PlanWeek]) -> Vec<String> {
    RunType::ALL
        .iter()
        .filter_map(|&kind| {
            let of_kind = |week: &&PlanWeek| week.unplaced.iter().any(|run| run.kind == kind);
            let numbers: Vec<u32> = weeks.iter().filter(of_kind).map(|week| week.number).collect();
            let runs: Vec<&Unplaced> =
                weeks.iter().flat_map(|week| &week.unplaced).filter(|run| run.kind == kind).collect();
            (!runs.is_empty()).then(|| {
                let weeks = if numbers.len() == 1 { "week" } else { "weeks" };
                let text = format!("{}: {} left out, {weeks} {}.", kind.title(), runs.len(), ranges(&numbers));
                let rules = commonest(&runs);
                if rules.is_empty() {
                    return text;
                }
                format!("{text} What stood in the way most: {}.", words::list(&rules))
            })
        })
        .collect()
}

/// The two rules that closed the most days, in words.
fn commonest(runs: &[&Unplaced]) -> Vec<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for day in runs.iter().flat_map(|run| &run.why) {
        match counts.iter_mut().find(|(rule, _)| *rule == day.rule) {
            Some((_, count)) => *count += 1,
            None => counts.push((&day.rule, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts.iter().take(2).map(|(rule, _)| rule.replace('_', " ")).collect()
}

/// Numbers with neighbours joined, "1, 3–5 and 8".
fn ranges(numbers: &[u32]) -> String {
    let parts: Vec<String> = numbers
        .chunk_by(|one, next| one + 1 == *next)
        .filter_map(|run| match (run.first()?, run.last()?) {
            (first, last) if first == last => Some(first.to_string()),
            (first, last) => Some(format!("{first}–{last}")),
        })
        .collect();
    words::list(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::UnplacedDay;

    #[test]
    fn days_with_the_same_reason_stand_together() {
        let day = |day: &str, text: &str| UnplacedDay { day: day.into(), rule: "rest_days".into(), text: text.into() };
        let run = Unplaced {
            id: "w01-easy-2".into(),
            kind: RunType::Easy,
            minutes: 30,
            why: vec![day("mon", "Too soon."), day("tue", "Rest."), day("wed", "Too soon.")],
        };
        let shown = LeftOut::new(&run);
        assert_eq!(shown.name, "Easy run, 30 min");
        assert_eq!(shown.why, ["Mon and Wed: Too soon.", "Tue: Rest."]);
    }

    #[test]
    fn neighbouring_weeks_are_joined() {
        assert_eq!(ranges(&[1, 3, 4, 5, 8]), "1, 3–5 and 8");
    }
}
