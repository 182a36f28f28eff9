//! What the program is built from, as the lock file has it: licences, sources, duplicates, what is banned, and the oldest compiler.
//! `deny.toml` says what is allowed; `UPDATE=1 cargo test --test supply` writes the list of licences anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What Cargo knows of every package in the lock file, on whatever machine.
fn metadata() -> Value {
    let mut command = Command::new(env!("CARGO"));
    let output = command.args(["metadata", "--locked", "--format-version", "1"]).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The strings of a list in `deny.toml`.
fn listed(name: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("deny.toml")).unwrap();
    let (_, list) = text.split_once(&format!("\n{name} = [\n")).unwrap();
    list.split_once("\n]").unwrap().0.lines().map(|line| line.trim().trim_matches([',', '"']).to_owned()).collect()
}

fn text<'a>(package: &'a Value, key: &str) -> &'a str {
    package[key].as_str().unwrap_or_default()
}

/// The packages that end up in the program or build it, by id; those of the tests alone are left out.
fn built(metadata: &Value) -> BTreeMap<&str, &Value> {
    let all: BTreeMap<&str, &Value> =
        metadata["packages"].as_array().unwrap().iter().map(|package| (text(package, "id"), package)).collect();
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array().unwrap().iter().map(|node| (text(node, "id"), node)).collect();
    let mut found = BTreeMap::new();
    let mut next = vec![text(&metadata["resolve"], "root")];
    while let Some(id) = next.pop() {
        if found.insert(id, all[id]).is_none() {
            let of_the_program =
                |one: &&Value| one["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"] != "dev");
            next.extend(
                nodes[id]["deps"].as_array().unwrap().iter().filter(of_the_program).map(|one| text(one, "pkg")),
            );
        }
    }
    found
}

/// Whether a licence expression can be kept with the licences allowed: one of those joined by OR, all of those joined by AND.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        part.trim_matches(['(', ')', ' ']).split(" OR ").any(|one| allowed.contains(one.trim_matches(['(', ')', ' '])))
    })
}

#[test]
fn every_licence_is_allowed_and_listed() {
    let (metadata, allowed) = (metadata(), listed("allow"));
    let mut list = "# What the program is built from, and under which licence\n\n".to_owned();
    let mut lines = BTreeSet::new();
    for package in built(&metadata).values().filter(|package| !package["source"].is_null()) {
        let (name, licence) = (text(package, "name"), text(package, "license"));
        assert!(is_allowed(licence, &allowed), "{name} is under `{licence}`");
        lines.insert(format!("{name} {}: {licence}\n", text(package, "version")));
    }
    list.extend(lines);
    let path = root().join("docs/licences.txt");
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        fs::write(path, list).unwrap();
    } else {
        assert_eq!(fs::read_to_string(path).unwrap(), list, "UPDATE=1 writes it anew");
    }
}

#[test]
fn licences_joined_by_and_are_all_needed() {
    let allowed = ["MIT", "Unicode-3.0"].map(str::to_owned).into();
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed));
    assert!(is_allowed("Unlicense/MIT", &allowed));
    assert!(!is_allowed("(GPL-3.0 OR Apache-2.0) AND Unicode-3.0", &allowed));
    assert!(!is_allowed("", &allowed));
}

#[test]
fn everything_comes_from_the_registry_once_and_nothing_is_banned() {
    let (metadata, banned, twice) = (metadata(), listed("deny"), listed("skip"));
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in built(&metadata).values() {
        let name = text(package, "name");
        assert!(package["source"] == REGISTRY || name == "runweave", "{name} comes from {}", package["source"]);
        assert!(!banned.contains(name), "{name} is banned");
        versions.entry(name).or_default().insert(text(package, "version"));
    }
    let several: BTreeSet<String> =
        versions.iter().filter(|(_, versions)| versions.len() > 1).map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(several, twice, "what is built in several versions, and what deny.toml knows of it");
}

#[test]
fn no_package_needs_a_newer_compiler_than_this_one_says() {
    let metadata = metadata();
    let number = |version: &str| -> Vec<u32> { version.split('.').map(|part| part.parse().unwrap()).collect() };
    let oldest = number(env!("CARGO_PKG_RUST_VERSION"));
    for package in built(&metadata).values() {
        let needs = text(package, "rust_version");
        let major_and_minor = |needs: &str| number(needs)[..2].to_vec();
        assert!(needs.is_empty() || major_and_minor(needs) <= oldest, "{} needs Rust {needs}", text(package, "name"));
    }
}
