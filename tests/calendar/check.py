"""Compares calendar files with their plans; `check` says how it is called."""

import logging
import sys
from itertools import groupby

from events import differences, of_plan, read_plan
from file import faults
from parsers import PARSERS, READ_VTIMEZONE, excuse
from stores import STORES


def own_zone(text: str, zone: str, name: str) -> str:
    """The file with a zone name that nobody knows, so that only its own VTIMEZONE can tell the time."""
    return text.replace(f"TZID={zone}:", f"TZID={name}:").replace(f"TZID:{zone}\r\n", f"TZID:{name}\r\n")


def judged(name: str, expected: list, found) -> list[str]:
    try:
        return [f"{name}: {told}" for told in differences(expected, found())]
    except Exception as error:  # noqa: BLE001 - whatever a parser throws is a finding
        return [f"{name}: {type(error).__name__}: {error}"]


def main(arguments: list[str]) -> int:
    if not arguments or len(arguments) % 2:
        print("usage: tests/calendar/check PLAN.json PLAN.ics [PLAN.json PLAN.ics]...", file=sys.stderr)
        return 2
    logging.disable(logging.CRITICAL)
    pairs = []
    for plan_path, file_path in zip(arguments[::2], arguments[1::2]):
        with open(file_path, "rb") as file:
            pairs.append((file_path, read_plan(plan_path), file.read()))

    findings = []
    for number, (path, plan, data) in enumerate(pairs):
        # A name of its own for each file: parsers keep the zones they have seen.
        unknown = own_zone(data.decode("utf-8"), plan["timezone"], f"Zone{number}")
        expected, text = of_plan(plan), data.decode("utf-8")
        told = faults(data)
        for name, parse in PARSERS.items():
            readings = {name: text}
            if name in READ_VTIMEZONE:
                readings[f"{name}, zone unknown"] = unknown
            for reading, given in readings.items():
                if not excuse(reading, text):
                    told += judged(reading, expected, lambda: parse(given))
        findings += [f"{path}: {it}" for it in told]

    stores = {name: opened() for name, opened in STORES.items()}
    for _, group in groupby(pairs, key=lambda pair: pair[1]["id"]):
        revisions = list(group)
        path, plan, _ = revisions[-1]
        for name, store in stores.items():
            told = judged(name, of_plan(plan), lambda: store([data for _, _, data in revisions], plan))
            findings += [f"{path}: {it}" for it in told]

    for finding in findings:
        print(finding)
    events = sum(len(of_plan(plan)) for _, plan, _ in pairs)
    readers = ", ".join([*PARSERS, *STORES])
    print(f"{len(pairs)} calendars, {events} events, read by {readers}: {len(findings)} differences")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
