//! A sign of life on a terminal for what takes longer than half a second.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Quicker work is over before anybody wonders.
const QUIET: Duration = Duration::from_millis(500);
/// How often the line is written again.
const BEAT: Duration = Duration::from_millis(200);

/// A line on standard error while it lives; nothing where that is no terminal.
pub(super) struct Progress {
    beating: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to tell of `what`, such as "Planning 8 weeks".
    pub(super) fn of(what: String) -> Self {
        Self::told(move || what.clone())
    }

    /// Begins to tell how far things are.
    pub(super) fn told(what: impl Fn() -> String + Send + 'static) -> Self {
        if !io::stderr().is_terminal() {
            return Self { beating: None };
        }
        let (stop, stopped) = mpsc::channel();
        let tell = move || {
            let mut waited = QUIET;
            let mut next = QUIET;
            while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(next) {
                let _ = write!(io::stderr(), "\r{} ... {:.1} s", what(), waited.as_secs_f64());
                waited += BEAT;
                next = BEAT;
            }
            if next == BEAT {
                let _ = write!(io::stderr(), "\r\x1b[2K");
            }
        };
        Self { beating: thread::Builder::new().spawn(tell).ok().map(|thread| (stop, thread)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.beating.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}
