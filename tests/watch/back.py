#!/usr/bin/env python3
"""Recordings in the shapes that watches write them, brought back and set beside the plan: `back PROGRAM PLANS [SEED]`.

The writer knows how long and how far somebody ran and what each step became; `runweave show` has to say the same.
"""

import datetime
import json
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from check import brief, expected

EPOCH = datetime.datetime(1989, 12, 31, tzinfo=datetime.timezone.utc)
SHAPES = ["led", "led", "led", "led by minutes of its own", "kilometres", "one lap", "by hand", "home early", "stopped late", "missed", "silent"]


def crc(data):
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def fit(start, laps, big):
    """An activity as a watch writes it: laps with times, ways and heart rates, then a session that sums them up."""
    order = ">" if big else "<"

    def define(slot, number, fields):
        head = struct.pack("BBB", 0x40 | slot, 0, big) + struct.pack(order + "H", number)
        return head + bytes([len(fields)]) + b"".join(bytes(field) for field in fields)

    now = int((start - EPOCH).total_seconds())
    body = define(0, 0, [(0, 1, 0), (4, 4, 0x86)]) + struct.pack(order + "BBI", 0, 4, now)
    # A lap holds more than anybody reads: its step (71), its trigger (24), what made it.
    body += define(1, 19, [(253, 4, 0x86), (2, 4, 0x86), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (25, 1, 0), (15, 1, 2), (24, 1, 0), (71, 2, 0x84)])
    body += define(2, 20, [(253, 4, 0x86), (5, 4, 0x86), (3, 1, 2)])
    at, way = now, 0
    for index, (seconds, metres, beats) in enumerate(laps):
        for second in range(0, seconds, 30):
            body += struct.pack(order + "BIIB", 2, at + second, round(100 * (way + metres * second / seconds)), beats)
        body += struct.pack(order + "BIIIIIBBBH", 1, at + seconds, at, seconds * 1000, seconds * 1000, metres * 100, 1, beats, 9, index)
        at, way = at + seconds, way + metres
    body += define(3, 18, [(253, 4, 0x86), (2, 4, 0x86), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (5, 1, 0)])
    body += struct.pack(order + "BIIIIIB", 3, at, now, (at - now) * 1000, (at - now) * 1000, way * 100, 1)
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    file = head + crc(head) + body
    return file + crc(file)


def tcx(start, laps):
    stamp = lambda seconds: f"{start + datetime.timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"
    at, text = 0, ""
    for seconds, metres, beats in laps:
        text += (f'<Lap StartTime="{stamp(at)}"><TotalTimeSeconds>{seconds}.0</TotalTimeSeconds><DistanceMeters>{metres}.0</DistanceMeters>'
                 f"<AverageHeartRateBpm><Value>{beats}</Value></AverageHeartRateBpm><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>"
                 f"<Track><Trackpoint><Time>{stamp(at)}</Time></Trackpoint><Trackpoint><Time>{stamp(at + seconds)}</Time></Trackpoint></Track></Lap>")
        at += seconds
    return ('<?xml version="1.0"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
            f'<Activity Sport="Running"><Id>{stamp(0)}</Id>{text}</Activity></Activities></TrainingCenterDatabase>').encode()


