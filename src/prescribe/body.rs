//! How the body answers: check-ins that lower the weeks they speak of, and never raise one.

use super::lowering::Lowering;
use crate::brief::{Brief, CheckIn, signs};
use crate::model::Day;
use crate::rules::{Hurt, Light, Readiness, RedFlags, Slept, Sore, Strain};

/// An answer speaks for so many days.
const DAYS: i32 = 7;
/// So many of them in a week make the answer speak for that week as well.
const MOST_OF_A_WEEK: i32 = 4;
/// A week that keeps this percent or less is followed by a step between.
const MUCH_LOST: i32 = 70;
/// Percent of the volume that this step keeps.
const FIRST_STEP: i32 = 80;
/// Answers further back than this are not compared with.
const HISTORY_DAYS: i32 = 28;

/// One check-in with its day; those before the block speak as on its eve.
struct Answer<'a> {
    day: Day,
    said: &'a CheckIn,
}

/// What every week loses.
pub(super) fn lowerings(brief: &Brief) -> Vec<Lowering> {
    let calendar = brief.block.calendar();
    let mut weeks = vec![Lowering::default(); brief.block.weeks as usize];
    let answers: Vec<Answer<'_>> =
        brief.check_ins.iter().map(|said| Answer { day: calendar.day(said.date), said }).collect();
    let last_before = answers.iter().rposition(|one| one.day.0 < 0);
    for (index, answer) in answers.iter().enumerate() {
        if answer.day.0 >= 0 || Some(index) == last_before {
            let body = Body { brief, past: &answers[..index], now: answer, later: &answers[index + 1..] };
            body.speak(&mut weeks);
        }
    }
    weeks
}

/// The week after one that lost much: most of a normal week and nothing hard, before the next one is normal again.
fn step_back_up(kept: i32) -> Option<Lowering> {
    (1..=MUCH_LOST).contains(&kept).then(|| {
        let note =
            format!("After a week of {} % less running: {FIRST_STEP} % of a normal week, nothing hard.", 100 - kept);
        Lowering::to(FIRST_STEP, note).quality(0)
    })
}

/// One answer, with those before and after it.
struct Body<'a> {
    brief: &'a Brief,
    past: &'a [Answer<'a>],
    now: &'a Answer<'a>,
    later: &'a [Answer<'a>],
}

