//! What a race is run for, and what it climbs: "in under 1:50", "sub 4", "2000 m climb".

use super::super::Remark;
use super::super::token::Line;
use super::race_time;

/// Words before a time that is aimed at; those that a bare number may follow.
const AIMS: [&str; 22] = [
    "in under",
    "in less than",
    "in unter",
    "in",
    "en moins de",
    "en menos de",
    "en",
    "goal",
    "goal time",
    "goal of",
    "target",
    "target time",
    "target of",
    "aim",
    "aiming for",
    "ziel",
    "zielzeit",
    "objectif",
    "objetivo",
    "time",
    "for",
    "zeit",
];
const BELOW: [&str; 10] =
    ["sub", "under", "below", "less than", "unter", "moins de", "menos de", "bajo", "<", "in under"];
/// Seconds a kilometre of the fastest and the slowest who run.
const PACE: std::ops::RangeInclusive<f64> = 120.0..=1200.0;
const CLIMB: std::ops::RangeInclusive<u32> = 1..=20_000;

/// A time that is aimed at, as far as its words tell it.
pub(super) struct Target {
    said: Said,
    begin: usize,
    end: usize,
    /// Whether words say that it is aimed at.
    led: bool,
}

enum Said {
    /// As a race time is written.
    Time(String),
    /// A bare number of hours or minutes.
    Bare(u32),
}

/// Metres that a race climbs.
pub(super) struct Climb {
    pub metres: u32,
    begin: usize,
    end: usize,
}

impl Climb {
    pub(super) fn holds(&self, place: usize) -> bool {
        (self.begin..self.end).contains(&place)
    }
}

/// The time that is aimed at in what is free of a line.
pub(super) fn target(line: &Line<'_>, free: impl Fn(usize) -> bool) -> Option<Target> {
    let led = (0..line.len()).filter(|at| free(*at)).find_map(|begin| {
        let (_, used) = line.longest(begin, &[&AIMS[..], &BELOW[..]].concat())?;
        let at = begin + used + usize::from(matches!(line.word(begin + used), ":" | "-" | "<" | "="));
        if let Some((time, used)) = race_time(line, at).filter(|_| free(at)) {
            return Some(Target { said: Said::Time(time), begin, end: at + used, led: true });
        }
        let below = line.longest(begin, &BELOW).is_some();
        let number = line.number(at).filter(|number| below && free(at) && (1..1000).contains(number))?;
        Some(Target { said: Said::Bare(number), begin, end: at + 1, led: true })
    });
    // "At 10:00" and "10:00 Uhr" are when it starts.
    let starts = |at: usize, used: usize| {
        at > 0 && ["at", "um", "a", "las", "start", "starts", "ab", "from"].contains(&line.word(at - 1))
            || ["uhr", "am", "pm", "o'clock"].contains(&line.word(at + used))
    };
    led.or_else(|| {
        (0..line.len()).filter(|at| free(*at) && !(line.is_glued(*at) && *at > 0)).find_map(|begin| {
            let (time, used) = race_time(line, begin)?;
            let target = Target { said: Said::Time(time), begin, end: begin + used, led: false };
            (!starts(begin, used)).then_some(target)
        })
    })
}

impl Target {
    pub(super) fn holds(&self, place: usize) -> bool {
        (self.begin..self.end).contains(&place)
    }

    /// The time over a distance, and how it was read; what nobody runs is told.
    pub(super) fn settled(&self, line: &Line<'_>, km: f64) -> (Option<String>, Option<Remark>) {
        let at = line.span(self.begin, self.end - self.begin);
        let time = match &self.said {
            Said::Time(time) => of_hours(time, km),
            Said::Bare(number) if PACE.contains(&(f64::from(*number) * 3600.0 / km)) => format!("{number}:00:00"),
            Said::Bare(number) => format!("{number}:00"),
        };
        let runs = PACE.contains(&(f64::from(seconds(&time)) / km));
        let text = match (runs, self.led) {
            (true, _) => format!("`{}` read as the time aimed at: {time}.", at.of(line.text)),
            (false, _) => format!("`{}` is no time for {km} km; it is left out.", at.of(line.text)),
        };
        (runs.then_some(time), Some(Remark { at, text }))
    }
}

/// "1:50" of a half marathon is in hours and minutes.
pub(super) fn of_hours(time: &str, km: f64) -> String {
    let too_fast = f64::from(seconds(time)) / km < *PACE.start();
    if too_fast && time.matches(':').count() == 1 { format!("{time}:00") } else { time.to_owned() }
}

fn seconds(time: &str) -> u32 {
    time.split(':').filter_map(|part| part.parse::<u32>().ok()).fold(0, |sum, part| sum * 60 + part)
}

/// "2000m climb", "1500 D+", "3000 Hm", "D+ 1500".
pub(super) fn climb(line: &Line<'_>, free: impl Fn(usize) -> bool) -> Option<Climb> {
    const UNITS: [&str; 20] = [
        "m of climb",
        "m of climbing",
        "m climb",
        "m climbing",
        "m up",
        "m gain",
        "m elevation",
        "m elevation gain",
        "m vert",
        "m ascent",
        "m d +",
        "d +",
        "hm",
        "hohenmeter",
        "metres climb",
        "m de denivele",
        "m de desnivel",
        "m denivele",
        "m desnivel",
        "m +",
    ];
    (0..line.len()).filter(|at| free(*at)).find_map(|at| {
        if let Some(used) = line.begins(at, "d +")
            && let Some(metres) = line.number(at + used).filter(|metres| CLIMB.contains(metres))
        {
            let unit = usize::from(matches!(line.word(at + used + 1), "m" | "hm"));
            return Some(Climb { metres, begin: at, end: at + used + 1 + unit });
        }
        let metres = line.number(at).filter(|metres| CLIMB.contains(metres))?;
        let (_, used) = line.longest(at + 1, &UNITS)?;
        Some(Climb { metres, begin: at, end: at + 1 + used })
    })
}

#[cfg(test)]
mod tests {
    use super::super::read_event;

    #[test]
    fn a_race_may_say_what_it_is_run_for() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let target = |text: &str| read_event(text, today).map(|race| race.found.target_time.unwrap_or_default());
        for (text, time) in [
            ("half marathon on 12 April 2027 in under 1:50", "1:50:00"),
            ("10k in 45 minutes, 14 March 2027", "45:00"),
            ("marathon 26.09.2027 unter 4 Stunden", "4:00:00"),
            ("Marathon 26.9.2027 sub 4", "4:00:00"),
            ("5k parkrun race 10 Jan 2027 sub 20", "20:00"),
            ("semi-marathon le 7 mars 2027 en 1h50", "1:50:00"),
            ("media maratón el 18 de abril de 2027 en menos de 1:45", "1:45:00"),
            ("10 km Valencia 10 enero 2027 objetivo 42:00", "42:00"),
            ("10k Feb 14 49:30", "49:30"),
            ("10K 2027-02-14 at 10:00", ""),
            ("Spring 10K 2027-02-14 10", ""),
        ] {
            assert_eq!(target(text).as_deref(), Ok(time), "{text}");
        }
        let climb = |text: &str| read_event(text, today).map(|race| (race.found.distance_km, race.found.climb_m));
        assert_eq!(climb("Trail 30 km 1500 D+ 3 juillet 2027"), Ok((30.0, Some(1500))));
        assert_eq!(climb("Zugspitz 50 km 19.6.2027 3000 Hm"), Ok((50.0, Some(3000))));
    }
}
