//! The steps of a run in the one form that page, calendar, watch and what was done are all read from.

use super::record::{RunDetail, Step};

/// Neighbouring steps that are done together, once or several times.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// How often, at least once.
    pub times: u32,
    /// What is done each time, in order.
    pub bouts: Vec<Bout<'a>>,
}

/// One stretch of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Bout<'a> {
    /// Its words, as the plan holds them.
    pub step: &'a Step,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// How fast, where the plan says so.
    pub pace: Option<Pace>,
    /// Lowest and highest heart rate in beats per minute, where the plan says so.
    pub beats: Option<(u32, u32)>,
    /// What it is in its run.
    pub role: Role,
}

/// A pace from its fast to its slow end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Seconds for a unit of way at the fast end.
    pub fast: u32,
    /// Seconds for a unit of way at the slow end.
    pub slow: u32,
    /// Whether the unit is a mile and not a kilometre.
    pub mile: bool,
}

/// What a stretch is in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It gets the body going.
    WarmUp,
    /// What the run is about.
    Work,
    /// The breath between two stretches of work.
    Recovery,
    /// It ends the run gently.
    CoolDown,
}

/// The zone up to which a stretch beside harder ones is a rest.
const RESTFUL: u8 = 2;

impl RunDetail {
    /// The steps as they are done.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let groups = self.steps.chunk_by(|a, b| a.group.is_some() && a.group == b.group);
        let mut parts: Vec<Part<'_>> = groups.map(Part::of).filter(|part| !part.bouts.is_empty()).collect();
        let hardest = parts.iter().flat_map(|part| &part.bouts).map(|bout| bout.step.zone).max().unwrap_or(0);
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.iter_mut().enumerate() {
            let top = part.bouts.iter().map(|bout| bout.step.zone).max().unwrap_or(0);
            let alone = part.bouts.len() == 1 && part.times == 1;
            for bout in &mut part.bouts {
                let zone = bout.step.zone;
                bout.role = match () {
                    () if alone && at == 0 && last > 0 && zone < hardest && zone <= 1 => Role::WarmUp,
                    () if alone && at == last && last > 0 && zone < hardest && zone <= RESTFUL => Role::CoolDown,
                    () if alone && zone < hardest && zone <= 1 => Role::Recovery,
                    () if !alone && zone < top && zone <= RESTFUL => Role::Recovery,
                    () => Role::Work,
                };
            }
        }
        parts
    }
}

impl<'a> Part<'a> {
    fn of(steps: &'a [Step]) -> Self {
        let times = steps.first().map_or(1, |step| step.repeat).max(1);
        Self { times, bouts: steps.iter().map(Bout::of).filter(|bout| bout.seconds > 0).collect() }
    }
}

impl<'a> Bout<'a> {
    fn of(step: &'a Step) -> Self {
        Self {
            step,
            seconds: (step.minutes * 60.0).round().clamp(0.0, 1e6) as u32,
            pace: step.pace.as_deref().and_then(Pace::parse),
            beats: step.heart_rate.as_deref().and_then(beats),
            role: Role::Work,
        }
    }
}

/// Every stretch in the order it is run, repeats one after the other.
pub fn one_by_one<'a, 'b>(parts: &'b [Part<'a>]) -> impl Iterator<Item = &'b Bout<'a>> {
    parts.iter().flat_map(|part| (0..part.times).flat_map(|_| &part.bouts))
}

impl Pace {
    /// Reads `5:50-6:25 /km`, or a single pace such as `5:06 /mi`.
    pub fn parse(text: &str) -> Option<Self> {
        let (ends, unit) = text.rsplit_once('/')?;
        let mile = match unit.trim() {
            "km" => false,
            "mi" => true,
            _ => return None,
        };
        let (fast, slow) = ends.split_once(['-', '–']).unwrap_or((ends, ends));
        let (one, other) = (seconds(fast)?, seconds(slow)?);
        Some(Self { fast: one.min(other), slow: one.max(other), mile })
    }
}

/// Seconds of `5:50`; none for what nobody runs.
fn seconds(clock: &str) -> Option<u32> {
    let (minutes, seconds) = clock.trim().split_once(':')?;
    let (minutes, seconds): (u32, u32) = (minutes.parse().ok()?, seconds.parse().ok()?);
    let all = minutes.checked_mul(60)?.checked_add(seconds)?;
    (seconds < 60 && (60..=6000).contains(&all)).then_some(all)
}

/// Both ends of `136-154`.
fn beats(text: &str) -> Option<(u32, u32)> {
    let (low, high) = text.split_once(['-', '–'])?;
    let (low, high): (u32, u32) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
    (20 <= low && low <= high && high <= 250).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture;

    fn detail() -> RunDetail {
        fixture::entry(&mut fixture::plan(), "w01-easy-1").as_run().unwrap().run.clone()
    }

    fn step(minutes: f64, zone: u8, repeat: u32, group: Option<u32>) -> Step {
        Step { minutes, zone, effort: String::new(), pace: None, heart_rate: None, repeat, group }
    }

    #[test]
    fn a_workout_is_its_parts_with_what_each_stretch_is_for() {
        let mut detail = detail();
        detail.steps = vec![
            step(12.0, 1, 1, None),
            step(3.0, 5, 5, Some(1)),
            step(2.0, 1, 5, Some(1)),
            step(0.25, 5, 4, None),
            step(10.0, 1, 1, None),
        ];
        let parts = detail.parts();
        let roles: Vec<Role> = parts.iter().flat_map(|part| &part.bouts).map(|bout| bout.role).collect();
        assert_eq!(roles, [Role::WarmUp, Role::Work, Role::Recovery, Role::Work, Role::CoolDown]);
        assert_eq!(parts.iter().map(|part| part.times).collect::<Vec<_>>(), [1, 5, 4, 1]);
        assert_eq!(one_by_one(&parts).map(|bout| bout.seconds).sum::<u32>(), 12 * 60 + 25 * 60 + 60 + 600);
    }

    #[test]
    fn a_run_of_one_step_is_work() {
        let mut detail = detail();
        detail.steps = vec![step(30.0, 1, 1, None)];
        assert_eq!(detail.parts()[0].bouts[0].role, Role::Work);
    }

    #[test]
    fn paces_and_beats_are_read_as_the_plan_writes_them() {
        assert_eq!(Pace::parse("5:50-6:25 /km"), Some(Pace { fast: 350, slow: 385, mile: false }));
        assert_eq!(Pace::parse("8:12 /mi"), Some(Pace { fast: 492, slow: 492, mile: true }));
        assert_eq!(beats("136-154"), Some((136, 154)));
        for odd in ["", "/km", "5:70 /km", "0:00 /km", "fast /km", "99999999999:00 /km", "5:00 /h"] {
            assert_eq!(Pace::parse(odd), None, "{odd}");
        }
        assert_eq!((beats("-5-3"), beats("154-136"), beats("1-999")), (None, None, None));
    }
}
