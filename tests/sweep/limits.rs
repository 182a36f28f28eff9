//! The published numbers, written down once more and with nothing of the planner's: what a week, a run and a block may be.
//! Where the numbers have an exception, it stands beside them.

use super::record::{Record, Run, Week};

/// What is wrong with a week after the weeks before it.
type Check = fn(&Record, &[Week], &Week) -> Vec<String>;

/// Everything that breaks a number.
pub(crate) fn broken(record: &Record) -> Vec<String> {
    let mut broken = Vec::new();
    for (index, week) in record.weeks.iter().enumerate() {
        let before = &record.weeks[..index];
        let checks: [Check; 8] = [growth, spike, lengths, long_run, easy_share, quality, deload, taper];
        let found = checks.iter().flat_map(|check| check(record, before, week));
        broken.extend(found.map(|text| format!("week {}: {text}", week.number)));
    }
    broken.extend(deloads_come(record));
    broken
}

fn percent(of: i64, percent: i64) -> i64 {
    of * percent / 100
}

/// Minutes of the full weeks so far, after three weeks like those before the block.
fn full_weeks(record: &Record, before: &[Week]) -> Vec<i64> {
    let start = std::iter::repeat_n(record.weekly, 3).filter(|minutes| *minutes > 0);
    start.chain(before.iter().filter(|week| !week.is_light() && week.minutes() > 0).map(Week::minutes)).collect()
}

/// R25: at most so many percent over the mean of the last three full weeks, and a third over any two; a small week may grow
/// by some minutes whatever the percent. What was reached in the last full week may be held.
fn growth(record: &Record, before: &[Week], week: &Week) -> Vec<String> {
    let full = full_weeks(record, before);
    if week.is_light() || full.is_empty() {
        return Vec::new();
    }
    let (more, least) = (record.by_level([120, 120, 115]), record.by_level([10, 15, 20]));
    let last_three = &full[full.len().saturating_sub(3)..];
    let mean = last_three.iter().sum::<i64>() / last_three.len() as i64;
    let mut broken = Vec::new();
    if week.minutes() > percent(mean, more).max(mean + least) {
        broken.push(format!("{} min after a mean of {mean}", week.minutes()));
    }
    if let [.., second, last] = full[..]
        && week.minutes() > percent(second, 130).max(second + least).max(last)
    {
        broken.push(format!("{} min two weeks after {second}", week.minutes()));
    }
    broken
}

/// R26: no run over a tenth longer than the longest of the 30 days before it. The longest run that the brief tells of is taken
/// to have been on the eve of the block. Without any history: 20 minutes, or 30 for somebody who runs.
fn spike(record: &Record, before: &[Week], week: &Week) -> Vec<String> {
    let all: Vec<&Run> = before.iter().chain([week]).flat_map(|week| &week.runs).collect();
    let limit = |run: &Run| {
        let days_before = |earlier: &&&Run| (run.start - earlier.start).num_days();
        let recent = all.iter().filter(|earlier| earlier.start < run.start && days_before(earlier) < 30);
        let told = if (run.start.date() - record.start).num_days() < 30 { record.longest } else { 0 };
        match recent.map(|earlier| earlier.minutes).max().unwrap_or(0).max(told) {
            0 if record.weekly == 0 => 20,
            0 => 30,
            longest => percent(longest, 110),
        }
    };
    let over = week.runs.iter().filter(|run| run.minutes > limit(run));
    over.map(|run| format!("a run of {} min where {} is the most", run.minutes, limit(run))).collect()
}

