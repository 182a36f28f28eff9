"""Busy stretches of a calendar file by another road: Python's icalendar and recurring-ical-events.

    oracle.py FILE ZONE FROM TO              prints them, as the example `busy` does
    oracle.py --compare PROGRAM COUNT SEED   makes up COUNT calendars and compares the answers of the example `busy`
    oracle.py --plan PROGRAM COUNT SEED      makes up COUNT calendars, lets `runweave` plan around them and looks for a run on a busy minute
"""

import json
import random
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

UTC = timezone.utc


def is_busy(event):
    text = lambda name: str(event.get(name, "")).upper()
    if text("STATUS") == "CANCELLED" or text("TRANSP") == "TRANSPARENT":
        return False
    outlook = text("X-MICROSOFT-CDO-BUSYSTATUS")
    if outlook == "FREE":
        return False
    if isinstance(event["DTSTART"].dt, datetime):
        return True
    yearly = "RRULE" in event and "YEARLY" in event["RRULE"].get("FREQ", [])
    return not yearly and (text("TRANSP") == "OPAQUE" or outlook in ("BUSY", "OOF"))


def instant(value, zone):
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if value.tzinfo is None:
        value = value.replace(tzinfo=zone)
    return value.astimezone(UTC)


def stretches(text, zone_name, first, last):
    zone = ZoneInfo(zone_name)
    calendar = icalendar.Calendar.from_ical(text)
    window = (instant(first, zone), instant(last + timedelta(days=1), zone))
    found = []
    for event in recurring_ical_events.of(calendar, keep_recurrence_attributes=True).between(first - timedelta(days=3), last + timedelta(days=4)):
        if is_busy(event):
            start, end = instant(event["DTSTART"].dt, zone), instant(event["DTEND"].dt, zone)
            start, end = max(start, window[0]), min(end, window[1])
            if start < end:
                found.append([start, end])
    merged = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return [f"{a:%Y-%m-%dT%H:%MZ} {b:%Y-%m-%dT%H:%MZ}" for a, b in merged]


ZONES = ["Europe/London", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo",
         "Africa/Casablanca", "Pacific/Auckland", "Asia/Tokyo", "Australia/Lord_Howe"]
WINDOWS = {"W. Europe Standard Time": "Europe/Berlin", "GMT Standard Time": "Europe/London",
           "Eastern Standard Time": "America/New_York", "Tokyo Standard Time": "Asia/Tokyo"}
# Zones that only the file itself can explain, and zones that keep the same time.
OWN = {"Company Time": "Asia/Karachi", "Office": "America/New_York", "Shop 7": "Europe/Berlin"}


def part(kind, start, before, after, rule=None):
    lines = [f"BEGIN:{kind}", f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}"]
    return lines + ([f"RRULE:{rule}"] if rule else []) + [f"END:{kind}"]


