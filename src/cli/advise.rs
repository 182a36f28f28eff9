//! `runweave advise`.

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::args::{AdviseArgs, Format};
use super::{Done, Stop, note, print};
use crate::render;
use crate::schedule;

/// Progress is told when it takes longer than this.
const PATIENCE: Duration = Duration::from_millis(500);

pub(super) fn run(args: &AdviseArgs) -> Done {
    let brief = super::plan::read_brief(&args.brief)?;
    let (begun, done) = (Instant::now(), AtomicUsize::new(0));
    let tell = |whole: usize| {
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if begun.elapsed() > PATIENCE && done < whole {
            note(&format!("planned {done} of {whole} changes"));
        }
    };
    let found = schedule::advise(&brief, args.seed, &tell)
        .ok_or_else(|| Stop::NoPlan("error: the brief as it is cannot be planned".to_owned()))?;
    match args.format {
        Format::Text => print(&render::advice(&found))?,
        Format::Json => print(&render::json_of(&render::advice_data(&found)))?,
    }
    Ok(ExitCode::SUCCESS)
}
