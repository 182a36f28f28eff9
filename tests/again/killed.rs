//! kill -9 at any moment of any command.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::*;

/// The files of a folder in the order in which they take their names.
const FILES: [&str; 4] = ["brief.json", "plan.json", "plan.html", "plan.ics"];

type Held = BTreeMap<&'static str, Vec<u8>>;

fn held(folder: &Path) -> Held {
    FILES.into_iter().filter_map(|name| Some((name, fs::read(folder.join(name)).ok()?))).collect()
}

/// Makes a folder hold these files and nothing else.
fn restore(folder: &Path, held: &Held) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (name, bytes) in held {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// When a command is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// After so long.
    After(Duration),
    /// As soon as the folder has been seen to look different so many times: files come, grow, take their names.
    AtChange(usize),
}

fn killed(command: &mut Command, folder: &Path, moment: Moment) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    match moment {
        Moment::After(time) => std::thread::sleep(time),
        Moment::AtChange(number) => wait(&mut child, folder, number),
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

fn wait(child: &mut Child, folder: &Path, number: usize) {
    let look = || -> BTreeMap<PathBuf, (u64, Option<std::time::SystemTime>)> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let seen = entries.filter_map(|entry| {
            let file = entry.metadata().ok()?;
            Some((entry.path(), (file.len(), file.modified().ok())))
        });
        seen.collect()
    };
    let (mut last, mut changes) = (look(), 0);
    while changes < number && child.try_wait().unwrap().is_none() {
        let now = look();
        changes += usize::from(now != last);
        last = now;
    }
}

fn command(arguments: &[Said]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.args(arguments).env("SOURCE_DATE_EPOCH", LATER);
    command
}

/// Kills a command that turns the files of `folder` into others, at many moments.
fn judge(arguments: &[Said], folder: &Path) {
    let old = held(folder);
    let started = std::time::Instant::now();
    succeeds(&command(arguments).output().unwrap());
    let whole = started.elapsed();
    let new = held(folder);
    assert_ne!(old, new, "the command changes nothing");
    let early = (1..8).map(|part| Moment::After(whole * part / 8));
    let late = (0..8).map(|part| Moment::After(whole * (80 + 2 * part) / 100));
    let seen = (1..=10).map(Moment::AtChange);
    for moment in early.chain(late).chain(seen) {
        restore(folder, &old);
        killed(&mut command(arguments), folder, moment);
        let now = held(folder);
        let turned = FILES.map(|name| (now.get(name) == new.get(name), now.get(name) == old.get(name)));
        assert!(turned.iter().all(|(new, old)| *new || *old), "{moment:?}: a file is neither old nor new: {turned:?}");
        let in_order = (0..=FILES.len())
            .any(|first| turned[..first].iter().all(|(new, _)| *new) && turned[first..].iter().all(|(_, old)| *old));
        assert!(in_order, "{moment:?}: a file is new before the one that it is made from: {turned:?}");
        if now != old && now != new {
            succeeds(&command(arguments).output().unwrap());
            assert_eq!(held(folder), new, "{moment:?}: running it again did not mend it");
        }
    }
}

#[test]
fn plan_that_is_killed_leaves_each_file_old_or_new_and_whole() {
    let folder = planned();
    let path = folder.write("changed.json", &changes()[0].after);
    let block = folder.path("block");
    judge(&[&"plan", &path, &"-o", &block], &block);
}

#[test]
fn replan_that_is_killed_leaves_each_file_old_or_new_and_whole() {
    let folder = planned();
    let path = folder.write("changed.json", &changes()[1].after);
    judge(&[&"replan", &folder.path("block/plan.json"), &"--from", &FROM, &"--brief", &path], &folder.path("block"));
}

#[test]
fn next_that_is_killed_leaves_each_file_absent_or_new_and_whole() {
    let folder = planned();
    let next = folder.path("next");
    judge(&[&"next", &folder.path("block/plan.json"), &"-o", &next], &next);
}

#[test]
fn what_was_left_between_two_revisions_is_told_and_mended_by_the_next_run() {
    let folder = planned();
    let block = folder.path("block");
    let old = held(&block);
    let path = folder.write("changed.json", &changes()[1].after);
    let (plan, next) = (folder.path("block/plan.json"), folder.path("next"));
    let replan: [Said; 6] = [&"replan", &plan, &"--from", &FROM, &"--brief", &path];
    succeeds(&command(&replan).output().unwrap());
    let new = held(&block);
    let commands: [&[Said]; 2] = [&replan, &[&"replan", &plan, &"--from", &FROM]];
    for again in commands {
        for name in ["plan.html", "plan.ics"] {
            fs::write(block.join(name), &old[name]).unwrap();
        }
        let output = command(again).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(held(&block), new);
        assert!(told.contains("plan.ics was not of this revision of the plan and is written anew."), "{told}");
    }
    // A brief without its plan is what `next` leaves when it dies after its first file.
    let following: [Said; 4] = [&"next", &plan, &"-o", &next];
    succeeds(&command(&following).output().unwrap());
    let whole = held(&next);
    restore(&next, &Held::from([("brief.json", whole["brief.json"].clone())]));
    succeeds(&command(&following).output().unwrap());
    assert_eq!(held(&next), whole);
}

#[test]
fn what_a_killed_command_left_unfinished_is_taken_away_when_it_is_old() {
    let folder = planned();
    let (stale, fresh) = (folder.path("block/.runweave-stale"), folder.path("block/.runweave-fresh"));
    for path in [&stale, &fresh] {
        fs::write(path, "{").unwrap();
    }
    let yesterday = std::time::SystemTime::now() - Duration::from_secs(86_400);
    fs::File::options().write(true).open(&stale).unwrap().set_modified(yesterday).unwrap();
    replan(&folder, LATER, &[]);
    assert!(!stale.exists() && fresh.exists());
}

#[test]
fn a_log_that_is_killed_while_it_is_written_loses_nothing() {
    let folder = Folder::new();
    let log = folder.path("log.jsonl");
    let mut known = String::new();
    for nth in 0..30u64 {
        let day = format!("2026-12-{:02}", nth + 1);
        let moment =
            if nth % 2 == 0 { Moment::After(Duration::from_millis(nth)) } else { Moment::AtChange(nth as usize % 3) };
        let mut command = command(&[&"log", &log, &"checkin", &"--date", &day, &"--sleep", &"7"]);
        killed(&mut command, &folder.path(""), moment);
        let now = fs::read_to_string(&log).unwrap_or_default();
        assert!(now.starts_with(&known) && (now.is_empty() || now.ends_with('\n')), "{now:?}");
        known = now;
    }
}
