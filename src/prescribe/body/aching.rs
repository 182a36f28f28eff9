//! Pain that was told is held week after week until it is told to be better; then the steps come back one at a time.

use super::lower;
use crate::brief::Brief;
use crate::model::{Avoid, Day};
use crate::prescribe::lowering::{Lowering, Step, Whom};
use crate::rules::{Hurt, Spell};

/// Percent of the volume in the first week back, which brings back length.
const FIRST_STEP: i32 = 80;

/// Lowers every week that pain is held for, and those of the way back.
pub(super) fn hold(brief: &Brief, weeks: &mut [Lowering]) {
    let spells = brief.spells();
    let last = Day(weeks.len() as i32 * 7 - 1);
    let ends = spells.iter().skip(1).map(|next| next.from.plus(-1)).chain([last]);
    for (spell, end) in spells.iter().zip(ends) {
        let first = spell.from.max(Day(0));
        if end < first {
            continue;
        }
        let week_of = |week: i32| (first.week()..=end.week()).contains(&week);
        match spell.hurt {
            Hurt::None | Hurt::Stop => {}
            Hurt::Careful | Hurt::Rising => {
                for week in first.week()..=end.week() {
                    lower(weeks, week, held(brief, *spell));
                }
                if spell.hurt == Hurt::Rising {
                    let days = brief.rules.pain.rising_days_off();
                    let bar = Lowering::default().bar("pain", first, days, Whom::Everyone, "Pain has risen: days off.");
                    lower(weeks, first.week(), bar.clone());
                    lower(weeks, first.week() + 1, bar);
                }
            }
            Hurt::Better => {
                let back = brief.rules.pain.first_week_back(spell.from);
                for week in (first.week()..back).filter(|week| week_of(*week)) {
                    lower(weeks, week, quiet(brief));
                }
                for (week, step) in (back..).zip(way_back()).filter(|(week, _)| week_of(*week)) {
                    lower(weeks, week, step);
                }
            }
        }
    }
    injuries(brief, weeks);
}

fn held(brief: &Brief, spell: Spell) -> Lowering {
    let rule = &brief.rules.pain;
    let (kept, pain) = (rule.kept(spell.hurt), spell.pain);
    let (cut, harmless) = (100 - kept, rule.harmless());
    let rising = if spell.hurt == Hurt::Rising { "Pain has risen: some days off first. " } else { "" };
    let note = format!(
        "{rising}Pain {pain} of 10 is held until you tell {harmless} or less: easy runs only, {cut} % less, none on two days \
         in a row. How was it this week, 0 to 10, in a run and on the morning after? Tell it. If it stays, let a doctor or \
         physiotherapist look at it."
    );
    Lowering { pained: true, ..less(kept, note) }
}

fn quiet(brief: &Brief) -> Lowering {
    let note = format!(
        "Pain is down to {} or less: this week stays as it is, and the steps come back after it one at a time. How was it \
         this week, 0 to 10? Tell it.",
        brief.rules.pain.harmless()
    );
    Lowering { pained: true, ..less(brief.rules.pain.kept(Hurt::Better), note) }
}

/// The weeks back: length, running on two days in a row, threshold. Then hills and speed.
fn way_back() -> [Lowering; 3] {
    let step = |percent: i32, note: &str| {
        Lowering::step(Step { volume: percent, long: percent, runs: None }, note.to_owned()).quality(0)
    };
    [
        step(FIRST_STEP, "Without pain for a week: the runs get longer again, nothing else yet."),
        step(100, "Without pain: the old length, and runs on two days in a row if need be. Nothing hard yet."),
        Lowering {
            threshold_only: true,
            ..Lowering::step(
                Step { volume: 100, long: 100, runs: None },
                "Without pain: threshold comes back; hills and speed wait for another week.".to_owned(),
            )
        },
    ]
}

fn less(kept: i32, note: String) -> Lowering {
    Lowering::step(Step { volume: kept, long: 0, runs: None }, note).quality(0).no_long()
}

/// What an injury keeps somebody from, week by week.
fn injuries(brief: &Brief, weeks: &mut [Lowering]) {
    let calendar = brief.block.calendar();
    for (week, index) in weeks.iter_mut().zip(0..) {
        let monday = calendar.date(Day(index * 7));
        let forbids = |what: Avoid| brief.athlete.injuries.iter().any(|one| one.forbids(what, monday));
        if forbids(Avoid::Speed) {
            week.and(Lowering::default().quality(0));
        }
        if forbids(Avoid::Hills) {
            week.and(Lowering { no_hills: true, ..Lowering::default() });
        }
        if forbids(Avoid::Long) {
            week.and(Lowering::default().no_long());
        }
    }
}
