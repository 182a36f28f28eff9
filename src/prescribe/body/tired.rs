//! Tired, short of sleep, sore, overtrained: less of everything.

use super::{Answer, Body, DAYS, HISTORY_DAYS};
use crate::brief::{CheckIn, signs};
use crate::prescribe::lowering::{Lowering, Whom};
use crate::rules::{Light, Readiness, Slept, Sore, Strain};

impl Body<'_> {
    fn items(said: &CheckIn) -> Vec<u8> {
        [said.fatigue, said.soreness, said.stress].into_iter().flatten().collect()
    }

    fn light(&self, said: &CheckIn) -> Light {
        let known = self.past.iter().filter(|one| self.ago(one) <= HISTORY_DAYS);
        let items = known.map(|one| Self::items(one.said)).filter(|items| !items.is_empty());
        let earlier: Vec<i32> = items.map(|items| Readiness::sum(&items)).collect();
        self.brief.rules.readiness.light(&Self::items(said), &earlier)
    }

    pub(super) fn readiness(&self) -> Option<Lowering> {
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
            return Some(Lowering::to(rule.kept(Light::Amber), note).quality(0).bar(
                "readiness",
                self.first_day(),
                1,
                Whom::Everyone,
                why,
            ));
        }
        let note = format!("You feel less than fresh: {cut} % less running, hard runs become easy, nothing grows.");
        (light == Light::Amber).then(|| Lowering::to(rule.kept(Light::Amber), note).quality(0))
    }

    pub(super) fn sleep(&self) -> Option<Lowering> {
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
                Some(Lowering::to(rule.kept(), short).quality(0).bar(
                    "sleep",
                    self.first_day(),
                    1,
                    Whom::Everyone,
                    &why,
                ))
            }
        }
    }

    pub(super) fn soreness(&self) -> Option<Lowering> {
        let rule = &self.brief.rules.soreness;
        let now = self.now.said.soreness?;
        let sore = |one: &&Answer<'_>| one.said.soreness.is_none_or(|sore| rule.is_sore(sore));
        let since = self.past.iter().rev().take_while(sore).filter(|one| one.said.soreness.is_some()).last();
        let days = rule.days() + 1;
        let (first, waits) = (self.first_day(), "Legs are sore: hard and long runs wait.");
        let lowering = match rule.judge(now, since.map_or(0, |one| self.ago(one))) {
            Sore::No => return None,
            Sore::Some => Lowering { notes: vec![waits.to_owned()], ..Lowering::default() }.bar(
                "soreness",
                first,
                days,
                Whom::HardAndLong,
                waits,
            ),
            Sore::Very => {
                let waits = "Legs are very sore: runs wait until they are better.";
                Lowering { notes: vec![waits.to_owned()], hold: true, ..Lowering::default() }.bar(
                    "soreness",
                    first,
                    days,
                    Whom::Everyone,
                    waits,
                )
            }
            Sore::Lasting => {
                let cut = 100 - rule.kept();
                let note =
                    format!("Legs have been sore for days: runs wait, then {cut} % less; lift lighter with the legs.");
                Lowering::to(rule.kept(), note).quality(0).bar(
                    "soreness",
                    first,
                    days,
                    Whom::Everyone,
                    "Legs have been sore for days.",
                )
            }
        };
        Some(lowering)
    }

    pub(super) fn strain(&self) -> Strain {
        let said = self.now.said;
        let count = said.signs.iter().filter(|sign| signs::OVERTRAINING.contains(&sign.as_str())).count() as i32;
        self.brief.rules.overtraining.judge(count, said.signs_days.map(|days| days as i32))
    }

    pub(super) fn overtraining(&self) -> Option<Lowering> {
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
}

/// `5.5` of 330 minutes.
fn hours(minutes: i32) -> String {
    let tenths = (minutes + 3) / 6;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
