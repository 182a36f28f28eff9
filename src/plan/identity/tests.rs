use super::*;
use crate::plan::fixture::{self, entry};

const FIRST: &str = "2027-03-01T08:00:00Z";
const THEN: &str = "2027-03-20T08:00:00Z";
const LATER: &str = "2027-03-21T09:00:00Z";

fn stamped() -> Plan {
    let mut plan = fixture::plan();
    stamp(&mut plan, None, FIRST);
    plan
}

fn again(earlier: &Plan, now: &str, change: impl Fn(&mut Plan)) -> Plan {
    let mut plan = fixture::plan();
    change(&mut plan);
    stamp(&mut plan, Some(earlier), now);
    plan
}

fn moved(plan: &mut Plan) {
    let Entry::Run(run) = entry(plan, "w01-easy-1") else { panic!("a run") };
    run.start.0 += chrono::Duration::days(1);
}

fn without_easy_run(plan: &mut Plan) {
    plan.weeks[0].sessions.retain(|entry| entry.id() != "w01-easy-1");
}

fn versions(plan: &Plan) -> Vec<(u32, &str)> {
    entries(plan).map(|entry| (entry.revision().sequence, entry.revision().changed.as_str())).collect()
}

#[test]
fn a_first_plan_starts_at_zero() {
    let plan = stamped();
    assert_eq!(versions(&plan), [(0, FIRST), (0, FIRST), (0, FIRST)]);
    assert_eq!((plan.revision, plan.created.as_str()), (1, FIRST));
}

#[test]
fn every_entry_has_a_uid_of_its_own() {
    let plan = stamped();
    let uids: BTreeSet<_> = entries(&plan).map(|entry| entry.revision().uid.clone()).collect();
    assert_eq!(uids.len(), 3);
    assert!(uids.iter().all(|uid| Uuid::parse_str(uid).is_ok()));
}

#[test]
fn an_unchanged_plan_stays_as_it_was() {
    let earlier = stamped();
    assert_eq!(again(&earlier, THEN, |_| {}), earlier);
}

#[test]
fn a_plan_planned_again_keeps_the_id_of_the_earlier_one() {
    let earlier = stamped();
    let plan = again(&earlier, THEN, |plan| plan.id = "another".to_owned());
    assert_eq!(plan, earlier);
}

#[test]
fn a_moved_run_keeps_its_uid_and_goes_up_by_one() {
    let earlier = stamped();
    let plan = again(&earlier, THEN, moved);
    assert_eq!(versions(&plan), [(0, FIRST), (1, THEN), (0, FIRST)]);
    assert!(entries(&plan).zip(entries(&earlier)).all(|(new, old)| new.revision().uid == old.revision().uid));
    assert_eq!((plan.revision, plan.created.as_str()), (2, THEN));
}

#[test]
fn a_pin_is_no_visible_change_of_an_event() {
    let plan = again(&stamped(), THEN, |plan| {
        let Entry::Run(run) = entry(plan, "w01-long") else { panic!("a run") };
        run.pin = true;
    });
    assert_eq!(versions(&plan), [(0, FIRST), (0, FIRST), (0, FIRST)]);
}

#[test]
fn miles_and_alarms_change_the_runs_alone() {
    for display in [json!({ "units": "mi" }), json!({ "alarm_minutes": 30 })] {
        let plan = again(&stamped(), THEN, |plan| plan.brief["display"] = display.clone());
        assert_eq!(versions(&plan), [(0, FIRST), (1, THEN), (1, THEN)]);
    }
}

#[test]
fn another_zone_changes_everything() {
    let plan = again(&stamped(), THEN, |plan| plan.timezone = "Europe/Paris".to_owned());
    assert_eq!(versions(&plan), [(1, THEN), (1, THEN), (1, THEN)]);
}

#[test]
fn what_is_gone_becomes_a_tombstone() {
    let earlier = stamped();
    let plan = again(&earlier, THEN, without_easy_run);
    let [gone] = plan.cancelled.as_slice() else { panic!("one tombstone: {:?}", plan.cancelled) };
    assert_eq!((gone.id.as_str(), gone.run), ("w01-easy-1", true));
    assert_eq!((gone.revision.sequence, gone.revision.changed.as_str()), (1, THEN));
    assert_eq!(gone.revision.uid, entries(&earlier).nth(1).unwrap().revision().uid);
    assert_eq!(plan.revision, 2);
}

#[test]
fn a_tombstone_stays_as_it_is_until_its_day_is_past() {
    let cancelled = again(&stamped(), THEN, without_easy_run);
    let on_the_day = again(&cancelled, "2027-03-25T23:30:00Z", without_easy_run);
    assert_eq!(on_the_day, cancelled);
    let day_after = again(&on_the_day, "2027-03-26T00:30:00Z", without_easy_run);
    assert_eq!(day_after.cancelled, []);
    assert_eq!((day_after.revision, &day_after.created), (cancelled.revision, &cancelled.created));
}

#[test]
fn what_is_taken_back_after_its_day_is_told_once() {
    let plan = again(&stamped(), "2027-04-10T08:00:00Z", without_easy_run);
    assert_eq!(plan.cancelled.len(), 1);
    assert_eq!(again(&plan, "2027-04-11T08:00:00Z", without_easy_run).cancelled, []);
}

#[test]
fn what_returns_stands_above_its_tombstone() {
    let cancelled = again(&stamped(), THEN, without_easy_run);
    let plan = again(&cancelled, LATER, |_| {});
    assert_eq!(versions(&plan), [(0, FIRST), (2, LATER), (0, FIRST)]);
    assert_eq!(plan.cancelled, []);
    assert_eq!(plan.revision, 3);
}

#[test]
fn the_order_of_keys_makes_no_other_plan_but_content_and_seed_do() {
    let brief = json!({ "a": 1, "b": { "c": 2, "d": 3 } });
    let shuffled = json!({ "b": { "d": 3, "c": 2 }, "a": 1 });
    assert_eq!(plan_id(&brief, 1), plan_id(&shuffled, 1));
    assert_ne!(plan_id(&brief, 1), plan_id(&brief, 2));
    assert_ne!(plan_id(&brief, 1), plan_id(&json!({ "a": 1 }), 1));
}
