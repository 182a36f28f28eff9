//! The steps of a run as lines of plain text.

use crate::plan::{PlacedRun, Step};

use super::bidi::isolated;
use super::words;

/// What to do on a run: its steps, or only the warning where it is not to be run.
pub fn of_run(run: &PlacedRun, miles: bool) -> Vec<String> {
    run.warning.as_ref().map_or_else(|| lines(&run.run.steps, miles), |warning| vec![isolated(warning)])
}

/// One line a step, or a group of steps that is repeated: "10 min warm-up jog, zone 1", "4 × (3 min fast, zone 4; 2 min jog, zone 1)".
/// Paces are per mile where asked for.
fn lines(steps: &[Step], miles: bool) -> Vec<String> {
    steps.chunk_by(|a, b| a.group.is_some() && a.group == b.group).map(|group| line(group, miles)).collect()
}

fn line(group: &[Step], miles: bool) -> String {
    let parts: Vec<String> = group.iter().map(|part| step(part, miles)).collect();
    match (group.first().map_or(1, |step| step.repeat), parts.as_slice()) {
        (0 | 1, parts) => parts.join("; "),
        (times, [only]) => format!("{times} × {only}"),
        (times, parts) => format!("{times} × ({})", parts.join("; ")),
    }
}

fn step(step: &Step, miles: bool) -> String {
    let mut parts =
        vec![format!("{} {}", words::step_length(step.minutes), step.effort), format!("zone {}", step.zone)];
    parts.extend(step.pace.as_ref().map(|pace| words::pace(pace, miles)));
    parts.extend(step.heart_rate.as_ref().map(|range| format!("{} bpm", range.replace('-', "–"))));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(minutes: f64, effort: &str, repeat: u32, group: Option<u32>) -> Step {
        Step { minutes, zone: 2, effort: effort.to_owned(), pace: None, heart_rate: None, repeat, group }
    }

    #[test]
    fn a_step_says_how_long_how_hard_and_how_fast() {
        let mut easy = step(30.0, "easy", 1, None);
        easy.pace = Some("5:50-6:25 /km".to_owned());
        easy.heart_rate = Some("136-154".to_owned());
        assert_eq!(lines(&[easy], false), ["30 min easy, zone 2, 5:50–6:25 /km, 136–154 bpm"]);
    }

    #[test]
    fn steps_of_a_group_are_repeated_together() {
        let steps = [
            step(10.0, "warm-up jog", 1, None),
            step(0.5, "fast", 6, Some(1)),
            step(1.5, "jog", 6, Some(1)),
            step(0.25, "stride", 4, None),
        ];
        let expected = [
            "10 min warm-up jog, zone 2",
            "6 × (30 s fast, zone 2; 1 min 30 s jog, zone 2)",
            "4 × 15 s stride, zone 2",
        ];
        assert_eq!(lines(&steps, false), expected);
    }
}
