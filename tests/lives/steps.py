"""Judges each step of a life from the files alone, without the program that wrote them."""

import collections
import datetime
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "coach"))

from judge import hours, places, sport, windows  # noqa: E402
from judge.plan import Plan  # noqa: E402
from judge.verdict import Judgement  # noqa: E402

LEAST = 0.95  # of what is run now
FEW = 2


def runs(plan, first):
    """Every run from a day on, by id: start, minutes, type."""
    return {
        it["id"]: (it["start"], it["minutes"], it["run"]["type"])
        for week in plan["weeks"] for it in week["sessions"] if it["kind"] == "run" and it["start"][:10] >= first.isoformat() and is_planned(it)
    }


def changes(before, after, first, done):
    """For each week how many runs ahead that were not done stand elsewhere, are gone, are new, and are otherwise not what they were."""
    old, new = runs(before, first), runs(after, first)
    weeks = collections.defaultdict(lambda: [0, 0, 0, 0])
    for id in {*old, *new} - set(done):
        if id not in new:
            weeks[id[:3]][1] += 1
        elif id not in old:
            weeks[id[:3]][2] += 1
        elif old[id][0] != new[id][0]:
            weeks[id[:3]][0] += 1
        elif old[id] != new[id]:
            weeks[id[:3]][3] += 1
    return weeks


def not_allowed(before, after, first):
    """Ids of runs of before that could not stay: alone where they stood they break a must beside what is fixed now."""
    own = {it["id"]: it for week in before["weeks"] for it in week["sessions"] if it["kind"] == "run" and is_planned(it)}
    stood = json.loads(json.dumps(after))
    for week in stood["weeks"]:
        if week["start"] >= (first - datetime.timedelta(days=6)).isoformat():
            old = [it for id, it in own.items() if id[:3] == f"w{week['number']:02}" and it["start"][:10] >= first.isoformat()]
            week["sessions"] = [it for it in week["sessions"] if it["kind"] != "run" or not is_planned(it)] + old
    plan = Plan(stood)
    found, beside = set(), collections.defaultdict(list)
    for run, session in sport.pairs(plan):
        beside[run.id].append(session)
    for run in plan.runs:
        if run.id in own and run.day >= first:
            alone = [it for session in beside[run.id] for it in hours.with_session(plan, run, session)]
            is_free = windows.holds(plan, run.day, run.clock, run.minutes) and places.free_of_busy(plan, run)
            if alone or not (is_free or run.attached):
                found.add(run.id)
    return found


def is_planned(it):
    """Whether a run is the planner's to move: no race, none of the person's own."""
    return it["run"]["type"] != "race" and not it["run"].get("own")


def of_all(weeks):
    return tuple(sum(it[kind] for it in weeks.values()) for kind in range(4))


def of_one(weeks):
    """The week with the most changes: what comes every week is counted in one."""
    return tuple(max(weeks.values(), key=lambda it: sum(it[:3]), default=[0, 0, 0, 0]))


def as_done(plan):
    """The plan without the runs that were missed: they stand in its past as they were published."""
    plan = json.loads(json.dumps(plan))
    history = plan.get("history") or {}
    if history.get("runs") is not None:
        done = {it.get("planned") for it in history["runs"]}
        for week in plan["weeks"]:
            week["sessions"] = [it for it in week["sessions"] if it["kind"] != "run" or it["start"][:10] >= history["from"] or it["id"] in done]
            week.pop("run_minutes", None)
    return plan


def musts(plan, known):
    """Musts that are broken and were not before, but for those that the person's own appointments break among themselves."""
    broken = [it for it in Judgement(as_done(plan)).musts if it not in known]
    if not broken:
        return []
    bare = as_done(plan)
    for week in bare["weeks"]:
        week["sessions"] = [it for it in week["sessions"] if it["kind"] != "run" or not is_planned(it)]
    theirs = set(Judgement(bare).musts)
    return [it for it in broken if it not in theirs]


def ahead(musts, first):
    """Those of them that are about a day from one on: what is past stands beside a fixed week that it was not planned for."""
    def days(text):
        told = re.findall(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d\d) (\w{3}) \d\d:\d\d", text)
        return [datetime.datetime.strptime(f"{day} {month} {first.year}", "%d %b %Y").date() for day, month in told]
    return [it for it in musts if not days(it) or max(days(it)) >= first]


def thin_weeks(plan, first, reasons):
    """Full weeks ahead below what is run now without anything that says why."""
    now = plan["brief"]["running"]["current_weekly_minutes"]
    told = any(it.startswith(("You run ", "You asked ", "Your goal ")) for it in plan["warnings"])
    found = []
    for week in plan["weeks"]:
        monday = datetime.date.fromisoformat(week["start"])
        light = week["deload"] or week["phase"] in ("taper", "recovery") or any(it["kind"] == "run" and it["run"]["type"] == "race" for it in week["sessions"])
        if monday < first or light or week["unplaced"] or told or week["number"] in reasons:
            continue
        minutes = sum(it["minutes"] for it in week["sessions"] if it["kind"] == "run")
        if minutes < LEAST * now - 2.5:
            found.append(f"week {week['number']}: {minutes} min of {now} without a word")
    return found
