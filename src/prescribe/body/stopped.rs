//! Pain and red flags: no running until somebody has looked, or until it is better.

use super::{Answer, Body, DAYS, lower};
use crate::brief::signs;
use crate::model::Day;
use crate::prescribe::Stop;
use crate::prescribe::lowering::{Lowering, Whom};
use crate::rules::{Concern, Hurt, RedFlags};

impl Body<'_> {
    /// Much pain: no running until it is told to be better, then back as after a break.
    pub(super) fn stop_for_pain(&self, weeks: &mut [Lowering]) {
        let rule = &self.brief.rules.pain;
        let stops = |one: &Answer<'_>| one.said.pain.map(|pain| rule.judge(pain, None) == Hurt::Stop);
        if stops(self.now) != Some(true) {
            return;
        }
        let better = self.later.iter().find(|one| stops(one) == Some(false)).map(|one| one.day);
        let end = better.unwrap_or(Day(weeks.len() as i32 * 7));
        let (pain, days) = (self.now.said.pain.unwrap_or_default(), end.0 - self.first_day().0);
        if days <= 0 {
            return;
        }
        let note = format!(
            "Pain {pain} of 10: no runs until you tell {} or less; the sessions stay as far as they do not hurt. Walk if that \
             is free of pain. If it stays for more than a week, let a doctor or physiotherapist look at it.",
            rule.bearable()
        );
        self.stop("pain", days, &[note], "Pain: no running.", weeks);
        if better.is_some() {
            self.way_back_after(days, end.0 - self.now.day.0, weeks);
        }
    }

    /// No running for the first days that the answer speaks for.
    fn stop(&self, rule: &'static str, days: i32, notes: &[String], why: &str, weeks: &mut [Lowering]) {
        let first = self.first_day();
        let stopped = Lowering { kept: 0, hold: true, quality: 0, notes: notes.to_vec(), ..Lowering::default() };
        for week in self.weeks(days) {
            lower(weeks, week, stopped.clone());
        }
        let stop = Stop { from: first, to: first.plus(days - 1), text: notes.join(" ") };
        for week in stop.from.week()..=stop.to.week() {
            lower(weeks, week, Lowering { stops: vec![stop.clone()], ..Lowering::default() });
        }
        let back = self.weeks(days).last().map_or(0, |week| week + 1);
        let still = Lowering::default().bar(rule, first, days, Whom::Everyone, why);
        lower(weeks, back, still);
    }

    /// After so many days that were stopped, back as after a break of so many.
    fn way_back_after(&self, stopped: i32, off: i32, weeks: &mut [Lowering]) {
        let back = self.weeks(stopped).last().map_or(0, |week| week + 1);
        self.way_back(Day(back * 7), off, weeks);
    }

    /// A red flag stops the runs until a later answer of how the person feels no longer has one.
    pub(super) fn red_flags(&self, weeks: &mut [Lowering]) {
        let notes = self.flags();
        if notes.is_empty() {
            return;
        }
        let (rule, why) = ("red_flags", "A sign that somebody who knows should look at first.");
        let first = self.first_day();
        let has_gone = |one: &&Answer<'_>| one.said.tells_how_one_feels() && one.said.red_flags().next().is_none();
        let gone = self.later.iter().find(has_gone).map(|one| one.day);
        // A sign of the pelvic floor stops the runs of its week; told again, it stops them again.
        let is_pelvic = self.concerns().iter().all(|concern| *concern == Concern::PelvicFloor);
        let gone = if is_pelvic { gone.into_iter().chain([self.now.day.plus(DAYS)]).min() } else { gone };
        let end = gone.map_or(Day(weeks.len() as i32 * 7), |day| day.plus(self.brief.rules.red_flags.clear_days()));
        let (days, off) = (end.0 - first.0, end.0 - self.now.day.0);
        if gone.is_none_or(|day| day.0 >= 0) {
            self.stop(rule, days.max(1), &notes, why, weeks);
            self.way_back_after(days.max(1), off, weeks);
        } else if days > 0 {
            // It has gone before the block, and the days after that reach into it.
            lower(weeks, 0, Lowering::default().bar(rule, first, days, Whom::Everyone, why));
            self.way_back(first, off, weeks);
        }
    }

    /// The red flags in the answer: word, meaning, and what they may come from.
    fn told_flags(&self) -> Vec<(&'static str, &'static str, Concern)> {
        let has = |word: &str| self.now.said.signs.iter().any(|sign| sign == word);
        signs::RED_FLAGS.into_iter().filter(|(word, ..)| has(word)).collect()
    }

    /// What they may come from, each once.
    fn concerns(&self) -> Vec<Concern> {
        let mut concerns: Vec<Concern> = Vec::new();
        for (.., concern) in self.told_flags() {
            if !concerns.contains(&concern) {
                concerns.push(concern);
            }
        }
        concerns
    }

    /// What the page says of the red flags in the answer: a sentence for each thing they may come from, and the way back.
    fn flags(&self) -> Vec<String> {
        let (flags, concerns) = (self.told_flags(), self.concerns());
        let rule = &self.brief.rules.red_flags;
        let sentence = |concern: &Concern| {
            let own = flags.iter().filter(|(.., of)| of == concern);
            rule.sentence(*concern, &own.map(|(_, meaning, _)| *meaning).collect::<Vec<_>>().join("; "))
        };
        let told = concerns.iter().map(sentence);
        told.chain((!flags.is_empty()).then(|| RedFlags::way_back(&concerns).to_owned())).collect()
    }
}
