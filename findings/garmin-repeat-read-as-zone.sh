#!/usr/bin/env bash
# In a FIT workout a repeat is a step whose target_value says how often. Where its target_type holds 0, as every writer leaves it that
# sets only what a repeat needs, Garmin's own readers (garmin-fit-sdk 21.218.0, @garmin/fitsdk 21.217.0) give the 5 of "five times"
# twice: as repeat_steps 5 and as target_speed_zone 5. fitdecode 0.11.0 has repeat_steps alone. With target_type 2 all agree.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check garmin-fit-sdk==21.218.0 fitdecode==0.11.0
venv/bin/python - <<'PYTHON'
import struct


def crc(data):
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def define(slot, number, fields):
    return struct.pack("<BBBHB", 0x40 | slot, 0, 0, number, len(fields)) + b"".join(struct.pack("BBB", *field) for field in fields)


for target in (0, 2):
    body = define(0, 0, [(0, 1, 0), (1, 2, 0x84), (2, 2, 0x84), (3, 4, 0x8C)]) + struct.pack("<BBHHI", 0, 5, 255, 1, 7)
    body += define(1, 26, [(4, 1, 0), (6, 2, 0x84)]) + struct.pack("<BBH", 1, 1, 2)
    body += define(2, 27, [(254, 2, 0x84), (1, 1, 0), (2, 4, 0x86), (3, 1, 0), (4, 4, 0x86)])
    body += struct.pack("<BHBIBI", 2, 0, 0, 60_000, 2, 0) + struct.pack("<BHBIBI", 2, 1, 6, 0, target, 5)
    head = struct.pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
    file = head + crc(head) + body
    open(f"{target}.fit", "wb").write(file + crc(file))
PYTHON
npm init -y >/dev/null
npm install --silent @garmin/fitsdk@21.217.0
cat >read.mjs <<'JAVASCRIPT'
import { readFileSync } from "node:fs";
import { Decoder, Stream } from "@garmin/fitsdk";
for (const target of [0, 2]) {
  const { messages } = new Decoder(Stream.fromByteArray([...readFileSync(`${target}.fit`)])).read();
  const { repeatSteps, targetSpeedZone } = messages.workoutStepMesgs[1];
  console.log(target, repeatSteps, targetSpeedZone ?? "none");
}
JAVASCRIPT
node read.mjs | tee npm.txt
venv/bin/python - <<'PYTHON' | tee python.txt
import fitdecode
from garmin_fit_sdk import Decoder, Stream

for target in (0, 2):
    messages, errors = Decoder(Stream.from_file(f"{target}.fit")).read()
    step = messages["workout_step_mesgs"][1]
    with fitdecode.FitReader(f"{target}.fit") as frames:
        steps = [it for it in frames if isinstance(it, fitdecode.FitDataMessage) and it.name == "workout_step"]
    names = sorted(field.name for field in steps[1].fields if "repeat" in field.name or "zone" in field.name)
    print(target, step["repeat_steps"], step.get("target_speed_zone", "none"), len(errors), *names)
PYTHON
diff - npm.txt <<<$'0 5 5\n2 5 none'
diff - python.txt <<<$'0 5 5 0 repeat_steps\n2 5 none 0 repeat_steps'
