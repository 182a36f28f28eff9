#!/usr/bin/env bash
# vobject 0.9.9 keeps the first definition of a time zone's name for every calendar read after it in the same process: the second
# file defines `Office` as UTC-5, and its noon is read as noon at UTC+2, that of the first file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check vobject==0.9.9
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import vobject


def calendar(offset):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD",
             "DTSTART:19700101T000000", f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE",
             "BEGIN:VEVENT", "UID:a", "DTSTAMP:20260101T000000Z", "DTSTART;TZID=Office:20270701T120000", "END:VEVENT",
             "END:VCALENDAR", ""]
    return "\r\n".join(lines)


print("vobject", version("vobject"))
read = [str(vobject.readOne(calendar(offset)).vevent.dtstart.value.utcoffset()) for offset in ("+0200", "-0500")]
print("the files say +2:00 and -5:00; read were", *read)
sys.exit(read != ["2:00:00", "2:00:00"])
PYTHON
