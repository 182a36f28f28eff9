//! The path that nobody guesses, and the same tomorrow.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use uuid::Uuid;

use crate::world::{Folder, Stop, files, note};

/// It is kept in this file of the plan's folder, which only its owner may read.
const FILE: &str = ".runweave.secret";
/// So many letters, 128 bits.
const LETTERS: usize = 32;
/// The namespace of the second path; drawn once at random.
const NAMESPACE: Uuid = Uuid::from_u128(0x7a1f_52c3_90b4_4e06_b8d1_3e6c_17f2_a5d9);

/// What opens the folder, and what opens the discreet feed alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Secrets {
    /// Opens everything.
    pub all: String,
    /// Opens the busy times and nothing else: whoever has that address cannot find the other.
    pub busy: String,
}

impl Secrets {
    /// Those of a folder, made where there are none yet.
    pub(super) fn of(folder: &Folder) -> Result<Self, Stop> {
        let Some(text) = folder.read(FILE)? else { return Self::made(folder) };
        let text = String::from_utf8_lossy(&text);
        let text = text.trim();
        if text.len() != LETTERS || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            let what = format!("`{FILE}` does not hold the secret of the addresses");
            return Err(Stop::wrong(what, "remove it: the next start makes new addresses"));
        }
        Ok(Self::from_text(text))
    }

    fn from_text(all: &str) -> Self {
        Self { all: all.to_owned(), busy: Uuid::new_v5(&NAMESPACE, all.as_bytes()).simple().to_string() }
    }

    fn made(folder: &Folder) -> Result<Self, Stop> {
        let mut bytes = [0; LETTERS / 2];
        getrandom::fill(&mut bytes)
            .map_err(|error| Stop::Input(format!("error: this system gives no random numbers: {error}")))?;
        let text = Uuid::from_bytes(bytes).simple().to_string();
        match kept(&folder.path().join(FILE), &text) {
            Ok(()) => Ok(Self::from_text(&text)),
            // Another `serve` was quicker.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Self::of(folder),
            Err(_) => {
                let name = files::quoted(&folder.path().join(FILE));
                note(&format!("note: {name} cannot be written: the addresses are others at the next start"));
                Ok(Self::from_text(&text))
            }
        }
    }
}

fn kept(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(format!("{text}\n").as_bytes())
}
