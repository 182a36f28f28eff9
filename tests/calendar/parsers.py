"""Independent parsers: each takes the text of a calendar and gives its events."""

import json
import subprocess
from pathlib import Path

import icalendar
import ics
import vobject
from ical.calendar_stream import IcsCalendarStream

from events import Event, minutes, plain


def with_icalendar(text: str) -> list[Event]:
    return [
        Event(str(it["UID"]), plain(str(it["SUMMARY"])), minutes(it["DTSTART"].dt), minutes(it["DTEND"].dt), str(it["STATUS"]), int(it["SEQUENCE"]))
        for it in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]


# This library keeps the zones of every file that it has read, and takes them for those of the next.
ZONES_KEPT = vars(vobject.icalendar)["__tzidMap"]
ZONES_KNOWN = dict(ZONES_KEPT)


def with_vobject(text: str) -> list[Event]:
    ZONES_KEPT.clear()
    ZONES_KEPT.update(ZONES_KNOWN)
    return [
        Event(it.uid.value, plain(it.summary.value), minutes(it.dtstart.value), minutes(it.dtend.value), it.status.value, int(it.sequence.value))
        for it in vobject.readOne(text).vevent_list
    ]


def sequence(event: ics.Event) -> int:
    """This library keeps what it does not know itself as lines."""
    return next(int(line.value) for line in event.extra if line.name == "SEQUENCE")


def with_ics(text: str) -> list[Event]:
    return [
        Event(it.uid, plain(it.name), minutes(it.begin.datetime), minutes(it.end.datetime), it.status, sequence(it))
        for it in ics.Calendar(text).events
    ]


def with_ical(text: str) -> list[Event]:
    return [
        Event(it.uid, plain(it.summary), minutes(it.dtstart), minutes(it.end), it.status.value, it.sequence)
        for it in IcsCalendarStream.calendar_from_ics(text).events
    ]


def with_node(library: str):
    script = Path(__file__).with_name("parsers.mjs")

    def parse(text: str) -> list[Event]:
        done = subprocess.run(["node", script, library], input=text.encode(), capture_output=True, check=False)
        if done.returncode:
            raise ValueError(done.stderr.decode().strip())
        return [Event(**{**it, "summary": plain(it["summary"])}) for it in json.loads(done.stdout)]

    return parse


PARSERS = {
    "icalendar": with_icalendar,
    "vobject": with_vobject,
    "ics": with_ics,
    "ical": with_ical,
    "ical.js": with_node("ical.js"),
    "node-ical": with_node("node-ical"),
}

# Those that tell the time by the file's own VTIMEZONE where they do not know the zone's name; the others have no support for it.
READ_VTIMEZONE = ["icalendar", "vobject", "ical.js"]

# Faults of a parser itself, where all the others agree: (reading, what is in the file) is not judged, because of the reason.
OWN_FAULTS = {
    ("node-ical", "TZID:Africa/Casablanca"): "goes by the tz data in Node, which is older than Morocco's law of 2026",
    **{("node-ical", f"TZID:America/{city}"): "goes by the tz data in Node, which is older than the law of 2026" for city in ("Vancouver", "Edmonton", "Winnipeg", "Havana")},
    ("vobject, zone unknown", "TZID:Europe/London"): "takes a zone whose first observance has the offset 0 for UTC",
}


def excuse(reading: str, text: str) -> str | None:
    unfolded = text.replace("\r\n ", "")
    return next((why for (who, what), why in OWN_FAULTS.items() if reading.startswith(who) and what in unfolded), None)
