"""Simulated people for half a year, and what life does to each of them. The same seed gives the same lives."""

import datetime
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "coach"))

from cases import DAYS, briefs  # noqa: E402

WEEKS = 26
# Enough for everything to happen once.
WEEKS_OF_ALL = 18
# What happens to some runs or days, and how often among all that happens.
HAPPENINGS = {
    "missed": 20, "moved": 14, "shortened": 10, "added": 6, "recorded twice": 6, "busy calendar": 8, "ill": 5, "fever": 4, "pain": 5, "travel": 7,
    "session moved": 6, "files gone": 3, "undone": 4, "nothing": 10,
}
# What makes another plan of the rest: it is asked for.
ASKED = {"gym day": 4, "race": 5, "time zone": 2}
# What makes the body ask for less until it is told to be better.
BODY = ("fever", "pain")
ZONES = ["America/New_York", "Australia/Adelaide", "Asia/Kolkata", "Atlantic/Azores"]


def people(count, seed, weeks=WEEKS):
    """Briefs of the sweep, each of half a year or as long as is asked; a race stands in the last third. Some run in a club, some have lifting that may move."""
    made = briefs(count, seed)
    rng = random.Random(f"people {seed}")
    for brief in made:
        brief["block"]["weeks"] = weeks
        event = brief["block"].get("event")
        if event:
            event["date"] = (monday(brief) + datetime.timedelta(days=7 * rng.randint(weeks * 2 // 3 + 1, weeks) - 1)).isoformat()
        if rng.random() < 0.2 and free_days(brief):
            joins_a_club(rng, brief)
        if rng.random() < 0.15 and any(it["kind"] == "strength" for it in brief["sessions"]) and free_days(brief):
            may_move(rng, brief)
    return made


def monday(brief):
    return datetime.date.fromisoformat(brief["block"]["start"])


def free_days(brief):
    taken = {session.get("day") for session in brief["sessions"]} | {day for session in brief["sessions"] for day in session.get("movable", ())}
    return [day for day in DAYS if day not in taken]


def joins_a_club(rng, brief):
    level = brief["athlete"]["running_level"]
    kind = "easy" if level == "beginner" else rng.choice(["easy", "quality"])
    run = {"name": "Club run", "day": rng.choice(free_days(brief)), "start": rng.choice(["18:30", "19:00"]), "minutes": 45, "kind": "run", "class": kind}
    if brief["running"]["current_weekly_minutes"] >= 150:
        brief["sessions"].append(run)


def may_move(rng, brief):
    one = rng.choice([it for it in brief["sessions"] if it["kind"] == "strength"])
    day, start = one.pop("day"), one.pop("start")
    one["movable"] = {day: [start], rng.choice(free_days(brief)): [start]}


def every_kind(rng):
    """Everything that can happen, once, in some order."""
    return rng.sample([*HAPPENINGS, *ASKED], len(HAPPENINGS) + len(ASKED))


def happening(rng):
    every = {**HAPPENINGS, **ASKED}
    return rng.choices(list(every), every.values())[0]


def gym_day_changed(rng, brief):
    """One session goes to a day without any; none where there is nothing to change. What was moved in one week was an exception to the old days."""
    brief["sessions"] = [it for it in brief["sessions"] if "date" not in it]
    with_day, free = [it for it in brief["sessions"] if "day" in it], free_days(brief)
    if with_day and free:
        one = rng.choice(with_day)
        one["day"] = rng.choice(free)
        one.pop("every", None)
        return True
    return False


def session_moved(rng, brief, monday):
    """In one week a session, or the club's run, is on another day; the weeks after it are as ever."""
    weekly = [it for it in brief["sessions"] if "day" in it]
    if not weekly:
        return False
    one, week = rng.choice(weekly), rng.choice([0, 0, 1])
    old = monday + datetime.timedelta(days=7 * week + DAYS.index(one["day"]))
    new = old + datetime.timedelta(days=rng.choice([-1, 1]))
    last = datetime.date.fromisoformat(brief["block"]["start"]) + datetime.timedelta(days=7 * brief["block"]["weeks"] - 1)
    if new < monday or max(old, new) > last or DAYS[new.weekday()] not in free_days(brief) or old.isoformat() in one.get("every", {}).get("skip_dates", ()):
        return False
    one.setdefault("every", {}).setdefault("skip_dates", []).append(old.isoformat())
    moved = {key: value for key, value in one.items() if key not in ("day", "every")}
    brief["sessions"].append({**moved, "name": f"{one['name']}, moved", "date": new.isoformat()})
    return True


def travelled(rng, brief, monday):
    """Some days away from next week on, without an hour to run in, or with an hour of the hotel's mornings."""
    first = monday + datetime.timedelta(days=rng.randint(0, 9))
    last = first + datetime.timedelta(days=rng.randint(1, 6))
    away = {"from": first.isoformat(), "to": last.isoformat(), "windows": rng.choice([[], [], ["06:00-07:30"]])}
    brief.setdefault("availability", {day: ["06:00-21:00"] for day in DAYS}).setdefault("exceptions", []).append(away)


def race_changed(rng, brief, monday):
    """The race is a week earlier or later, is called off, or there is another before it, as far as it is still ahead and in the block."""
    block = brief["block"]
    event, last = block.get("event"), datetime.date.fromisoformat(block["start"]) + datetime.timedelta(days=7 * block["weeks"] - 1)
    how = rng.choice(["shifted", "shifted", "called off", "one more"])
    sunday = monday + datetime.timedelta(days=7 * rng.randint(3, 6) - 1)
    date = datetime.date.fromisoformat(event["date"]) if event else None
    if how == "one more" and sunday <= last and sunday != date and brief["athlete"]["running_level"] != "beginner" and "birth_year" in brief["athlete"]:
        block.setdefault("events", []).append({"name": "Village 5K", "date": sunday.isoformat(), "start": "10:00", "distance_km": 5, "priority": "C"})
        return True
    if not event or date <= monday:
        return False
    if how == "called off":
        del block["event"]
        return True
    date += datetime.timedelta(days=rng.choice([-7, 7]))
    if not monday + datetime.timedelta(days=14) <= date <= last:
        return False
    event["date"] = date.isoformat()
    return True


def zone_changed(rng, brief, monday):
    """They move to another country: the block begins again on its Monday, with the weeks that are left and what is run now."""
    block = brief["block"]
    left = block["weeks"] - (monday - datetime.date.fromisoformat(block["start"])).days // 7
    if left < 6:
        return False
    event = block.get("event")
    if event and datetime.date.fromisoformat(event["date"]) <= monday:
        del block["event"]
    block["events"] = [it for it in block.get("events", ()) if it["date"] >= monday.isoformat()]
    brief["sessions"] = [it for it in brief["sessions"] if it.get("date", "9") >= monday.isoformat()]
    for one in brief["sessions"]:
        one.pop("every", None)
    block.update(start=monday.isoformat(), weeks=left, timezone=rng.choice(ZONES))
    return True


def calendar(rng, monday, zone):
    """A busy calendar: a meeting that comes every week, and some appointments of the next three weeks."""
    events = []

    def event(start, minutes, more=""):
        end = start + datetime.timedelta(minutes=minutes)
        events.append(
            f"BEGIN:VEVENT\r\nUID:busy-{len(events)}@example.org\r\nDTSTAMP:20270101T000000Z\r\nDTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}\r\n"
            f"DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}\r\nSUMMARY:Appointment\r\n{more}END:VEVENT\r\n"
        )

    def at(day):
        return datetime.datetime.combine(monday + datetime.timedelta(days=day), datetime.time(rng.choice([7, 8, 12, 17, 18, 19]), rng.choice([0, 30])))

    event(at(rng.randint(0, 4)), 60, "RRULE:FREQ=WEEKLY;COUNT=8\r\n")
    for _ in range(rng.randint(1, 4)):
        event(at(rng.randint(0, 20)), rng.choice([60, 90, 240]))
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//lives//EN\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def recording(start, minutes):
    """A GPX track of a run from this moment (UTC) on, eight minutes a kilometre."""
    points = []
    for minute in range(minutes + 1):
        time = start + datetime.timedelta(minutes=minute)
        points.append(f'<trkpt lat="{52.5 + minute / 8 / 111.2:.6f}" lon="13.4"><time>{time:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>')
    return f'<?xml version="1.0"?><gpx version="1.1" creator="lives" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{"".join(points)}</trkseg></trk></gpx>'
