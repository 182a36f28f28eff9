"""What an event is to this check, and which events a plan has."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Event:
    """Start and end in minutes of UTC since 1970; the sequence is how often it has changed."""

    uid: str
    summary: str
    start: int
    end: int
    status: str
    sequence: int


def minutes(moment: datetime) -> int:
    return int(moment.astimezone(timezone.utc).timestamp()) // 60


def plain(text: str) -> str:
    """A text without what a calendar may change: control characters go, blanks run together."""
    text = re.sub("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = "".join(c for c in text if c in "\n\t" or not (ord(c) < 32 or 127 <= ord(c) < 160))
    return re.sub("[ \t\xa0]+", " ", text).strip()


def of_plan(plan: dict) -> list[Event]:
    zone = ZoneInfo(plan["timezone"])

    def event(entry: dict, is_run: bool, prefix: str, status: str) -> Event:
        wall = datetime.fromisoformat(entry["start"]).replace(tzinfo=zone)
        start = wall.astimezone(timezone.utc)
        named_by_length = is_run and entry.get("run", {}) is not None
        race = isinstance(entry.get("run"), dict) and entry["run"]["type"] == "race"
        length = f" {entry['minutes']} min" if named_by_length and not race else ""
        end = start + timedelta(minutes=entry["minutes"])
        # A summary is one line: there are programs that drop an event where it is not.
        summary = " ".join(part for part in plain(prefix + entry["name"] + length).split("\n") if part)
        revision = entry["revision"]
        return Event(revision["uid"], summary, minutes(start), minutes(end), status, revision["sequence"])

    entries = [entry for week in plan["weeks"] for entry in week["sessions"]]
    events = [event(entry, entry["kind"] == "run", "", "CONFIRMED") for entry in entries]
    events += [event(gone, gone["run"], "Cancelled: ", "CANCELLED") for gone in plan["cancelled"]]
    return events


def read_plan(path: str) -> dict:
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def differences(expected: list[Event], found: list[Event]) -> list[str]:
    told = []
    uids = [event.uid for event in found]
    told += [f"{uid} is there {uids.count(uid)} times" for uid in sorted(set(uids)) if uids.count(uid) > 1]
    by_uid = {event.uid: event for event in found}
    for event in expected:
        other = by_uid.pop(event.uid, None)
        if other is None:
            told.append(f"missing: {event}")
        elif event != other:
            told.append(f"expected {event}\n        found    {other}")
    told += [f"not in the plan: {event}" for event in by_uid.values()]
    return told
