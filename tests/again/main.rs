//! Planning again, through the command line: the past stays, as little as possible moves, and one calendar stays right.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calendar;
mod done;
#[path = "../activity/fit.rs"]
mod fit;
mod folder;
mod import;
mod killed;
mod life;
mod log;
mod seam;
mod short;
mod start;
mod stays;
mod together;
mod undo;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use folder::*;
use life::*;
