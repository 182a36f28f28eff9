//! The steps of a run as lines of plain text.

use crate::plan::Step;

/// One line a step, or a group of steps that is repeated: "10 min warm-up jog, zone 1", "4 x (3 min fast, zone 4; 2 min jog, zone 1)".
pub fn lines(steps: &[Step]) -> Vec<String> {
    steps.chunk_by(|a, b| a.group.is_some() && a.group == b.group).map(line).collect()
}

fn line(group: &[Step]) -> String {
    let parts: Vec<String> = group.iter().map(step).collect();
    match (group.first().map_or(1, |step| step.repeat), parts.as_slice()) {
        (0 | 1, parts) => parts.join("; "),
        (times, [only]) => format!("{times} x {only}"),
        (times, parts) => format!("{times} x ({})", parts.join("; ")),
    }
}

fn step(step: &Step) -> String {
    let mut words = vec![format!("{} {}", duration(step.minutes), step.effort), format!("zone {}", step.zone)];
    words.extend(step.pace.clone());
    words.extend(step.heart_rate.as_ref().map(|range| format!("{range} bpm")));
    words.join(", ")
}

/// "30 min", "30 s", "1 min 30 s".
fn duration(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round().clamp(0.0, f64::from(u32::MAX)) as u32;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
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
        assert_eq!(lines(&[easy]), ["30 min easy, zone 2, 5:50-6:25 /km, 136-154 bpm"]);
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
            "6 x (30 s fast, zone 2; 1 min 30 s jog, zone 2)",
            "4 x 15 s stride, zone 2",
        ];
        assert_eq!(lines(&steps), expected);
    }
}
