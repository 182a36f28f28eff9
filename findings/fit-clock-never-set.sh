#!/usr/bin/env bash
# A FIT time below 0x10000000 counts seconds since the watch was switched on, for its clock was never set. garmin-fit-sdk 21.218.0,
# the maker's own reader, gives such a start as a date, 31 December 1989, and reports no error; fitdecode 0.11.0 leaves the number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check garmin-fit-sdk==21.218.0 fitdecode==0.11.0
"$folder/venv/bin/python" - "$folder/run.fit" <<'PYTHON'
import struct
import sys
from importlib.metadata import version

import fitdecode
from garmin_fit_sdk import Decoder, Stream


def crc(data):
    table = [0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400]
    value = 0
    for byte in data:
        for half in (byte & 15, byte >> 4):
            value = (value >> 4) & 0x0FFF ^ table[value & 15] ^ table[half]
    return struct.pack("<H", value)


def define(slot, number, fields):
    return struct.pack("<BBBHB", 0x40 | slot, 0, 0, number, len(fields)) + b"".join(struct.pack("BBB", *field) for field in fields)


body = define(0, 0, [(0, 1, 0), (4, 4, 0x86)]) + struct.pack("<BBI", 0, 4, 1000)
body += define(1, 18, [(2, 4, 0x86), (7, 4, 0x86), (8, 4, 0x86), (5, 1, 0)])
body += struct.pack("<BIIIB", 1, 1000, 1_800_000, 1_800_000, 1)
head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
file = head + crc(head) + body
open(sys.argv[1], "wb").write(file + crc(file))

messages, errors = Decoder(Stream.from_file(sys.argv[1])).read()
garmin = str(messages["session_mesgs"][0]["start_time"])
with fitdecode.FitReader(sys.argv[1]) as frames:
    other = [it.get_value("start_time") for it in frames if isinstance(it, fitdecode.FitDataMessage) and it.name == "session"]
print("garmin-fit-sdk", version("garmin-fit-sdk"), "reads", garmin, "with errors", errors)
print("fitdecode", version("fitdecode"), "reads", *other)
sys.exit(not (garmin.startswith("1989-12-31 00:16:40") and not errors and other == [1000]))
PYTHON