/// R23: no run is under 20 minutes and no week holds more runs than its goal and level know, nor more of them than three for
/// a beginner, never on two days running.
fn lengths(record: &Record, _: &[Week], week: &Week) -> Vec<String> {
    let most = match record.goal.as_str() {
        "strength" => record.by_level([2, 3, 3]),
        "endurance" => record.by_level([3, 5, 6]),
        "weight_loss" => record.by_level([3, 4, 5]),
        _ => record.by_level([3, 4, 4]),
    };
    let mut broken = Vec::new();
    if week.runs.len() > most {
        broken.push(format!("{} runs", week.runs.len()));
    }
    for run in week.runs.iter().filter(|run| run.minutes < 20) {
        broken.push(format!("a run of {} min", run.minutes));
    }
    let next_day = |two: &[Run]| (two[1].start.date() - two[0].start.date()).num_days() < 2;
    if record.level == 0 && week.runs.windows(2).any(next_day) {
        broken.push("a beginner runs on two days running".to_owned());
    }
    broken
}

/// R27: the share of the week, more of it with few runs, and the longest length; 65 km a week are taken as 360 minutes. One long
/// run a week, five days apart.
fn long_run(record: &Record, before: &[Week], week: &Week) -> Vec<String> {
    let total = week.minutes();
    let share = match week.runs.len() {
        1 => 100,
        2 => 65,
        3 => 43,
        _ if total > 360 => 25,
        _ => 30,
    };
    let longest = match record.goal.as_str() {
        "strength" => record.by_level([40, 60, 75]),
        _ => record.by_level([60, 100, 150]),
    };
    let mut broken = Vec::new();
    for long in week.of_class("long") {
        if long.minutes * 100 > share * total {
            broken.push(format!("a long run of {} of {total} min in {} runs", long.minutes, week.runs.len()));
        }
        if long.minutes > longest {
            broken.push(format!("a long run of {} min", long.minutes));
        }
        let earlier = before.iter().flat_map(|week| week.of_class("long")).last();
        if earlier.is_some_and(|earlier| (long.start - earlier.start).num_days() < 5) {
            broken.push("a long run less than five days after another".to_owned());
        }
    }
    if week.of_class("long").count() > 1 {
        broken.push("two long runs".to_owned());
    }
    broken
}

/// R31: at least so many percent of the run time in zones 1 and 2. With three runs or fewer sessions are counted instead, one
/// hard one at most; then the most of the range holds for the time.
fn easy_share(record: &Record, _: &[Week], week: &Week) -> Vec<String> {
    let hard: f64 = week.runs.iter().map(|run| run.hard).sum();
    let easy = record.by_level([90, 80, 80]);
    let hundredths: f64 = hard * 100.0;
    let mut broken = Vec::new();
    if hundredths.floor() as i64 > (100 - easy) * week.minutes() + 1 {
        broken.push(format!("{hard} of {} min are hard", week.minutes()));
    }
    if week.runs.len() <= 3 && week.of_class("quality").count() > 1 {
        broken.push(format!("{} hard runs of {}", week.of_class("quality").count(), week.runs.len()));
    }
    broken
}

/// R32 and R34: hard runs a week, none in a beginner's first eight weeks, one from the age of sixty on (R30); and hard stresses
/// together with the heavy legs, of which the person's own alone may be more.
fn quality(record: &Record, _: &[Week], week: &Week) -> Vec<String> {
    let hard = week.of_class("quality").count() as i64;
    let most = match record.goal.as_str() {
        "strength" => record.by_level([0, 1, 1]),
        "endurance" => record.by_level([1, 2, if week.phase == "peak" { 3 } else { 2 }]),
        _ => record.by_level([1, 1, 2]),
    };
    let most = if record.level == 0 && week.number <= 8 { 0 } else { most };
    let most = if record.age >= 60 { most.min(1) } else { most };
    let mut broken = Vec::new();
    if hard > most {
        broken.push(format!("{hard} hard runs"));
    }
    let very_long = week.of_class("long").filter(|run| run.minutes >= 90).count() as i64;
    let stresses = hard + very_long + week.heavy_legs + i64::from(week.race);
    if hard + very_long > 0 && stresses > record.by_level([3, 4, 5]) {
        broken.push(format!("{stresses} hard stresses"));
    }
    broken
}

