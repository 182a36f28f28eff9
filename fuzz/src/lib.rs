//! What the fuzz targets share: briefs and plans to start from, and mutations that know JSON and lines.

pub mod dice;
pub mod json;
pub mod lines;
pub mod seeds;
pub mod vocabulary;

#[path = "../../tests/attack/files.rs"]
pub mod files;
#[path = "../../tests/attack/invariants.rs"]
pub mod invariants;
