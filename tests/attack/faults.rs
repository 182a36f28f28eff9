//! Disks that are full, folders that cannot be written, pipes that close: a clear error, the right status, nothing half written.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use super::program::{BRIEF, folder, names, refused, run, shell};

const BRIEF_ALONE: [&str; 1] = ["brief.json"];

/// Runs a line of the shell as somebody who is not almighty: for root no folder is read-only and no file unreadable.
fn as_anybody(folder: &Path, line: &str) -> std::process::Output {
    let whoami = shell(folder, "id -u");
    if whoami.stdout != b"0\n" {
        return shell(folder, line);
    }
    // Nobody may not look into the folder that the program was built in. It is copied by another process: what this one has open for
    // writing is open in every child of the other tests too, and a file that is being written cannot be run.
    assert!(shell(folder, "cp \"$runweave\" runweave").status.success());
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    let quoted = line.replace('\'', "'\\''");
    let output = shell(
        folder,
        &format!("runweave=./runweave setpriv --reuid=65534 --regid=65534 --clear-groups sh -c '{quoted}'"),
    );
    fs::remove_file(folder.join("runweave")).unwrap();
    output
}

#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let folder = folder();
    // A file may grow to one block; a write beyond it fails as on a full disk.
    let full = "trap '' XFSZ; ulimit -f 1;";
    let said = refused(&shell(folder.path(), &format!("{full} \"$runweave\" plan brief.json")), 2);
    assert!(said.contains("cannot write"), "{said}");
    assert_eq!(names(folder.path()), BRIEF_ALONE);

    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    let before = fs::read(folder.path().join("plan.json")).unwrap();
    fs::write(folder.path().join("brief.json"), BRIEF.replace("\"wed\"", "\"thu\"")).unwrap();
    let all = names(folder.path());
    for line in ["plan brief.json", "replan plan.json --from 2026-12-01 --brief brief.json", "next plan.json -o ."] {
        refused(&shell(folder.path(), &format!("{full} \"$runweave\" {line}")), 2);
        assert_eq!(fs::read(folder.path().join("plan.json")).unwrap(), before, "{line}");
        assert_eq!(names(folder.path()), all, "{line}");
    }
}

#[test]
fn a_log_on_a_full_disk_stays_as_it_was() {
    let folder = folder();
    let log = folder.path().join("log.jsonl");
    let note = "x".repeat(1500);
    let line = format!("trap '' XFSZ; ulimit -f 1; \"$runweave\" log log.jsonl done w01-long --note {note}");
    // No byte of the line fits, or a part of it does, or the log has yet to be begun.
    for before in [30, 12, 0] {
        let written = "{\"type\":\"done\",\"id\":\"w01-easy-1\"}\n".repeat(before);
        fs::write(&log, &written).unwrap();
        let said = refused(&shell(folder.path(), &line), 2);
        assert!(said.starts_with("error: cannot write to `log.jsonl`") && !said.contains("hint"), "{said}");
        assert_eq!(fs::read_to_string(&log).unwrap(), written);
    }
}

