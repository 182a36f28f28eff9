//! What a week aims at, in one line.

use super::course::{LongStage, Stage};
use crate::brief::Brief;
use crate::model::Phase;
use crate::rules::WaveAim;

/// The line of a week.
pub(super) fn of(brief: &Brief, stage: &Stage) -> String {
    let race = brief.block.event.as_ref().map(|event| event.name.as_str());
    let line = match (stage.shape.phase, stage.wave.1, race) {
        (Phase::Recovery, ..) => "Recover: easy running comes back step by step.",
        (Phase::Taper, _, Some(_)) => "Get fresh for the race: less running, as fast as before.",
        _ if stage.test => "A lighter week with a test: it shows where you stand.",
        _ if stage.deload && stage.long == LongStage::Down => {
            "A lighter week, so that the body takes on what the last ones asked."
        }
        (_, Some(WaveAim::Base), None) => "Easy volume and hills: the base for the faster weeks to come.",
        (_, Some(WaveAim::Speed), None) => "Speed over five kilometres: short and fast work on an easy base.",
        (_, Some(WaveAim::Stamina), None) => "Staying power over ten kilometres and more: threshold and longer runs.",
        (Phase::Base, _, _) => "Easy volume: the runs get longer, little is hard.",
        (Phase::Build, _, Some(_)) => "Threshold and faster work, while the long run grows toward the race.",
        (Phase::Build, ..) => "Threshold work on a base that holds.",
        (Phase::Peak, _, Some(_)) => {
            "The pace of the race, more of it from week to week; the long run is near its longest."
        }
        (Phase::Peak | Phase::Taper, ..) => "Hold what is there.",
    };
    line.to_owned()
}
