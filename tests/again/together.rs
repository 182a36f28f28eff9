//! Two commands at once in one folder end as one after the other.

use std::process::{Child, Command, Stdio};

use super::*;

fn start(arguments: &[Said]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.args(arguments).env("SOURCE_DATE_EPOCH", LATER).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

#[test]
fn two_that_plan_again_at_once_leave_the_files_of_the_later_one() {
    let folder = planned();
    let (plan, block) = (folder.path("block/plan.json"), folder.path("block"));
    let briefs = [1, 6].map(|one: usize| folder.write(&format!("changed-{one}.json"), &changes()[one].after));
    for round in 0..6 {
        let two =
            [0, 1].map(|one| start(&[&"replan", &plan, &"--from", &FROM, &"--brief", &briefs[one], &"-o", &block]));
        for mut child in two {
            assert!(child.wait().unwrap().success());
        }
        // The files belong together: planning again with nothing changed finds nothing to write anew.
        let output = runweave(LATER, &[&"replan", &plan, &"--from", &FROM]);
        assert_eq!(succeeds(&output), "Nothing has changed.\n", "round {round}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!told.contains("written anew"), "round {round}: {told}");
    }
}

#[test]
#[cfg(unix)]
fn a_command_waits_for_the_one_that_writes() {
    let folder = planned();
    let held = fs::File::open(folder.path("block")).unwrap();
    held.lock().unwrap();
    let brief = folder.write("changed.json", &changes()[1].after);
    let before = folder.text("block/plan.json");
    let mut child = start(&[&"replan", &folder.path("block/plan.json"), &"--from", &FROM, &"--brief", &brief]);
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert!(child.try_wait().unwrap().is_none(), "it did not wait");
    assert_eq!(folder.text("block/plan.json"), before);
    drop(held);
    assert!(child.wait().unwrap().success());
    assert_ne!(folder.text("block/plan.json"), before);
}
