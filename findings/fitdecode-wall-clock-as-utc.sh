#!/usr/bin/env bash
# FIT's local times are what stood on the wall, without a zone. fitdecode 0.11.0 says that it gives them without a zone, and gives them
# in UTC: a run planned for 18:00 in Berlin is at 19:00 once it is shown there. garmin-fit-sdk 21.218.0 leaves the number as it is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check garmin-fit-sdk==21.218.0 fitdecode==0.11.0 tzdata==2026.6
"$folder/venv/bin/python" - "$folder/schedule.fit" <<'PYTHON'
import datetime
import struct
import sys
from zoneinfo import ZoneInfo

import fitdecode
from fitdecode.processors import DefaultDataProcessor
from garmin_fit_sdk import Decoder, Stream


def crc(data):
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def define(slot, number, fields):
    return struct.pack("<BBBHB", 0x40 | slot, 0, 0, number, len(fields)) + b"".join(struct.pack("BBB", *field) for field in fields)


wall = int((datetime.datetime(2027, 1, 11, 18) - datetime.datetime(1989, 12, 31)).total_seconds())
body = define(0, 0, [(0, 1, 0)]) + struct.pack("<BB", 0, 7)
body += define(1, 28, [(2, 4, 0x8C), (6, 4, 0x86)]) + struct.pack("<BII", 1, 7, wall)
head = struct.pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
file = head + crc(head) + body
open(sys.argv[1], "wb").write(file + crc(file))

with fitdecode.FitReader(sys.argv[1]) as frames:
    [time] = [it.get_value("scheduled_time") for it in frames if isinstance(it, fitdecode.FitDataMessage) and it.name == "schedule"]
shown = time.astimezone(ZoneInfo("Europe/Berlin"))
raw = Decoder(Stream.from_file(sys.argv[1])).read()[0]["schedule_mesgs"][0]["scheduled_time"]
promised = "IS NOT** timezone-aware" in DefaultDataProcessor.process_type_local_date_time.__doc__
print("fitdecode gives", time, "promised without a zone:", promised, "- in Berlin", f"{shown:%H:%M}")
print("garmin-fit-sdk gives", raw, "which is the number in the file:", raw == wall)
sys.exit(not (promised and time.utcoffset() == datetime.timedelta(0) and f"{shown:%H:%M}" == "19:00" and raw == wall))
PYTHON