#[test]
fn standard_output_that_takes_nothing_is_an_error_and_a_closed_pipe_is_none() {
    let folder = folder();
    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    for line in
        ["show plan.json", "plan brief.json -o -", "rules", "check plan.json", "schema plan", "man", "completions bash"]
    {
        if Path::new("/dev/full").exists() {
            let said = refused(&shell(folder.path(), &format!("\"$runweave\" {line} > /dev/full")), 2);
            assert!(said.contains("standard output"), "{line}: {said}");
        }
        let closed = shell(folder.path(), &format!("{{ \"$runweave\" {line}; echo $? >&2; }} | true"));
        assert_eq!(closed.stderr, b"0\n", "{line}: {}", String::from_utf8_lossy(&closed.stderr));
        let without = shell(folder.path(), &format!("\"$runweave\" {line} >&- 2>&-"));
        assert_ne!(without.status.code(), None, "{line}");
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    let folder = folder();
    let locked = folder.path().join("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    for line in ["\"$runweave\" plan brief.json -o locked", "\"$runweave\" plan brief.json -o locked/deeper"] {
        let said = refused(&as_anybody(folder.path(), line), 2);
        assert!(said.contains("permission denied"), "{said}");
    }
    let said = refused(&as_anybody(folder.path(), "\"$runweave\" log locked/log.jsonl done w01-easy-1"), 2);
    assert!(said.contains("permission denied"), "{said}");
    assert!(names(&locked).is_empty());
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    for name in ["brief.json", "plan.json"] {
        fs::set_permissions(at(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    for line in ["plan brief.json", "show plan.json", "check brief.json", "next plan.json"] {
        let said = refused(&as_anybody(folder.path(), &format!("\"$runweave\" {line}")), 2);
        assert!(said.contains("permission denied"), "{said}");
    }
}

#[test]
fn what_is_no_file_is_not_read_or_written_as_one() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("directory")).unwrap();
    for line in ["plan directory", "show directory", "log directory show", "log directory done w01-easy-1"] {
        refused(&run(folder.path(), &line.split(' ').collect::<Vec<_>>()), 2);
    }
    for out in ["brief.json", "brief.json/deeper"] {
        refused(&run(folder.path(), &["plan", "brief.json", "-o", out]), 2);
    }
    fs::create_dir(at("plan.ics")).unwrap();
    let said = refused(&run(folder.path(), &["plan", "brief.json"]), 2);
    assert!(said.contains("directory"), "{said}");
    assert_eq!(names(folder.path()), ["brief.json", "directory", "plan.ics"]);
    assert_eq!(fs::read_to_string(at("brief.json")).unwrap(), BRIEF);
}

#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_written() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("shared")).unwrap();
    fs::write(at("shared/training.ics"), "").unwrap();
    symlink("shared/training.ics", at("plan.ics")).unwrap();
    symlink("nowhere", at("plan.html")).unwrap();
    symlink("round", at("round")).unwrap();
    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    assert!(fs::symlink_metadata(at("plan.ics")).unwrap().is_symlink());
    assert!(fs::read_to_string(at("shared/training.ics")).unwrap().starts_with("BEGIN:VCALENDAR"));
    assert!(fs::read_to_string(at("plan.html")).unwrap().starts_with("<!DOCTYPE"));
    assert_eq!(names(&at("shared")), ["training.ics"]);
    refused(&run(folder.path(), &["show", "round"]), 2);
    refused(&run(folder.path(), &["plan", "brief.json", "-o", "round"]), 2);
}

#[test]
fn who_may_read_a_file_stays_as_it_is_and_follows_the_umask_where_it_is_new() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode() & 0o777;
    for (umask, new) in [("077", 0o600), ("022", 0o644), ("002", 0o664)] {
        let out = format!("umask-{umask}");
        let line = format!("umask {umask}; \"$runweave\" plan brief.json -o {out}");
        assert!(shell(folder.path(), &line).status.success());
        assert_eq!(["plan.json", "plan.html", "plan.ics"].map(|name| mode(&format!("{out}/{name}"))), [new; 3]);
    }
    for kept in [0o600, 0o640, 0o664] {
        fs::set_permissions(at("umask-022/plan.json"), fs::Permissions::from_mode(kept)).unwrap();
        let line = format!("umask 022; \"$runweave\" plan brief.json -o umask-022 --seed {kept}");
        assert!(shell(folder.path(), &line).status.success());
        assert_eq!((mode("umask-022/plan.json"), mode("umask-022/plan.ics")), (kept, 0o644));
    }
}

#[test]
fn a_file_is_not_written_over_by_what_is_made_from_it() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::rename(at("brief.json"), at("plan.json")).unwrap();
    refused(&run(folder.path(), &["plan", "plan.json"]), 2);
    assert_eq!(fs::read_to_string(at("plan.json")).unwrap(), BRIEF);
    assert_eq!(names(folder.path()), ["plan.json"]);
    fs::rename(at("plan.json"), at("brief.json")).unwrap();

    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    let plan = fs::read(at("plan.json")).unwrap();
    for file in ["brief.json", "plan.json", "plan.ics", "plan.html"] {
        let before = fs::read(at(file)).unwrap();
        refused(&run(folder.path(), &["log", file, "done", "w01-easy-1"]), 2);
        assert_eq!(fs::read(at(file)).unwrap(), before, "{file} is no log");
    }
    refused(&run(folder.path(), &["plan", "plan.json"]), 2);
    assert_eq!(fs::read(at("plan.json")).unwrap(), plan);
}
