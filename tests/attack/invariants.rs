//! What holds for the plan of any brief, read from the published record alone. The tests and the fuzz targets share it.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDateTime};
use runweave::brief::Brief;
use runweave::model::RunType;
use runweave::plan::{self, Entry, LaidOut, Plan};
use runweave::render::{self, Look};
use runweave::schedule::Standing;

use super::files;

/// What a plan that was made from a brief breaks, in sentences.
pub(crate) fn broken(brief: &Brief, plan: &Plan) -> Vec<String> {
    let mut broken = Vec::new();
    let text = render::json(plan);
    match serde_json::from_str::<Plan>(&text) {
        Ok(read) if read == *plan => match read.lay_out() {
            Ok(laid) => judged(&read, &laid, &mut broken),
            Err(problems) => broken.push(format!("the brief in the plan is no brief: {problems}")),
        },
        Ok(_) => broken.push("the plan that is read is not the plan that was written".to_owned()),
        Err(error) => broken.push(format!("the plan that was written cannot be read: {error}")),
    }
    fixed_week(brief, plan, &mut broken);
    entries(plan, &mut broken);
    broken.extend(files::calendar(&render::ics(plan, &brief.display, false), plan));
    broken.extend(files::page(&render::html(plan, &brief.display).unwrap()));
    broken.extend(files::terminal(&render::text(plan, &brief.display, &Look::new(Some(100)))));
    broken
}

/// What `check` finds and what the plan says of itself are one; no run overlaps anything or leaves its window.
fn judged(plan: &Plan, laid: &LaidOut, broken: &mut Vec<String>) {
    let found = plan::check(plan, laid).score;
    if found != plan.score {
        broken.push(format!("the plan says {:?} and check finds {found:?}", plan.score));
    }
    if found.must != 0 {
        broken.push(format!("musts are broken: {}", found.must));
    }
    let runs: Vec<_> = laid.runs.iter().zip(&laid.ids).filter(|(_, id)| !id.is_empty()).collect();
    for pair in runs.windows(2) {
        if pair[0].0.place.end > pair[1].0.place.start {
            broken.push(format!("{} runs into {}", pair[0].1, pair[1].1));
        }
    }
    let own: BTreeSet<&str> = plan.runs().filter(|run| run.run.own).map(|run| run.id.as_str()).collect();
    let placed = |id: &str, run: &Standing| run.place.run.kind != RunType::Race && !own.contains(id);
    for (run, id) in runs.iter().filter(|(run, id)| placed(id, run)) {
        let place = &run.place;
        let apart = |one: &&runweave::rules::Appointment| one.start < place.end && place.start < one.end;
        if let Some(session) = laid.timetable.appointments.iter().find(apart) {
            broken.push(format!("{id} overlaps {}", session.name));
        }
        let inside = laid.timetable.windows.iter().any(|(from, to)| *from <= place.start && place.end <= *to);
        if !inside && place.attached_to.is_none() {
            broken.push(format!("{id} lies in no window"));
        }
    }
}

/// Every session of the brief is in every week that it does not skip, where and as long as the brief says; a movable one in the same
/// of its places throughout.
fn fixed_week(brief: &Brief, plan: &Plan, broken: &mut Vec<String>) {
    let Some(places) = plan.standing_places(brief).into_iter().collect::<Option<Vec<_>>>() else {
        broken.push(format!("a movable session is in none of its places: {:?}", plan.movable));
        return;
    };
    let brief = brief.with_places(&places);
    let calendar = brief.block.calendar();
    for week in &plan.weeks {
        let mut wanted: Vec<(NaiveDateTime, String, i32)> = Vec::new();
        for (weekday, session) in
            (0..7).flat_map(|weekday| brief.sessions.iter().map(move |session| (weekday, session)))
        {
            let date = week.start + Duration::days(weekday as i64);
            if session.is_on(weekday, week.number as i32, date) {
                let start = calendar.wall(calendar.moment(calendar.day(date), session.start));
                wanted.push((start, session.name.clone(), session.minutes));
            }
        }
        let own = week.sessions.iter().filter(|entry| entry.as_run().is_none_or(|run| run.run.own));
        let mut stands: Vec<_> = own.map(|entry| (entry.start().0, entry.name().to_owned(), entry.minutes())).collect();
        wanted.sort();
        stands.sort();
        if wanted != stands {
            broken.push(format!("week {}: the fixed week is {wanted:?} and stands as {stands:?}", week.number));
        }
    }
}

/// Ids, reasons, steps and sums of what the plan holds.
fn entries(plan: &Plan, broken: &mut Vec<String>) {
    let (mut ids, mut uids) = (BTreeSet::new(), BTreeSet::new());
    for week in &plan.weeks {
        for entry in &week.sessions {
            if !ids.insert(entry.id()) || !uids.insert(&entry.revision().uid) {
                broken.push(format!("{} comes twice", entry.id()));
            }
            if !(0..7).contains(&(entry.start().0.date() - week.start).num_days()) {
                broken.push(format!("{} is not in week {}", entry.id(), week.number));
            }
        }
        for run in &week.unplaced {
            let days: BTreeSet<&str> = run.why.iter().map(|why| why.day.as_str()).collect();
            // A run whose minutes went elsewhere while the block was prescribed may find a day free in the end.
            if !ids.insert(&run.id) || days.len() != 7 && !run.declined || run.why.iter().any(|why| why.text.is_empty())
            {
                broken.push(format!("{} is left out for {:?}", run.id, run.why));
            }
        }
        let minutes: i32 = week.sessions.iter().filter_map(Entry::as_run).map(|run| run.minutes).sum();
        let load: i32 = week.sessions.iter().map(Entry::load).sum();
        if (minutes, load) != (week.run_minutes, week.load.total) || week.load.by_day.iter().sum::<i32>() != load {
            broken.push(format!("week {} does not add up", week.number));
        }
    }
    for run in plan.runs().filter(|run| run.run.kind != RunType::Race) {
        let steps: f64 = run.run.steps.iter().map(|step| step.minutes * f64::from(step.repeat)).sum();
        if (steps - f64::from(run.minutes)).abs() > 0.01 {
            broken.push(format!("{}: steps of {steps} min in {} min", run.id, run.minutes));
        }
        if run.why.is_empty() || run.why.iter().any(|why| !why.text.ends_with('.')) {
            broken.push(format!("{} has no reason that is a sentence: {:?}", run.id, run.why));
        }
        if run.if_tired.is_empty() {
            broken.push(format!("{} has no easier option", run.id));
        }
    }
}