def recorded(run, shape, rng):
    """Laps as (seconds, metres, beats) and, where they follow the steps, which of them were hard work."""
    steps = [(seconds, rest) for seconds, _, _, rest in expected(run["run"])]
    zones = unrolled_zones(run["run"])
    lap = lambda seconds: (seconds, round(seconds * rng.uniform(2.4, 4.2)), rng.randint(110, 190))
    led = [lap(seconds + rng.randint(-2, 2) * (seconds > 15)) for seconds, _ in steps]
    hard = [index for index, ((_, rest), zone) in enumerate(zip(steps, zones)) if zone >= 3 and not rest]
    follows = bool(hard) and len(steps) > 2
    if shape == "led by minutes of its own":
        led = [lap(max(5, seconds + rng.choice([-1, 1]) * min(14, seconds // 5))) for seconds, _ in steps]
    elif shape == "home early" and len(led) > 2:
        led = led[:-1] + [lap(max(20, led[-1][0] // 3))]
    elif shape == "stopped late":
        led = led + [lap(rng.randint(2, 9))]
    elif shape == "kilometres":
        seconds = sum(one[0] for one in led)
        led = [(one, 1000, 150) for one in [rng.randint(300, 400)] * (seconds // 400 + 1)]
        follows = False
    elif shape == "one lap":
        led, follows = [lap(sum(one[0] for one in led))], False
    elif shape == "by hand":
        led, follows = [lap(601), lap(max(30, sum(one[0] for one in led) - 900)), lap(299)], False
        # By chance that may be what was asked for.
        follows = None if len(steps) in (3, 4) else False
    return led, [led[index] + (steps[index][0],) for index in hard] if follows else follows


def unrolled_zones(run):
    flat, steps = [], run["steps"]
    while steps:
        group = steps[0].get("group")
        size = 1 if group is None else next((n for n, step in enumerate(steps) if step.get("group") != group), len(steps))
        flat += [step["zone"] for step in steps[:size]] * steps[0]["repeat"]
        steps = steps[size:]
    return flat


def half_up(number):
    return int(number + 0.5)


def spoken(seconds):
    minutes, rest = divmod(seconds, 60)
    return f"{rest} s" if not minutes else f"{minutes} min {rest} s" if rest else f"{minutes} min"


def line(hard):
    """The hard parts as `show` tells them."""
    return ", ".join(f"{spoken(seconds)} at {half_up(seconds / (metres / 1000)) // 60}:{half_up(seconds / (metres / 1000)) % 60:02} ({beats} bpm)"
                     for seconds, metres, beats, _ in hard)


def judged(program, folder, rng):
    one = brief(rng)
    one["display"]["units"] = "km"
    one["block"]["timezone"] = "UTC"
    (folder / "brief.json").write_text(json.dumps(one))
    moment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
    call = lambda *arguments: subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, env=moment, cwd=folder)
    call("plan", "brief.json")
    plan = json.loads((folder / "plan.json").read_text())
    if not any(one["kind"] == "run" for week in plan["weeks"] for one in week["sessions"]):
        return 0, []
    days, wrong, files, wanted = set(), [], [], {}
    for week in plan["weeks"]:
        for run in week["sessions"]:
            if run["kind"] != "run" or not run["run"]["steps"] or "warning" in run:
                continue
            shape = rng.choice(SHAPES)
            if run["start"][:10] in days:
                shape = "silent"
            days.add(run["start"][:10])
            if shape == "silent":
                # What is not told of counts as planned.
                wanted[run["id"]] = (week["number"], run, shape, None, None)
                continue
            if shape == "missed":
                (folder / "log.jsonl").open("a").write(json.dumps({"type": "missed", "id": run["id"]}) + "\n")
                wanted[run["id"]] = (week["number"], run, shape, None, None)
                continue
            laps, hard = recorded(run, shape, rng)
            start = datetime.datetime.fromisoformat(run["start"] + ":00+00:00") + datetime.timedelta(seconds=rng.randint(0, 240))
            name = folder / f"{run['id']}.{rng.choice(['fit', 'fit', 'tcx'])}"
            name.write_bytes(fit(start, laps, rng.random() < 0.2) if name.suffix == ".fit" else tcx(start, laps))
            files.append(name)
            if rng.random() < 0.2:
                # A phone in the pocket recorded it too.
                twin = folder / f"{run['id']}-phone.tcx"
                twin.write_bytes(tcx(start + datetime.timedelta(seconds=3), [(sum(lap[0] for lap in laps), sum(lap[1] for lap in laps), 140)]))
                files.append(twin)
                hard = None
            wanted[run["id"]] = (week["number"], run, shape, laps, hard)
    last = datetime.datetime.fromisoformat(plan["weeks"][-1]["start"] + "T00:00:00+00:00") + datetime.timedelta(days=9)
    moment["SOURCE_DATE_EPOCH"] = str(int(last.timestamp()))
    if files:
        done = call("log", "log.jsonl", "import", *files)
        if done.returncode:
            return 0, [done.stderr]
    for week in plan["weeks"]:
        shown = call("show", "--week", week["number"]).stdout
        runs = [it for it in wanted.values() if it[0] == week["number"]]
        told = {}
        if "Planned and done:" in shown:
            told = [it.strip() for it in shown.split("Planned and done:")[1].splitlines() if it.startswith("  ")]
        elif (folder / "log.jsonl").exists() and runs:
            wrong.append(f"week {week['number']} says nothing: {shown[-300:]}")
            continue
        else:
            continue
        total = 0
        runs.sort(key=lambda it: it[1]["start"])
        for (_, run, shape, laps, hard), text in zip(runs, told):
            where = f"{run['id']}, {shape}"
            if run["name"] not in text:
                wrong.append(f"{where}: {text}")
                continue
            if shape == "silent":
                total += run["minutes"]
                ok = "nothing logged" in text
            elif shape == "missed":
                ok = "missed" in text
            else:
                minutes, metres = half_up(sum(lap[0] for lap in laps) / 60), sum(lap[1] for lap in laps)
                total += minutes
                km = half_up(metres / 10) / 100
                said = re.search(r": (\d+) min, ([\d.]+) km", text)
                ok = bool(said) and int(said[1]) == minutes and abs(float(said[2]) - km) <= 0.0501
                if hard is not None:
                    ok = ok and (("hard parts " + line(hard)) in text if hard else "hard parts" not in text)
            if not ok:
                wrong.append(f"{where}: {text}; wanted {laps and sum(lap[0] for lap in laps)} s, {hard}")
        sums = re.search(r"Week \d+: (\d+) min run of (\d+) planned", shown)
        due = sum(run["minutes"] for _, run, *_ in runs)
        if runs and (not sums or (int(sums[1]), int(sums[2])) != (total, due)):
            wrong.append(f"week {week['number']}: {sums and sums[0]} instead of {total} of {due}")
    return len(wanted), wrong


def main(program, plans, seed="1"):
    runs, wrong = 0, []
    for number in range(int(plans)):
        with tempfile.TemporaryDirectory() as folder:
            count, told = judged(os.path.abspath(program), Path(folder), random.Random(f"back/{seed}/{number}"))
        runs += count
        wrong += [f"{number}: {it}" for it in told]
    print(f"{runs} runs of {plans} plans brought back: {len(wrong)} differ")
    if wrong:
        sys.exit("\n".join(wrong[:10]))


if __name__ == "__main__":
    main(*sys.argv[1:])
