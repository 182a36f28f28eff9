//! What the command line says when something is wrong: one case a message, with what is run and what is read. `UPDATE=1` rewrites
//! what is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the cases; a case is its commands, a line each after `$ `, and what they say.
const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors/cli");

/// A brief, its plan and calendar, which lie in the folder of each case. They stay as they are when plans get better.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors/cli/files");

/// Noon of the tenth day of that block.
const NOW: &str = "1804680000";

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Runs the commands of a case in a folder of its own and returns what the case should be.
fn told(case: &Path) -> String {
    let name = case.file_stem().expect("a name").to_string_lossy().into_owned();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("messages").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["brief.json", "plan.json", "own.ics"] {
        fs::copy(Path::new(EXAMPLE).join(name), folder.join(name)).expect("a file of the example");
    }
    let programs = Path::new(env!("CARGO_BIN_EXE_runweave")).parent().expect("a folder");
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    let text = fs::read_to_string(case).expect("a case");
    let mut said = String::new();
    for line in text.lines().filter(|line| line.starts_with("$ ")) {
        let command = &line[2..];
        let mut shell = Command::new("sh");
        shell.args(["-c", command]).current_dir(&folder).env("PATH", &path).env("SOURCE_DATE_EPOCH", NOW);
        shell.env("TZ", "UTC").env("LC_ALL", "C.UTF-8").env_remove("RAYON_NUM_THREADS");
        let ran = shell.output().expect("a shell");
        said.push_str(line);
        said.push('\n');
        if command.contains("runweave") {
            said.push_str(&String::from_utf8_lossy(&ran.stderr));
            if command.contains("2>&1") {
                said.push_str(&String::from_utf8_lossy(&ran.stdout));
            }
            said.extend(["[exit ", &ran.status.code().unwrap_or(-1).to_string(), "]\n"]);
        }
    }
    said
}

/// Whether the cases are being rewritten: what they say is read the next time.
fn updating() -> bool {
    std::env::var("UPDATE").is_ok_and(|wish| wish == "1")
}

#[test]
fn every_case_says_what_it_says_here() {
    let mut differing = Vec::new();
    for case in files(Path::new(CASES), "txt") {
        let said = told(&case);
        assert!(!said.contains("panicked"), "{said}");
        if updating() {
            fs::write(&case, &said).unwrap();
        } else if fs::read_to_string(&case).unwrap() != said {
            differing.push(said);
        }
    }
    assert!(differing.is_empty(), "run with UPDATE=1 if these are better:\n{}", differing.join("\n"));
}

#[test]
fn what_is_wrong_is_told_with_what_would_be_right() {
    if updating() {
        return;
    }
    for case in files(Path::new(CASES), "txt") {
        let text = fs::read_to_string(&case).unwrap();
        for message in text.split("error: ").skip(1) {
            let guides =
                ["hint: ", "help: ", "tip: ", "Usage: ", "expected", "such as", "possible values", "has to be"];
            let says = guides.iter().any(|guide| message.contains(guide))
                || message.lines().next().unwrap_or("").contains([';', ':']);
            assert!(says, "{}: nothing says what to do\n{message}", case.display());
        }
    }
}

/// Where the sentences come from that a person gets when something is wrong.
const SOURCES: [&str; 42] = [
    "app/ask.rs",
    "app/error.rs",
    "app/next.rs",
    "cli/inputs.rs",
    "cli/check.rs",
    "cli/serve.rs",
    "serve/feed.rs",
    "serve/mod.rs",
    "serve/secret.rs",
    "world/files.rs",
    "world/folder.rs",
    "cli/found.rs",
    "cli/init.rs",
    "cli/init/answers.rs",
    "world/lock.rs",
    "world/plans.rs",
    "cli/log.rs",
    "cli/log/record.rs",
    "cli/man.rs",
    "cli/next.rs",
    "cli/outputs.rs",
    "cli/plan.rs",
    "cli/replan.rs",
    "cli/rules.rs",
    "cli/show.rs",
    "cli/undo.rs",
    "cli/watch.rs",
    "cli/why.rs",
    "intake/activity.rs",
    "intake/busy.rs",
    "intake/busy/tally.rs",
    "intake/phrases/event.rs",
    "intake/phrases/free.rs",
    "intake/phrases/free/away.rs",
    "intake/phrases/free/gather.rs",
    "intake/phrases/free/open_ended.rs",
    "intake/phrases/session.rs",
    "intake/phrases/session/draft.rs",
    "intake/phrases/session/share_out.rs",
    "follow/log/read.rs",
    "plan/parse.rs",
    "plan/sound.rs",
];