/// R37: so much less than the last full week, the long run a quarter shorter or more, one hard run at most and none for
/// beginners, one run fewer at most. Not in the first week. A deload with a run left out may be smaller.
fn deload(record: &Record, before: &[Week], week: &Week) -> Vec<String> {
    let last = before.iter().rev().find(|week| !week.is_light() && week.minutes() > 0);
    let (true, Some(last)) = (week.deload, last) else {
        return if week.deload { vec!["a deload before any full week".to_owned()] } else { Vec::new() };
    };
    let mut broken = Vec::new();
    let (total, full) = (week.minutes(), last.minutes());
    let least_cut = record.by_level([20, 20, 25]);
    if week.left_out == 0 && (total * 100 > full * (100 - least_cut) || total * 100 < full * 60) {
        broken.push(format!("a deload of {total} min after {full}"));
    }
    let hard = week.of_class("quality").count();
    if hard > usize::from(record.level > 0) {
        broken.push(format!("{hard} hard runs in a deload"));
    }
    if week.left_out == 0 && week.runs.len() + 1 < last.runs.len() {
        broken.push(format!("a deload of {} runs after {}", week.runs.len(), last.runs.len()));
    }
    if let (Some(long), Some(longer)) = (week.of_class("long").next(), last.of_class("long").next())
        && long.minutes * 100 > longer.minutes * 75
    {
        broken.push(format!("a long run of {} min in a deload after {}", long.minutes, longer.minutes));
    }
    let longest = |week: &Week| week.runs.iter().map(|run| run.minutes).max().unwrap_or(0);
    if longest(week) > longest(last).max(percent(full, 60) + 1) {
        broken.push(format!("a deload with a run of {} min after {} at most", longest(week), longest(last)));
    }
    broken
}

/// R39: each week of a taper lies so much under the mean of the full weeks before it (their last three), the race left out. Lengths
/// are whole minutes; a week that was small already may stay at one run of 20.
fn taper(record: &Record, before: &[Week], week: &Week) -> Vec<String> {
    let Some(km) = record.event_km.filter(|_| week.phase == "taper") else { return Vec::new() };
    let weeks_to_race = record.weeks.iter().position(|week| week.race).unwrap() as i64 + 1 - week.number;
    let cut = match (km, weeks_to_race) {
        (km, _) if km < 15.0 => 40,
        (km, 1) if km < 30.0 => 25,
        (km, _) if km < 30.0 => 41,
        (_, 2) => 20,
        (_, 1) => 40,
        _ => 55,
    };
    let full = full_weeks(record, before);
    let last_three = &full[full.len().saturating_sub(3)..];
    if last_three.is_empty() {
        return Vec::new();
    }
    let mean = last_three.iter().sum::<i64>() / last_three.len() as i64;
    let most = percent(mean, 100 - cut).max(20);
    let over = week.minutes() > most;
    over.then(|| format!("a taper of {} min, {weeks_to_race} weeks before the race, after {mean}", week.minutes()))
        .into_iter()
        .collect()
}

/// R37: so many full weeks in a row at most, fewer from fifty on; where strength is the goal the lifting block sets the pace. Weeks
/// with a run left out, weeks too small to take a fifth from without going under 20 minutes a run, and the last ones before a
/// taper are no reason for a deload.
fn deloads_come(record: &Record) -> Vec<String> {
    let most = if record.age >= 50 { record.by_level([2, 3, 3]) } else { record.by_level([3, 4, 5]) };
    let most = if record.goal == "strength" { 5 } else { most };
    let mut in_a_row = 0;
    let mut broken = Vec::new();
    for (index, week) in record.weeks.iter().enumerate() {
        let small = percent(week.minutes(), 80) < 20 * (week.runs.len() as i64 - 1).max(1) || week.minutes() < 60;
        let taper_soon = record.weeks[index..].iter().take(2).any(|next| next.phase == "taper");
        in_a_row = if week.is_light() || small { 0 } else { in_a_row + 1 };
        if in_a_row > most && !taper_soon {
            broken.push(format!("week {}: {in_a_row} full weeks in a row", week.number));
        }
    }
    broken
}
