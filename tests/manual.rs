//! The manual: the help of every command, as people read it. `UPDATE=1` rewrites it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn said(args: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_runweave"))
        .args(args)
        .env("COLUMNS", "100")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// The commands that the program's help lists.
fn commands() -> Vec<String> {
    let help = said(&["--help"]);
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let starts = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    starts.map(|line| line.split_whitespace().next().unwrap().to_owned()).filter(|name| name != "help").collect()
}

#[test]
fn the_manual_is_the_help_of_every_command() {
    let mut manual = format!("$ runweave --help\n\n{}", said(&["--help"]));
    for command in commands() {
        manual.extend(["\n\n$ runweave ", &command, " --help\n\n", &said(&[&command, "--help"])]);
    }
    let trimmed: String = manual.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.txt");
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        fs::create_dir_all(golden.parent().unwrap()).unwrap();
        fs::write(&golden, &trimmed).unwrap();
    }
    assert!(
        fs::read_to_string(&golden).unwrap_or_default() == trimmed,
        "run with UPDATE=1 if this is better:\n{trimmed}"
    );
}

#[test]
fn every_line_of_help_fits_and_says_something() {
    for command in commands() {
        let help = said(&[&command, "--help"]);
        let wide: Vec<&str> = help.lines().filter(|line| line.chars().count() > 100).collect();
        assert!(wide.is_empty(), "{command}: {wide:?}");
        // An option or argument stands alone in its line only where the next one explains it.
        let lines: Vec<&str> = help.lines().collect();
        for pair in lines.windows(2) {
            let flag = pair[0].trim_start();
            let argument = flag.starts_with('<') || flag.starts_with('[') && !flag.starts_with("[default");
            let option = flag.starts_with('-') && !flag.starts_with("- ");
            let alone = (argument || option) && !flag.contains("  ");
            assert!(!alone || pair[1].starts_with("          "), "{command}: `{flag}` is not explained");
        }
    }
}

#[test]
fn every_command_has_a_page_and_every_shell_its_completions() {
    for command in commands() {
        let page = said(&["man", &command]);
        assert!(page.contains(".TH") && page.contains(&format!("runweave\\-{command}")), "{page}");
    }
    assert!(said(&["man"]).contains(".SH SUBCOMMANDS"));
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not complete {command}");
        }
    }
}
