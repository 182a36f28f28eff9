//! `runweave serve`.

use std::process::ExitCode;

use super::args::{Only, ServeArgs};
use super::{Done, note, print};
use crate::serve::{self, Offer};

pub(super) fn run(args: &ServeArgs) -> Done {
    let only_runs = args.only == Some(Only::Runs);
    if let Some(to) = &args.write {
        let written = serve::write(&args.folder, to, only_runs)?;
        note(&match written[..] {
            [] => "Nothing was written: both calendars are so already.".to_owned(),
            _ => format!("Wrote {}.", written.join(" and ")),
        });
        return Ok(ExitCode::SUCCESS);
    }
    let offer = Offer { folder: args.folder.clone(), port: args.port, page: args.page.clone(), only_runs };
    serve::serve(&offer, |addresses| {
        print(addresses)?;
        note("Subscribe to these on this machine; they stay the same. Ctrl-C ends it.");
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}
