//! Pain, red flags and breaks: no running, and the way back.

use super::{Answer, Body, DAYS, lower};
use crate::brief::signs;
use crate::model::{Day, Race};
use crate::prescribe::Stop;
use crate::prescribe::lowering::Lowering;
use crate::rules::{Concern, Hurt, RedFlags};

impl Body<'_> {
    fn hurt(&self) -> Hurt {
        let Some(now) = self.now.said.pain else { return Hurt::None };
        let earlier = self.past.iter().rev().filter(|one| self.ago(one) <= DAYS).find_map(|one| one.said.pain);
        self.brief.rules.pain.judge(now, earlier)
    }

    pub(super) fn pain(&self) -> Option<Lowering> {
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
                Some(lowering.bar("pain", self.first_day(), days, false, "Pain has risen: days off."))
            }
        }
    }

    /// Much pain: no running until it is looked at again, then back as after a break.
    pub(super) fn stop_for_pain(&self, weeks: &mut [Lowering]) {
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
        self.stop("pain", days, &[note], "Pain: no running.", weeks);
        self.way_back_after(days, days, weeks);
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
        let still = Lowering::default().bar(rule, first, days, false, why);
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
        let end = gone.map_or(Day(weeks.len() as i32 * 7), |day| day.plus(self.brief.rules.red_flags.clear_days()));
        let (days, off) = (end.0 - first.0, end.0 - self.now.day.0);
        if gone.is_none_or(|day| day.0 >= 0) {
            self.stop(rule, days.max(1), &notes, why, weeks);
            self.way_back_after(days.max(1), off, weeks);
        } else if days > 0 {
            // It has gone before the block, and the days after that reach into it.
            lower(weeks, 0, Lowering::default().bar(rule, first, days, false, why));
            self.way_back(first, off, weeks);
        }
    }

    /// What the page says of the red flags in the answer: a sentence for each thing they may come from, and the way back.
    fn flags(&self) -> Vec<String> {
        let has = |word: &str| self.now.said.signs.iter().any(|sign| sign == word);
        let flags: Vec<_> = signs::RED_FLAGS.into_iter().filter(|(word, ..)| has(word)).collect();
        let mut concerns: Vec<Concern> = Vec::new();
        for (.., concern) in &flags {
            if !concerns.contains(concern) {
                concerns.push(*concern);
            }
        }
        let rule = &self.brief.rules.red_flags;
        let sentence = |concern: &Concern| {
            let own = flags.iter().filter(|(.., of)| of == concern);
            rule.sentence(*concern, &own.map(|(_, meaning, _)| *meaning).collect::<Vec<_>>().join("; "))
        };
        let told = concerns.iter().map(sentence);
        told.chain((!flags.is_empty()).then(|| RedFlags::way_back(&concerns).to_owned())).collect()
    }

    /// Paces from a race before the break are slowed by the fitness it cost: wholly on the way back of `length` weeks, and less
    /// from week to week over as many more.
    fn slower(&self, first: i32, days: i32, length: i32, weeks: &mut [Lowering]) {
        let before = |race: &Race| race.date <= self.now.said.date;
        if !self.brief.athlete.recent_race.as_ref().is_some_and(before) {
            return;
        }
        let lost = 1000 - self.brief.rules.return_after_break.fitness_permille(days);
        for nth in 0..2 * length {
            let still = if nth < length { lost } else { lost * (2 * length - nth) / (length + 1) };
            lower(weeks, first + nth, Lowering { fitness_permille: 1000 - still, ..Lowering::default() });
        }
        let note = format!(
            "Paces start from {}.{} % less fitness and come back over {} weeks; a new race or time trial sets them right.",
            lost / 10,
            lost % 10,
            2 * length
        );
        lower(weeks, first, Lowering { notes: vec![note], ..Lowering::default() });
    }

    /// The steps back from `day` on. A break that ends with its week has the first step in the week after; what is left of its
    /// own holds no more than that.
    pub(super) fn way_back_from(&self, day: Day, days: i32, weeks: &mut [Lowering]) {
        if day.weekday() < 6 {
            return self.way_back(day, days, weeks);
        }
        let first = self.brief.rules.return_after_break.way_back(days).map(|way| way.percent[0]);
        if let Some(kept) = first.filter(|_| !is_stopped(weeks, day.week())) {
            lower(weeks, day.week(), Lowering::to(kept, told(days, kept)).quality(0));
        }
        self.way_back(day.plus(1), days, weeks);
    }

    /// The steps back from `day` on, after so many days without running.
    pub(super) fn way_back(&self, day: Day, days: i32, weeks: &mut [Lowering]) {
        let Some(way) = self.brief.rules.return_after_break.way_back(days) else { return };
        self.slower(day.week(), days, way.weeks(), weeks);
        for (nth, kept) in (0..).zip(way.percent.iter().copied().chain([100; 6])) {
            let quality = if nth < way.quality_from { 0 } else { i32::MAX };
            if kept == 100 && quality > 0 {
                return;
            }
            if is_stopped(weeks, day.week() + nth) {
                continue;
            }
            let note = match (kept, way.anew) {
                (100, _) => format!("After {days} days without running: hard runs come back later."),
                (_, true) => {
                    format!(
                        "After {days} days without running you start anew: {kept} % of what it was at most, all easy."
                    )
                }
                (_, false) => told(days, kept),
            };
            lower(weeks, day.week() + nth, Lowering::to(kept, note).quality(quality));
        }
    }
}

fn told(days: i32, kept: i32) -> String {
    format!("After {days} days without running: {kept} % of what it was at most.")
}

/// Whether a week holds no run at all already, so that there is nothing to come back to in it.
fn is_stopped(weeks: &[Lowering], week: i32) -> bool {
    usize::try_from(week).ok().and_then(|week| weeks.get(week)).is_some_and(|week| week.kept == 0)
}