PARTS = {
    "Company Time": part("STANDARD", "19700101T000000", "+0500", "+0500"),
    "Office": part("STANDARD", "20071104T020000", "-0400", "-0500", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")
    + part("DAYLIGHT", "20070311T020000", "-0500", "-0400", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
    "Shop 7": part("DAYLIGHT", "20260329T020000", "+0100", "+0200") + part("STANDARD", "20261025T030000", "+0200", "+0100")
    + part("DAYLIGHT", "20270328T020000", "+0100", "+0200") + part("STANDARD", "20271031T030000", "+0200", "+0100"),
}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def made_up(pick):
    """A calendar of one to six events: weekly ones above all, with exceptions, moves, zones and changes of clocks."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//EN"]
    for name, parts in PARTS.items():
        lines += ["BEGIN:VTIMEZONE", f"TZID:{name}", *parts, "END:VTIMEZONE"]
    for number in range(pick.randint(1, 6)):
        lines += event(pick, number)
    return "\r\n".join(lines + ["END:VCALENDAR", ""])


def event(pick, number):
    zone_name = pick.choice(ZONES + list(WINDOWS) + 2 * list(OWN))
    zone = ZoneInfo({**WINDOWS, **OWN}.get(zone_name, zone_name))
    # Starts lie clear of the hours that clocks skip or repeat, where readings legitimately differ.
    start = datetime(2026, 9, 1) + timedelta(days=pick.randint(0, 200), hours=pick.randint(4, 21), minutes=pick.choice([0, 15, 30]))
    style = pick.choice(["tzid"] * 5 + ["utc", "floating", "day"])
    minutes = pick.choice([30, 45, 60, 90, 24 * 60 + 30 if style != "day" else 60])

    def stamp(name, value):
        if style == "day":
            return f"{name};VALUE=DATE:{value:%Y%m%d}"
        if style == "utc":
            return f"{name}:{value:%Y%m%dT%H%M%SZ}"
        return f"{name}{';TZID=' + quoted(zone_name) if style == 'tzid' else ''}:{value:%Y%m%dT%H%M%S}"

    lines = ["BEGIN:VEVENT", f"UID:{number}@made-up", "DTSTAMP:20260901T000000Z", stamp("DTSTART", start)]
    length = timedelta(days=pick.randint(1, 3)) if style == "day" else timedelta(minutes=minutes)
    lines.append(stamp("DTEND", start + length) if style == "day" or pick.random() < 0.6 or minutes > 1000 else f"DURATION:PT{minutes}M")
    if style == "day":
        lines.append(pick.choice(["TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "SUMMARY:Day", "TRANSP:TRANSPARENT"]))
    else:
        lines.append(pick.choice(["TRANSP:OPAQUE", "SUMMARY:Meeting"] * 4 + ["TRANSP:TRANSPARENT", "STATUS:CANCELLED"]))
    rule, step = None, timedelta(weeks=1)
    kind = pick.random()
    if kind < 0.6:
        interval = pick.choice([1, 1, 1, 2, 3])
        step = timedelta(weeks=interval)
        days = sorted({DAYS[start.weekday()], *pick.sample(DAYS, pick.randint(0, 2))}, key=DAYS.index)
        rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(days)}" + pick.choice(["", ";WKST=SU", ";WKST=MO"])
    elif kind < 0.7:
        step = timedelta(days=pick.randint(1, 4))
        rule = f"FREQ=DAILY;INTERVAL={step.days}"
    elif kind < 0.8:
        rule = f"FREQ=MONTHLY;BYDAY={(start.day - 1) // 7 + 1}{DAYS[start.weekday()]}" if start.day <= 28 else None
    if rule:
        end = pick.random()
        if end < 0.3:
            rule += f";COUNT={pick.randint(2, 40)}"
        elif end < 0.7 and style != "day":
            until = start + timedelta(days=pick.randint(20, 150))
            # Often exactly the last meeting, where a misread zone shows.
            if pick.random() < 0.6:
                until = start + step * pick.randint(3, 15)
            if style == "floating":
                rule += f";UNTIL={until:%Y%m%dT%H%M%S}"
            else:
                until = until.replace(tzinfo=UTC if style == "utc" else zone).astimezone(UTC)
                rule += f";UNTIL={until:%Y%m%dT%H%M%SZ}"
        lines.append(f"RRULE:{rule}")
        # Not the weeks that are moved below: whether a moved meeting outlives its EXDATE is read either way.
        for week in pick.sample(range(6, 20), pick.choice([0, 0, 1, 3])):
            lines.append(stamp("EXDATE", start + step * week))
    if pick.random() < 0.2 and style == "tzid":
        # Not an hour from the usual time: the oracle lets an EXDATE an hour away take it out.
        lines.append(stamp("RDATE", start + timedelta(days=pick.randint(30, 90), minutes=100)))
    lines.append("END:VEVENT")
    if rule and "MONTHLY" not in rule and style not in ("day",) and pick.random() < 0.6:
        for week in pick.sample(range(1, 6), pick.randint(1, 2)):
            at = start + step * week
            moved = at + timedelta(days=pick.randint(-2, 2), hours=pick.randint(-2, 2))
            lines += ["BEGIN:VEVENT", f"UID:{number}@made-up", "DTSTAMP:20260901T000000Z", "SEQUENCE:1", stamp("RECURRENCE-ID", at),
                      stamp("DTSTART", moved), stamp("DTEND", moved + timedelta(minutes=50)),
                      pick.choice(["SUMMARY:Moved"] * 3 + ["STATUS:CANCELLED", "TRANSP:TRANSPARENT"]), "END:VEVENT"]
    return lines


def quoted(name):
    return f'"{name}"' if " " in name or "." in name else name


def compared(program, pick, folder):
    """What the program finds otherwise than the oracle."""
    file, zone = written(pick, folder)
    first = date(2026, 9, 1) + timedelta(days=pick.randint(0, 180))
    last = first + timedelta(days=pick.choice([6, 27, 55]))
    expected = stretches(file.read_text("utf-8"), zone, first, last)
    run = subprocess.run([program, file, zone, str(first), str(last)], capture_output=True, text=True)
    if run.returncode:
        return [f"ended with {run.returncode}: {run.stderr}"]
    got = run.stdout.splitlines()
    return [("program " if line in got else "oracle  ") + line for line in sorted(set(got) ^ set(expected))]


# Minutes that `no_overlap` keeps between a run and an appointment.
BUFFER = timedelta(minutes=15)


def planned(program, pick, folder):
    """Runs of a plan that come nearer to a busy time than they may, and plans that nothing was tested on."""
    file, zone = written(pick, folder)
    first = date(2026, 9, 7) + timedelta(weeks=pick.randint(0, 24))
    brief = {
        "athlete": {"goal": pick.choice(["general_fitness", "endurance"]), "running_level": "intermediate"},
        "block": {"start": str(first), "weeks": 4, "timezone": zone},
        "sessions": [{"name": "Squats", "day": pick.choice(["mon", "tue"]), "start": "18:00", "minutes": 60, "kind": "strength",
                      "focus": "lower", "effort": "heavy"}],
        "running": {"current_weekly_minutes": 90, "longest_recent_minutes": 40, "runs_per_week": 3},
    }
    (folder / "brief.json").write_text(json.dumps(brief))
    run = subprocess.run([program, "plan", folder / "brief.json", "--busy", file], capture_output=True, text=True)
    if run.returncode:
        return [f"ended with {run.returncode}: {run.stderr}"]
    plan = json.loads((folder / "plan.json").read_text("utf-8"))
    runs = [entry for week in plan["weeks"] for entry in week["sessions"] if entry["kind"] == "run"]
    taken = [line.split() for line in stretches(file.read_text("utf-8"), zone, first, first + timedelta(days=27))]
    taken = [[datetime.fromisoformat(it.replace("Z", "+00:00")) for it in stretch] for stretch in taken]
    told = [] if runs else ["no run was placed"]
    for entry in runs:
        start = instant(datetime.fromisoformat(entry["start"]), ZoneInfo(zone))
        end = start + timedelta(minutes=entry["minutes"])
        told += [f"{entry['id']} from {start} to {end} meets {a} to {b}" for a, b in taken if start < b + BUFFER and a < end + BUFFER]
    return told


def written(pick, folder):
    """A made-up calendar as a file, and the zone of whoever it belongs to."""
    file = folder / "calendar.ics"
    file.write_bytes(made_up(pick).encode())
    return file, pick.choice(ZONES)


def main():
    if sys.argv[1] not in ("--compare", "--plan"):
        file, zone, first, last = sys.argv[1:]
        print("\n".join(stretches(Path(file).read_text("utf-8"), zone, date.fromisoformat(first), date.fromisoformat(last))))
        return
    judged, program, count, seed = {"--compare": compared, "--plan": planned}[sys.argv[1]], *sys.argv[2:]
    wrong = 0
    for number in range(int(count)):
        with tempfile.TemporaryDirectory() as folder:
            told = judged(program, random.Random(f"{seed}/{number}"), Path(folder))
            wrong += bool(told)
            if told and wrong <= 3:
                print(f"--- {number}", (Path(folder) / "calendar.ics").read_text("utf-8"), *told, sep="\n", file=sys.stderr)
    print(f"{count} calendars, {wrong} differ")
    sys.exit(wrong > 0)


main()
