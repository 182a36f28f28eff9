//! Writes the zones of `names.txt` as chrono-tz writes its own: a variant each, and a constant each in modules by area.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// An area: its zones as constant and variant, and the areas in it.
#[derive(Default)]
struct Area<'a> {
    zones: Vec<(String, String)>,
    areas: BTreeMap<&'a str, Area<'a>>,
}

impl Area<'_> {
    fn write(&self, to: &mut String) {
        for (constant, variant) in &self.zones {
            writeln!(to, "pub const {constant}: crate::Tz = crate::Tz::{variant};").expect("a string takes all");
        }
        for (name, area) in &self.areas {
            writeln!(to, "pub mod {name} {{").expect("a string takes all");
            area.write(to);
            to.push_str("}\n");
        }
    }
}

/// A part of a name as Rust can write it: `GMT+1` is `GMTPlus1`, `Port-au-Prince` is `PortauPrince`.
fn word(part: &str) -> String {
    let dash = part.find('-').map_or("", |at| if part[at + 1..].starts_with(|c: char| c.is_ascii_digit()) { "Minus" } else { "" });
    part.replace('-', dash).replace('+', "Plus")
}

fn main() {
    println!("cargo::rerun-if-changed=names.txt");
    let mut names: Vec<_> = include_str!("names.txt").lines().collect();
    names.sort_unstable();
    let (mut variants, mut values, mut all) = (String::new(), String::new(), Area::default());
    for name in &names {
        let parts: Vec<_> = name.split('/').collect();
        let variant = parts.iter().copied().map(word).collect::<Vec<_>>().join("__");
        writeln!(variants, "{variant},").expect("a string takes all");
        writeln!(values, "Tz::{variant},").expect("a string takes all");
        let mut area = &mut all;
        for part in &parts[..parts.len() - 1] {
            area = area.areas.entry(part).or_default();
        }
        area.zones.push((word(parts[parts.len() - 1]), variant));
    }
    let mut text = format!(
        "/// A time zone by its name.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[repr(u16)]\npub enum Tz {{\n{variants}}}\n\
         const NAMES: [&str; {count}] = {names:?};\nconst ALL: [Tz; {count}] = [\n{values}];\n",
        count = names.len(),
    );
    all.write(&mut text);
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("zones.rs"), text).expect("the folder can be written to");
}
