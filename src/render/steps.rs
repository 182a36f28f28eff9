//! The steps of a run as lines of plain text.

use crate::plan::{Part, PlacedRun, Step};

use super::bidi::isolated;
use super::words;

/// What to do on a run: its steps, or only the warning where it is not to be run. Paces are per mile where asked for.
pub fn of_run(run: &PlacedRun, miles: bool) -> Vec<String> {
    let steps = || run.run.parts().iter().map(|part| line(part, miles)).collect();
    run.warning.as_ref().map_or_else(steps, |warning| vec![isolated(warning)])
}

/// One line: "10 min warm-up jog, zone 1", "4 × (3 min fast, zone 4; 2 min jog, zone 1)".
fn line(part: &Part<'_>, miles: bool) -> String {
    let bouts: Vec<String> = part.bouts.iter().map(|bout| step(bout.step, miles)).collect();
    match (part.times, bouts.as_slice()) {
        (1, bouts) => bouts.join("; "),
        (times, [only]) => format!("{times} × {only}"),
        (times, bouts) => format!("{times} × ({})", bouts.join("; ")),
    }
}

/// One step: how long, how hard, how fast.
pub(super) fn step(step: &Step, miles: bool) -> String {
    let mut parts =
        vec![format!("{} {}", words::step_length(step.minutes), step.effort), format!("zone {}", step.zone)];
    parts.extend(step.pace.as_ref().map(|pace| words::pace(pace, miles)));
    parts.extend(step.heart_rate.as_ref().map(|range| format!("{} bpm", range.replace('-', "–"))));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Entry, fixture};

    fn lines(steps: Vec<Step>) -> Vec<String> {
        let mut plan = fixture::plan();
        let Entry::Run(run) = fixture::entry(&mut plan, "w01-easy-1") else { panic!("it is a run") };
        run.run.steps = steps;
        of_run(run, false)
    }

    fn step(minutes: f64, effort: &str, repeat: u32, group: Option<u32>) -> Step {
        Step { minutes, zone: 2, effort: effort.to_owned(), pace: None, heart_rate: None, repeat, group }
    }

    #[test]
    fn a_step_says_how_long_how_hard_and_how_fast() {
        let mut easy = step(30.0, "easy", 1, None);
        easy.pace = Some("5:50-6:25 /km".to_owned());
        easy.heart_rate = Some("136-154".to_owned());
        assert_eq!(lines(vec![easy]), ["30 min easy, zone 2, 5:50–6:25 /km, 136–154 bpm"]);
    }

    #[test]
    fn steps_of_a_group_are_repeated_together() {
        let steps = vec![
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
        assert_eq!(lines(steps), expected);
    }
}
