//! Sentences for the page that belong to the block rather than to the body.

use super::count::room;
use super::lengths::SHORTEST;
use super::lowering::Lowering;
use super::planner::is_race_week;
use super::race_time::age_caution;
use super::{Request, Week, shape};
use crate::brief::{Brief, no_rest};
use crate::model::{Minutes, Phase, RunType, count};

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

/// Full weeks that hold fewer runs than were asked for, because their minutes make no more.
fn too_few(brief: &Brief, weeks: &[Week], lowerings: &[Lowering]) -> Option<String> {
    let wish = brief.rules.run_days.days(Some(brief.running.runs_per_week? as i32));
    let whole = |(week, lowering): &(&Week, &Lowering)| {
        !week.is_light() && week.race.is_none() && week.phase != Phase::Recovery && lowering.kept == 100
    };
    let weeks = weeks.iter().zip(lowerings).filter(whole).map(|(week, _)| &week.runs);
    let weeks: Vec<&Vec<Request>> = weeks.filter(|runs| (1..wish).contains(&(runs.len() as i32))).collect();
    let few: Vec<i32> = weeks.iter().map(|runs| runs.len() as i32).collect();
    let shortest = weeks.iter().copied().flatten().map(|run| run.shape.minutes).min()?.min(SHORTEST);
    let (least, most) = (few.iter().min()?, few.iter().max()?);
    let number = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let weeks = if few.len() == 1 { "one week has".to_owned() } else { format!("{} weeks have", few.len()) };
    Some(format!(
        "You asked for {wish} runs a week; {weeks} minutes for {number} only. No run is planned below {shortest} min, and \
         minutes grow with what you have really run: more runs follow when there is more to share."
    ))
}

/// A race that takes more than this percent of the longest run before it is far for the person.
const FAR_PERCENT: i32 = 200;

/// What to tell where no run before the race comes near it, and what keeps the long run short. The longest run before the block
/// counts as long as single runs are measured by it.
fn far_race(brief: &Brief, weeks: &[Week]) -> Option<String> {
    let at = weeks.iter().position(|week| week.race.is_some())?;
    let race = weeks[at].race.as_ref()?;
    let placed = |week: &Week| week.runs.iter().filter(|run| !run.declined).map(|run| run.shape.minutes).collect();
    let planned = weeks[..=at].iter().map(placed);
    let planned = planned.filter_map(|week: Vec<Minutes>| Some((week.iter().max().copied()?, week))).max();
    let near = race.day.0 < brief.rules.single_run_spike.window_days();
    let before = super::start(brief).longest_minutes.filter(|_| near).unwrap_or(0);
    let (longest, why) = match planned {
        Some((longest, week)) if longest > before => (longest, short_because(brief, longest, &week)),
        _ if before > 0 => (before, "it is too near for a longer one".to_owned()),
        _ => return None,
    };
    let race = race.shape.minutes;
    (race * 100 > longest * FAR_PERCENT).then(|| {
        format!(
            "The race may take {race} min, and no run before it is over {longest} min: {why}. Start slowly, and plan walking \
             breaks."
        )
    })
}

/// What to tell where the known race is too old when the block starts.
fn old_race(brief: &Brief) -> Option<String> {
    let rule = brief.rules.if_on(&brief.rules.race_prediction)?;
    age_caution(brief.athlete.recent_race.as_ref()?, brief.block.start, "when the block starts", rule)
}

/// What keeps the longest run of these, `longest` minutes, from being longer.
fn short_because(brief: &Brief, longest: Minutes, week: &[Minutes]) -> String {
    let (share, runs) = (&brief.rules.long_run_share, week.len());
    if longest >= share.longest() {
        return "that is the most at your level and for your goal".to_owned();
    }
    let percent = share.percent(runs as i32, week.iter().sum());
    format!(
        "with {} a week the long run is {percent} % of its minutes at most, and they grow slowly from what you run now",
        count(runs, "run")
    )
}

/// What the first week tells about the whole block.
pub(super) fn welcome(brief: &Brief, weeks: &mut [Week], lowerings: &[Lowering]) {
    let rules = &brief.rules;
    let too_few = too_few(brief, weeks, lowerings);
    let far = far_race(brief, weeks);
    let Some(first) = weeks.first_mut() else { return };
    let wish = brief.running.runs_per_week.map(|runs| runs as i32);
    first.notes.extend(rules.run_days.remark(wish));
    first.notes.extend(too_few);
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
            None => "The longest run of the last 30 days is not in the brief",
            Some(_) => "No run of the last 30 days is told of",
        };
        first
            .notes
            .push(format!("{unknown}, so no run is over {most} min at first: `longest_recent_minutes` tells it."));
    }
    if room(brief, 0) == 0 {
        first
            .notes
            .push("Your own heavy days fill what a week should hold of hard days: no hard run is added.".to_owned());
    }
    first.notes.extend(no_rest(brief));
    first.notes.extend(shape::remark(brief));
    first.notes.extend(old_race(brief));
    first.notes.extend(far);
    first.notes.extend(rules.older_athlete.advice());
    let advice = [
        ("fuel_and_fluid", rules.fuel_and_fluid.sentence().to_owned()),
        ("sleep_target", rules.sleep_target.sentence()),
        ("see_a_professional", rules.see_a_professional.sentence().to_owned()),
    ];
    first.notes.extend(advice.into_iter().filter(|(id, _)| rules.is_on(id)).map(|(_, sentence)| sentence));
}
