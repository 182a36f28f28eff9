//! The layers use each other in one direction, and only the last of them touch the world.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

const LAYERS: [&str; 14] = [
    "model",
    "intake",
    "rules",
    "brief",
    "prescribe",
    "schedule",
    "plan",
    "follow",
    "render",
    "app",
    "world",
    "mcp",
    "serve",
    "cli",
];

/// What the library leaves to the faces of the program: files, environment, clocks, other programs, the terminal.
const THE_WORLD: [&str; 11] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::io::stdin",
    "std::io::stdout",
    "SystemTime",
    "Instant::now",
    "print!",
    "println!",
    "Utc::now",
];

fn sources(under: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file of the library with the place of its layer in the order.
fn files() -> Vec<(usize, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    let layer = |path: &Path| {
        let name = path.strip_prefix(&root).unwrap().components().next().unwrap();
        let name = Path::new(name.as_os_str()).file_stem().unwrap().to_str().unwrap();
        LAYERS.iter().position(|&layer| layer == name)
    };
    paths.iter().filter_map(|path| Some((layer(path)?, path.clone(), fs::read_to_string(path).unwrap()))).collect()
}

/// The code of a line, without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// What the `crate::` paths of a text begin with, each with its line: one name, or the names of a list in braces.
fn named(text: &str) -> Vec<(usize, String)> {
    let code: String = text.lines().flat_map(|line| [code(line), "\n"]).collect();
    let mut names = Vec::new();
    for (at, prefix) in code.match_indices("crate::") {
        let line = code[..at].lines().count().max(1);
        names.extend(heads(&code[at + prefix.len()..]).into_iter().map(|name| (line, name)));
    }
    names
}

/// The first names of a path: `plan` of `plan::Plan`, `model` and `plan` of `{model::Day, plan::{Plan, Entry}}`.
fn heads(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else { return vec![head(path)] };
    let mut depth = 0;
    let mut heads = vec![head(list)];
    for (at, char) in list.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(head(&list[at + 1..])),
            _ => {}
        }
    }
    heads
}

fn head(path: &str) -> String {
    path.trim_start().chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()
}

#[test]
fn every_directory_of_the_source_is_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(LAYERS.contains(&name) || name == "lib" || name == "main", "{} belongs to no layer", path.display());
    }
}

#[test]
fn a_layer_uses_only_the_layers_before_it() {
    let mut upward = Vec::new();
    for (layer, path, text) in files() {
        for (line, name) in named(&text) {
            if LAYERS.iter().position(|&known| known == name).is_some_and(|used| used > layer) {
                upward.push(format!("{}:{line}: crate::{name}", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "these look up, not down:\n{}", upward.join("\n"));
}

#[test]
fn only_the_faces_of_the_program_touch_the_world() {
    let world = LAYERS.iter().position(|&layer| layer == "world").unwrap();
    let mut touches = Vec::new();
    for (layer, path, text) in files() {
        for (number, line) in text.lines().enumerate() {
            if layer < world && !path.ends_with("tests.rs") && THE_WORLD.iter().any(|world| code(line).contains(world))
            {
                touches.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(touches.is_empty(), "the library below `world` touches the world:\n{}", touches.join("\n"));
}

#[test]
fn the_library_names_its_layers_in_this_order() {
    let map = include_str!("../src/lib.rs");
    let places: Vec<_> = LAYERS.iter().map(|layer| map.find(&format!("[`{layer}`]"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn paths_are_read_one_by_one_and_in_braces() {
    let names = |text| named(text).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(names("use crate::plan::{Plan, Entry};"), ["plan"]);
    assert_eq!(names("pub(in crate::render) fn a(x: crate::model::Day) // crate::cli"), ["render", "model"]);
    assert_eq!(names("use crate::{\n    model::{Day, Clock},\n    plan::Plan\n};"), ["model", "plan"]);
}
