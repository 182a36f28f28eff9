//! Whatever is put in, something sensible comes out: generated briefs, hostile words, files made to exhaust, and disks and folders
//! that fail. The fuzz targets (`fuzz/run`) go on where these tests end.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;
mod files;
mod generated;
mod invariants;
mod program;
mod size;
mod words;