/// Sentences of these files that no file on its own brings about, and why.
const BESIDE: [(&str, &str); 34] = [
    ("is there already.", "what a person is asked at a terminal; tests/init/check answers it"),
    ("Write a new one over it", "what a person is asked at a terminal; tests/init/check answers it"),
    ("All weeks: runweave show", "how to see the rest of a plan: nothing is wrong"),
    ("for general fitness at an intermediate level", "whose numbers a rule shows: nothing is wrong"),
    ("of this brief", "whose numbers a rule shows: nothing is wrong"),
    ("Looking for a better placement", "how far it is, at a terminal"),
    ("Weighing the places", "how far it is, at a terminal"),
    ("write the manual page", "standard output has to fail"),
    ("more different runs are wanted", "no brief is known that asks for so many"),
    ("a run cannot have the only place", "what a question is told in its own words"),
    ("the brief with", "what a brief is called that this program wrote itself"),
    ("the next brief", "what a brief is called that this program wrote itself"),
    ("cannot be used:", "what every other check of a line let through"),
    ("has been writing in", "two minutes are long, see tests/again"),
    ("run this again when the other has ended", "two minutes are long, see tests/again"),
    ("for another runweave that writes in", "it takes two commands, see tests/again"),
    ("there is no plan in the folder yet", "what a subscriber is told, see tests/serve"),
    ("of this machine", "a port that is taken, see tests/serve"),
    ("listen on port", "a port that is taken, see tests/serve"),
    ("Subscribe to these on this machine", "it serves until it is ended, see tests/serve"),
    ("running already?", "a port that is taken, see tests/serve"),
    ("too many connections at a time", "what a client of the feed is told, see tests/serve"),
    ("cannot be written: the addresses", "a folder that may not be written to"),
    ("gives no random numbers", "a system without them"),
    ("move it away", "what lies in the folder of an assistant, see tests/mcp"),
    ("another command has just planned into", "it takes two commands at one moment"),
    ("make a revision of that plan", "it takes two commands at one moment"),
    ("fewer runs cannot move", "a run is rather left out than moved against a limit"),
    ("old places would be worse than every price", "no brief is known whose wishes weigh so much"),
    ("the same command goes on from there", "asked at a terminal, see tests/init"),
    ("Go on with your answers", "asked at a terminal, see tests/init"),
    ("Nothing was written.", "asked at a terminal, see tests/init"),
    ("Plan it at once?", "asked at a terminal, see tests/init"),
    ("Write over it at the end?", "asked at a terminal, see tests/init"),
];

/// The text in quotes of a source file, without its tests and comments, line continuations joined.
fn quoted(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut texts = Vec::new();
    for line in joined(source) {
        let line = line.trim_start();
        if line.starts_with("//") || line.starts_with('#') {
            continue;
        }
        let mut rest = line.replace("'\"'", "").replace("\\\"", "\u{1}");
        while let Some(start) = rest.find('"') {
            let after = &rest[start + 1..];
            let Some(end) = after.find('"') else { break };
            texts.push(after[..end].replace('\u{1}', "\"").replace("\\n", " "));
            rest = after[end + 1..].to_owned();
        }
    }
    texts
}

/// Lines, those that end in a backslash with the next.
fn joined(source: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for line in source.lines() {
        match lines.last_mut().filter(|_| open) {
            Some(last) => last.push_str(line.trim_start()),
            None => lines.push(line.to_owned()),
        }
        open = lines.last().is_some_and(|last| last.ends_with('\\'));
        if let Some(last) = lines.last_mut().filter(|_| open) {
            last.pop();
        }
    }
    lines
}

/// The longest stretch of a sentence that is the same whatever is filled in, if it has three words.
fn constant(text: &str) -> Option<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in text.replace("{{", "\u{2}").replace("}}", "\u{3}").chars() {
        match letter {
            '{' => {
                depth += 1;
                parts.push(String::new());
            }
            '}' => depth -= 1,
            '\u{2}' => parts.last_mut()?.push('{'),
            '\u{3}' => parts.last_mut()?.push('}'),
            _ if depth == 0 => parts.last_mut()?.push(letter),
            _ => {}
        }
    }
    let parts = parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.max_by_key(String::len).filter(|part| part.split(' ').count() >= 3)
}

#[test]
fn every_sentence_about_something_wrong_is_in_a_case() {
    if updating() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let goldens = files(&folder.join("tests/errors"), "txt");
    // What phrases are refused for is in the table of phrases.
    let goldens = goldens.into_iter().chain([folder.join("tests/phrases/table.txt")]);
    let told: Vec<String> = goldens.map(|path| fs::read_to_string(path).unwrap()).collect();
    let told = told.join("\n").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut untold = BTreeSet::new();
    for source in SOURCES {
        let text = fs::read_to_string(folder.join("src").join(source)).unwrap();
        for sentence in quoted(&text).iter().filter_map(|text| constant(text)) {
            if !told.contains(&sentence) && !BESIDE.iter().any(|(beside, _)| sentence.contains(beside)) {
                untold.insert(format!("{source}: {sentence}"));
            }
        }
    }
    assert!(
        untold.is_empty(),
        "no case in tests/errors/cli says:\n{}",
        untold.into_iter().collect::<Vec<_>>().join("\n")
    );
}
