//! Sentences for the page that belong to the block rather than to the body.

use super::count::{free, room};
use super::planner::is_race_week;
use super::race_time::age_caution;
use super::{Week, shape};
use crate::brief::{Brief, no_rest};
use crate::model::{RunType, list};

/// What follows the race: told in its week, and in the next where that holds no run.
pub(super) fn after_race(brief: &Brief, index: i32, week: &mut Week) {
    let Some(event) = &brief.block.event else { return };
    let rule = &brief.rules.after_race;
    let (rest, easy) = (rule.rest_days(event.distance_km), rule.easy_days(event.distance_km));
    if is_race_week(brief, index) {
        let rest = if rest > 0 { format!("{rest} days without running, ") } else { String::new() };
        week.notes.push(format!("After the race: {rest}{easy} days without a hard run."));
    } else if rest > 0 && is_race_week(brief, index - 1) && week.runs.is_empty() {
        week.notes.push("No run this week: the legs recover from the race. Walk as you like.".to_owned());
    }
}

/// What to tell where the known race is too old when the block starts.
fn old_race(brief: &Brief) -> Option<String> {
    let rule = brief.rules.if_on(&brief.rules.race_prediction)?;
    age_caution(brief.athlete.recent_race.as_ref()?, brief.block.start, "when the block starts", rule)
}

/// What the first week tells about the whole block.
pub(super) fn welcome(brief: &Brief, weeks: &mut [Week]) {
    let rules = &brief.rules;
    let Some(first) = weeks.first_mut() else { return };
    let wish = brief.running.runs_per_week.map(|runs| runs as i32);
    first.notes.extend(rules.run_days.remark(wish));
    let own: Vec<&str> = brief.sessions.iter().filter(|one| one.run.is_some()).map(|one| one.name.as_str()).collect();
    if !own.is_empty() {
        first.notes.push(format!("Yours, never moved, each in the place of a planned run: {}.", list(&own)));
    }
    if first.runs.iter().any(|run| run.shape.kind == RunType::WalkRun) {
        first.notes.push(
            "Every walk-run begins with a brisk walk. Run slowly enough to talk, and repeat a step as often as you like \
             before you take the next."
                .to_owned(),
        );
    }
    if brief.running.current_weekly_minutes > 0 && super::start(brief).longest_minutes.is_none() {
        let most = rules.single_run_spike.first_limit(&super::start(brief));
        let unknown = match brief.running.longest_recent_minutes {
            None => "The longest run of the last 30 days (`longest_recent_minutes`) is not in the brief",
            Some(_) => "No run of the last 30 days is known",
        };
        first.notes.push(format!("{unknown}, so no run is over {most} min at first."));
    }
    if free(brief, 0) == 0 {
        let added = if room(brief, 0) > 0 {
            "one short threshold run or fartlek is all that is added"
        } else {
            "no hard run is added"
        };
        first.notes.push(format!("Your own heavy days fill what a week should hold of hard days: {added}."));
    }
    first.notes.extend(no_rest(brief));
    first.notes.extend(shape::remark(brief));
    first.notes.extend(old_race(brief));
    first.notes.extend(rules.older_athlete.advice());
    let advice = [
        ("fuel_and_fluid", rules.fuel_and_fluid.sentence().to_owned()),
        ("sleep_target", rules.sleep_target.sentence()),
        ("see_a_professional", rules.see_a_professional.sentence().to_owned()),
    ];
    first.notes.extend(advice.into_iter().filter(|(id, _)| rules.is_on(id)).map(|(_, sentence)| sentence));
}
