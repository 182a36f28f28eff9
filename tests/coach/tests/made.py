"""Small plans for the tests of the judge, written as a diary: `"mon 18:00 easy 40"`, `"tue 18:00 @legs 60"`, `"wed 07:00 tempo 50 T20"`."""

import datetime
import re

FIRST = datetime.date(2027, 1, 4)
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SESSIONS = {
    "@legs": ("strength", "lower", "heavy"), "@full": ("strength", "full_body", "moderate"), "@upper": ("strength", "upper", "moderate"),
    "@yoga": ("mobility", None, None), "@ride": ("other", "lower", "heavy"), "@sport": ("other", "lower", "moderate"), "@match": ("other", "lower", "heavy"),
}
EFFORTS = {  # effort and zone of a step of work
    "T": ("comfortably hard, threshold", 4), "I": ("hard", 5), "R": ("fast", 5), "H": ("uphill, strong", 5), "S": ("sprint uphill", 5), "F": ("brisk", 4),
    "5K": ("at 5K pace", 5), "10K": ("at 10K pace", 4), "half": ("at half pace", 4), "M": ("at marathon pace", 3), "race": ("at race effort", 4),
}
CLASSES = {"long": "long", "race": "race", "easy": "easy", "recovery": "easy", "walk_run": "easy", "cooldown_jog": "easy"}
WORKOUTS = {"I": "vo2_3min", "R": "reps_400", "F": "fartlek_set", "S": "hill_sprints", "H": "hills_short"}


def steps(words, minutes):
    """Steps from words such as `T20`, `10K15`, `strides4`, `run3,2,3` (walks between) and `pulse`."""
    made = []
    for word in words:
        if word.startswith("run") and word[3:4].isdigit():
            for bout in word[3:].split(","):
                made += [{"minutes": float(bout), "zone": 2, "effort": "run easily", "repeat": 1}, {"minutes": 1.0, "zone": 1, "effort": "walk", "repeat": 1}]
        elif word.startswith("strides"):
            made.append({"minutes": 1 / 3, "zone": 5, "effort": "stride, fast and relaxed", "repeat": int(word[7:])})
        elif word == "pulse":
            made.append({"minutes": 1.0, "zone": 2, "effort": "easy", "repeat": 1, "heart_rate": "120-130"})
        else:
            found = re.fullmatch(r"(5K|10K|half|race|[TIRHSFM])([\d.]+)(?:@(\d+:\d\d))?", word)
            if found:
                effort, zone = EFFORTS[found[1]]
                made.append({"minutes": float(found[2]), "zone": zone, "effort": effort, "repeat": 1} | ({"pace": f"{found[3]} /km"} if found[3] else {}))
    rest = minutes - sum(it["minutes"] * it["repeat"] for it in made)
    return ([{"minutes": rest, "zone": 2, "effort": "walk" if any("run" in it["effort"] for it in made) else "easy", "repeat": 1}] if rest > 0 else []) + made


def thing(monday, number, text):
    day, clock, kind, minutes, *words = text.split()
    start = f"{monday + datetime.timedelta(days=DAYS.index(day))}T{clock}"
    one = {"id": f"{monday}-{number}", "name": kind.strip("@"), "start": start, "minutes": int(minutes)}
    if kind in SESSIONS:
        what, focus, effort = SESSIONS[kind]
        one |= {"kind": what} | ({"focus": focus, "effort": effort} if focus else {}) | ({"match": True} if kind == "@match" else {})
        return one
    said = dict(word.split("=", 1) for word in words if "=" in word)
    words = [word for word in words if "=" not in word]
    workout = said.get("workout") or next((WORKOUTS[word[0]] for word in words if word[0] in WORKOUTS and word[1:2].isdigit()), kind)
    run = {"type": kind, "class": CLASSES.get(kind, "quality"), "workout": workout, "attached_to": said.get("after"), "steps": steps(words, int(minutes)),
           "purpose": said.get("purpose", "Easy miles.").replace("_", " ").strip()}
    for key, name in (("full", "full_minutes"), ("km", "distance_km")):
        if key in said:
            run[name] = float(said[key])
    return one | {"kind": "run", "run": run, "why": [{"rule": "x", "text": said["why"].replace("_", " ")}] if "why" in said else []}


def week(*texts, phase="base", deload=False, left_out=(), notes=()):
    return {"texts": texts, "phase": phase, "deload": deload, "unplaced": [{"id": "u", "type": kind, "minutes": minutes, "why": []} for kind, minutes in left_out],
            "notes": list(notes)}


def plan(*weeks, warnings=(), stops=(), cur=0, longest=None, runs=None, level="intermediate", goal="endurance", free=None, event=None, athlete=None,
         readiness=None, before=None, events=None, **running):
    """A plan of these weeks; `event` is (kilometres, days after the first Monday)."""
    made = []
    for i, it in enumerate(weeks):
        monday = FIRST + datetime.timedelta(days=7 * i)
        made.append({"number": i + 1, "start": str(monday), "phase": it["phase"], "deload": it["deload"], "unplaced": it["unplaced"], "notes": it["notes"],
                     "sessions": [thing(monday, number, text) for number, text in enumerate(it["texts"])]})
    fixed = {}
    for one in made:
        for it in one["sessions"]:
            if it["kind"] != "run":
                day = DAYS[datetime.date.fromisoformat(it["start"][:10]).weekday()]
                fixed.setdefault((day, it["start"][11:]), {key: it[key] for key in ("name", "minutes", "kind", "focus", "effort", "match") if key in it}
                                 | {"day": day, "start": it["start"][11:]})
    brief = {"athlete": {"goal": goal, "running_level": level, "birth_year": 1990} | (athlete or {}),
             "block": {"start": str(FIRST), "weeks": len(made), "timezone": "Europe/Berlin"}, "sessions": list(fixed.values()),
             "running": {"current_weekly_minutes": cur} | running}
    if longest is not None:
        brief["running"]["longest_recent_minutes"] = longest
    brief["running"]["runs_per_week"] = runs or max([sum(it["kind"] == "run" for it in one["sessions"]) for one in made] or [3])
    if event:
        brief["block"]["event"] = {"name": "Race", "date": str(FIRST + datetime.timedelta(days=event[1])), "distance_km": event[0]}
    if events:
        brief["block"]["events"] = events
    for key, value in (("availability", free), ("readiness", readiness), ("before", before)):
        if value is not None:
            brief[key] = value
    return {"format": "runweave-plan/1", "timezone": "Europe/Berlin", "brief": brief, "weeks": made, "warnings": list(warnings), "stops": list(stops)}
