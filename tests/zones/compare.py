"""Compares what the example `zones` prints with Python's zoneinfo on the tzdata package: `compare.py PROGRAM FIRST_YEAR LAST_YEAR`."""

import subprocess
import sys
from datetime import datetime, timezone
from importlib import resources
from zoneinfo import ZoneInfo

import tzdata

STEP = 6 * 60 * 60

# Names that only one of the two has, and why.
NOT_HERE: dict[str, str] = {}
NOT_THERE: dict[str, str] = {}


def changes(name, begin, end):
    zone = ZoneInfo(name)

    def offset(at):
        return int(datetime.fromtimestamp(at, zone).utcoffset().total_seconds())

    found, at = [f"{offset(begin)}"], begin
    while at < end:
        later = min(at + STEP, end)
        if offset(later) != offset(at):
            same, other = at, later
            while other - same > 1:
                middle = (same + other) // 2
                if offset(middle) == offset(at):
                    same = middle
                else:
                    other = middle
            found.append(f"{other}:{offset(other)}")
        at = later
    return " ".join(found)


def main():
    program, first, last = sys.argv[1:]
    begin = int(datetime(int(first), 1, 1, tzinfo=timezone.utc).timestamp())
    end = int(datetime(int(last), 12, 31, 23, 59, 59, tzinfo=timezone.utc).timestamp())
    run = subprocess.run([program, first, last], capture_output=True, text=True, check=True)
    ours = dict(line.split(" ", 1) for line in run.stdout.splitlines())
    theirs = set(resources.files("tzdata").joinpath("zones").read_text().split())
    told = [f"{name}: not known here" for name in sorted(theirs - set(ours)) if name not in NOT_HERE]
    told += [f"{name}: not in the package" for name in sorted(set(ours) - theirs) if name not in NOT_THERE]
    for name in sorted(theirs & set(ours)):
        expected = changes(name, begin, end)
        if ours[name] != expected:
            told.append(f"{name}: {ours[name]}, but {expected} in the package")
    print(*told[:20], sep="\n", end="\n" if told else "")
    print(f"{len(theirs & set(ours))} zones, {first} to {last}, tzdata {tzdata.IANA_VERSION}: {len(told)} differences")
    sys.exit(bool(told))


main()
