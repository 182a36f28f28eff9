"""Simulated people for half a year, and what life does to each of them. The same seed gives the same lives."""

import datetime
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "coach"))

from cases import DAYS, briefs  # noqa: E402

WEEKS = 26
# What happens, and how often it does among the things that happen.
HAPPENINGS = {
    "missed": 24, "moved": 16, "shortened": 12, "added": 8, "recorded twice": 8, "busy calendar": 10, "ill": 6, "travel": 6, "gym day": 4, "race": 2,
    "nothing": 14,
}


def people(count, seed):
    """Briefs of the sweep, each of half a year; a race stands in the last third."""
    made = briefs(count, seed)
    rng = random.Random(f"people {seed}")
    for brief in made:
        brief["block"]["weeks"] = WEEKS
        event = brief["block"].get("event")
        if event:
            start = datetime.date.fromisoformat(brief["block"]["start"])
            event["date"] = (start + datetime.timedelta(days=7 * rng.randint(18, WEEKS) - 1)).isoformat()
    return made


def happening(rng):
    return rng.choices(list(HAPPENINGS), HAPPENINGS.values())[0]


def gym_day_changed(rng, brief):
    """One session goes to a day without any; none where there is nothing to change."""
    taken = {session["day"] for session in brief["sessions"]}
    free = [day for day in DAYS if day not in taken]
    if brief["sessions"] and free:
        rng.choice(brief["sessions"])["day"] = rng.choice(free)
        return True
    return False


def travelled(rng, brief, monday):
    """Some days away from next week on, without an hour to run in."""
    first = monday + datetime.timedelta(days=rng.randint(0, 9))
    last = first + datetime.timedelta(days=rng.randint(2, 6))
    away = {"from": first.isoformat(), "to": last.isoformat(), "windows": []}
    brief.setdefault("availability", {day: ["06:00-21:00"] for day in DAYS}).setdefault("exceptions", []).append(away)
    return first, last


def race_shifted(rng, brief, monday):
    """The race is a week earlier or later, as far as it is still ahead and in the block."""
    event = brief["block"].get("event")
    if not event:
        return False
    date = datetime.date.fromisoformat(event["date"]) + datetime.timedelta(days=rng.choice([-7, 7]))
    last = datetime.date.fromisoformat(brief["block"]["start"]) + datetime.timedelta(days=7 * WEEKS - 1)
    if not monday + datetime.timedelta(days=14) <= date <= last:
        return False
    event["date"] = date.isoformat()
    return True


def calendar(rng, monday):
    """A busy calendar: a meeting that comes every week, and some appointments of the next three weeks."""
    events = []

    def event(start, minutes, more=""):
        end = start + datetime.timedelta(minutes=minutes)
        events.append(
            f"BEGIN:VEVENT\r\nUID:busy-{len(events)}@example.org\r\nDTSTAMP:20270101T000000Z\r\nDTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}\r\n"
            f"DTEND;TZID=Europe/Berlin:{end:%Y%m%dT%H%M%S}\r\nSUMMARY:Appointment\r\n{more}END:VEVENT\r\n"
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