impl Body<'_> {
    fn speak(&self, weeks: &mut [Lowering]) {
        let rules = &self.brief.rules;
        let mut this = Lowering::default();
        let parts: [(&str, Option<Lowering>); 5] = [
            ("readiness", self.readiness()),
            ("sleep", self.sleep()),
            ("soreness", self.soreness()),
            ("pain", self.pain()),
            ("overtraining", self.overtraining()),
        ];
        for (id, lowering) in parts {
            if let Some(lowering) = lowering.filter(|_| rules.is_on(id)) {
                this.and(lowering);
            }
        }
        let lasting = rules.is_on("overtraining") && self.strain() == Strain::Rest;
        let spoken_for = self.weeks(if lasting { 2 * DAYS } else { DAYS });
        for week in &spoken_for {
            lower(weeks, *week, this.clone());
        }
        if let (Some(last), Some(step)) = (spoken_for.last(), step_back_up(this.kept)) {
            lower(weeks, last + 1, step);
        }
        if rules.is_on("pain") {
            self.stop_for_pain(weeks);
        }
        if rules.is_on("red_flags") {
            self.red_flags(weeks);
        }
        if let Some(days) = self.now.said.days_off.filter(|_| rules.is_on("return_after_break")) {
            self.way_back(self.first_day(), days as i32, weeks);
        }
    }

    /// The first day of the block that the answer speaks for.
    fn first_day(&self) -> Day {
        self.now.day.max(Day(0))
    }

    /// The weeks that an answer speaks for which holds for `days` days: that of its day, and each that lies mostly in it.
    fn weeks(&self, days: i32) -> Vec<i32> {
        let first = self.first_day();
        let mostly = |week: &i32| first.0 + days - week * 7 >= MOST_OF_A_WEEK;
        (first.week()..=first.week() + days / 7 + 1).filter(|week| *week == first.week() || mostly(week)).collect()
    }

    fn items(said: &CheckIn) -> Vec<u8> {
        [said.fatigue, said.soreness, said.stress].into_iter().flatten().collect()
    }

    /// Days from an earlier answer to this one.
    fn ago(&self, earlier: &Answer<'_>) -> i32 {
        self.now.day.0 - earlier.day.0
    }

    fn light(&self, said: &CheckIn) -> Light {
        let known = self.past.iter().filter(|one| self.ago(one) <= HISTORY_DAYS);
        let items = known.map(|one| Self::items(one.said)).filter(|items| !items.is_empty());
        let earlier: Vec<i32> = items.map(|items| Readiness::sum(&items)).collect();
        self.brief.rules.readiness.light(&Self::items(said), &earlier)
    }

    fn readiness(&self) -> Option<Lowering> {
        let rule = &self.brief.rules.readiness;
        let light = self.light(self.now.said);
        let lately = |days: i32, light: Light| {
            self.past.iter().filter(|one| self.ago(one) < days && self.light(one.said) >= light).count()
        };
        let red = light == Light::Red || (light == Light::Amber && lately(3, Light::Amber) >= 2);
        if red && lately(DAYS, Light::Red) >= 1 {
            let cut = 100 - rule.kept(Light::Red);
            let note = format!("You felt bad twice within a week: {cut} % less running, nothing hard.");
            return Some(Lowering::to(rule.kept(Light::Red), note).quality(0));
        }
        let cut = 100 - rule.kept(Light::Amber);
        if red {
            let walk = rule.red_run_minutes();
            let note = format!(
                "You feel bad: rest, or walk for {walk} min at most; then {cut} % less running this week, nothing hard."
            );
            let why = "You feel bad: a day to rest.";
            return Some(Lowering::to(rule.kept(Light::Amber), note).quality(0).bar(self.first_day(), 1, false, why));
        }
        let note = format!("You feel less than fresh: {cut} % less running, hard runs become easy, nothing grows.");
        (light == Light::Amber).then(|| Lowering::to(rule.kept(Light::Amber), note).quality(0))
    }

    fn sleep(&self) -> Option<Lowering> {
        let rule = &self.brief.rules.sleep;
        let minutes = |said: &CheckIn| said.sleep_hours.map(|hours| (hours * 60.0).round() as i32);
        let last = minutes(self.now.said)?;
        let nights =
            self.past.iter().filter(|one| self.ago(one) < rule.mean_days()).filter_map(|one| minutes(one.said));
        let nights: Vec<i32> = nights.chain([last]).collect();
        let mean = nights.iter().sum::<i32>() / nights.len() as i32;
        let (cut, mean_hours) = (100 - rule.kept(), hours(mean));
        let short = format!("Sleep of {mean_hours} h: {cut} % less running, hard runs become easy, nothing grows.");
        match rule.judge(last, mean) {
            Slept::Enough => None,
            Slept::Little => Some(
                Lowering::to(100, format!("Sleep of {mean_hours} h a night: nothing grows, one hard run at most."))
                    .quality(1),
            ),
            Slept::ShortNight => {
                Some(Lowering::to(100, format!("A night of {} h: hard runs become easy.", hours(last))).quality(0))
            }
            Slept::Short => Some(Lowering::to(rule.kept(), short).quality(0)),
            Slept::NoNight => {
                let why = format!("After a night of {} h: rest.", hours(last));
                Some(Lowering::to(rule.kept(), short).quality(0).bar(self.first_day(), 1, false, &why))
            }
        }
    }

    fn soreness(&self) -> Option<Lowering> {
        let rule = &self.brief.rules.soreness;
        let now = self.now.said.soreness?;
        let sore = |one: &&Answer<'_>| one.said.soreness.is_none_or(|sore| rule.is_sore(sore));
        let since = self.past.iter().rev().take_while(sore).filter(|one| one.said.soreness.is_some()).last();
        let days = rule.days() + 1;
        let (first, waits) = (self.first_day(), "Legs are sore: hard and long runs wait.");
        let lowering = match rule.judge(now, since.map_or(0, |one| self.ago(one))) {
            Sore::No => return None,
            Sore::Some => {
                Lowering { notes: vec![waits.to_owned()], ..Lowering::default() }.bar(first, days, true, waits)
            }
            Sore::Very => {
                let waits = "Legs are very sore: runs wait until they are better.";
                Lowering { notes: vec![waits.to_owned()], hold: true, ..Lowering::default() }
                    .bar(first, days, false, waits)
            }
            Sore::Lasting => {
                let cut = 100 - rule.kept();
                let note =
                    format!("Legs have been sore for days: runs wait, then {cut} % less; lift lighter with the legs.");
                Lowering::to(rule.kept(), note).quality(0).bar(first, days, false, "Legs have been sore for days.")
            }
        };
        Some(lowering)
    }

    fn hurt(&self) -> Hurt {
        let Some(now) = self.now.said.pain else { return Hurt::None };
        let earlier = self.past.iter().rev().filter(|one| self.ago(one) <= DAYS).find_map(|one| one.said.pain);
        self.brief.rules.pain.judge(now, earlier)
    }

    fn pain(&self) -> Option<Lowering> {
        let rule = &self.brief.rules.pain;
        let (hurt, pain) = (self.hurt(), self.now.said.pain?);
        let cut = 100 - rule.kept(hurt);
        match hurt {
            Hurt::None | Hurt::Stop => None,
            Hurt::Careful => {
                let note = format!(
                    "Pain {pain} of 10: easy runs only, {cut} % less, no hills, no long run. Stop if it gets worse."
                );
                Some(Lowering::to(rule.kept(hurt), note).quality(0).no_long())
            }
            Hurt::Rising => {
                let days = rule.days_off(hurt);
                let note = format!(
                    "Pain rises to {pain} of 10: {days} days off, then {cut} % less and easy. If it stays, let somebody look at it."
                );
                let lowering = Lowering::to(rule.kept(hurt), note).quality(0).no_long();
                Some(lowering.bar(self.first_day(), days, false, "Pain has risen: days off."))
            }
        }
    }

    /// Much pain: no running until it is looked at again, then back as after a break.
    fn stop_for_pain(&self, weeks: &mut [Lowering]) {
        if self.hurt() != Hurt::Stop {
            return;
        }
        let rule = &self.brief.rules.pain;
        let (pain, days) = (self.now.said.pain.unwrap_or_default(), rule.days_off(Hurt::Stop));
        let note = format!(
            "Pain {pain} of 10: no runs. Walk if that is free of pain. Run again when it is {} or less; \
             if it stays for more than a week, let a doctor or physiotherapist look at it.",
            rule.harmless()
        );
        self.stop(days, &note, "Pain: no running.", weeks);
    }

    /// No running for some days, and then back as after a break.
    fn stop(&self, days: i32, note: &str, why: &str, weeks: &mut [Lowering]) {
        let first = self.first_day();
        let stopped = Lowering::to(0, note.to_owned()).quality(0);
        for week in self.weeks(days) {
            lower(weeks, week, stopped.clone());
        }
        let back = self.weeks(days).last().map_or(0, |week| week + 1);
        let still = Lowering::default().bar(first, days, false, why);
        lower(weeks, back, still);
        self.way_back(Day(back * 7), days, weeks);
    }

    fn strain(&self) -> Strain {
        let said = self.now.said;
        let count = said.signs.iter().filter(|sign| signs::OVERTRAINING.contains(&sign.as_str())).count() as i32;
        self.brief.rules.overtraining.judge(count, said.signs_days.map(|days| days as i32))
    }

    fn overtraining(&self) -> Option<Lowering> {
        let strain = self.strain();
        let kept = self.brief.rules.overtraining.kept(strain);
        let cut = 100 - kept;
        match strain {
            Strain::None => None,
            Strain::Watch => {
                let note = format!(
                    "A sign of overtraining: {cut} % less running, one hard run at most and half of it, nothing grows."
                );
                Some(Lowering { halved: true, ..Lowering::to(kept, note).quality(1) })
            }
            Strain::Deload => {
                let note = format!(
                    "Signs of overtraining for a week: {cut} % less running, no quality, deload the lifting too."
                );
                Some(Lowering { lifting: true, ..Lowering::to(kept, note).quality(0) })
            }
            Strain::Rest => {
                let note = format!(
                    "Signs of overtraining that last: {cut} % less running, all of it easy, deload the lifting too. \
                     See a professional: illness, too little food or lack of iron may look the same."
                );
                Some(Lowering { lifting: true, ..Lowering::to(kept, note).quality(0).no_long() })
            }
        }
    }

    /// A red flag stops the runs until a later answer no longer has one.
    fn red_flags(&self, weeks: &mut [Lowering]) {
        let flags: Vec<&str> = flags(self.now.said).collect();
        if flags.is_empty() {
            return;
        }
        let note = RedFlags::sentence(&flags.join("; "));
        let first = self.first_day();
        let cleared = self.later.iter().find(|one| flags_of(one) == 0);
        let end =
            cleared.map_or(Day(weeks.len() as i32 * 7), |one| one.day.plus(self.brief.rules.red_flags.clear_days()));
        self.stop((end.0 - first.0).max(1), &note, "A sign that a doctor should see first.", weeks);
    }

    /// The steps back from `day` on, after so many days without running.
    fn way_back(&self, day: Day, days: i32, weeks: &mut [Lowering]) {
        let Some(way) = self.brief.rules.return_after_break.way_back(days) else { return };
        for (nth, kept) in (0..).zip(way.percent.iter().copied().chain([100; 6])) {
            let quality = if nth < way.quality_from { 0 } else { i32::MAX };
            if kept == 100 && quality > 0 {
                return;
            }
            let note = match (kept, way.anew) {
                (100, _) => format!("After {days} days without running: hard runs come back later."),
                (_, true) => {
                    format!("After {days} days without running you start anew: {kept} % of what it was, all easy.")
                }
                (_, false) => format!("After {days} days without running: {kept} % of what it was."),
            };
            lower(weeks, day.week() + nth, Lowering::to(kept, note).quality(quality));
        }
    }
}

fn lower(weeks: &mut [Lowering], week: i32, lowering: Lowering) {
    if let Some(one) = usize::try_from(week).ok().and_then(|week| weeks.get_mut(week)) {
        one.and(lowering);
    }
}

fn flags(said: &CheckIn) -> impl Iterator<Item = &'static str> {
    signs::RED_FLAGS
        .into_iter()
        .filter(|(word, _)| said.signs.iter().any(|sign| sign == word))
        .map(|(_, meaning)| meaning)
}

fn flags_of(answer: &Answer<'_>) -> usize {
    flags(answer.said).count()
}

/// `5.5` of 330 minutes.
fn hours(minutes: i32) -> String {
    let tenths = (minutes + 3) / 6;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
