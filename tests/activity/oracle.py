"""Recordings by a writer of its own, read by other people's readers and by runweave: `oracle.py PROGRAM COUNT SEED`.

The writer knows how long somebody moved and how far; fitdecode, gpxpy and Python's own XML reader say what is in the file.
"""

import gzip
import io
import random
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from datetime import datetime, timedelta, timezone
from pathlib import Path

import fitdecode
import gpxpy

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=timezone.utc)
METRES_A_DEGREE = 6_371_000.0 * 3.141592653589793 / 180
SPORTS = {"Running": ("running", "Running", 1), "Walking": ("walking", "Other", 11), "Other": ("cycling", "Biking", 2)}


def outing(pick):
    """Points of a way northwards as (seconds, metres) in stretches between pauses, and what they come to."""
    every = pick.choice([1, 2, 5, 10, 30])
    speed = pick.uniform(2.2, 4.0)
    stretches, at, metres = [], 0, 0.0
    for _ in range(pick.randint(1, 3)):
        count = pick.randint(8 * 60, 40 * 60) // every
        stretches.append([(at + n * every, metres + n * every * speed) for n in range(count + 1)])
        at, metres = stretches[-1][-1]
        at += pick.randint(6, 40) * 60
    moving = sum(stretch[-1][0] - stretch[0][0] for stretch in stretches)
    return stretches, moving, metres


def gpx(start, stretches, sport, pick):
    prefix = pick.choice(["", "x:"])
    stamp = pick.choice(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.000Z", "%Y-%m-%dT%H:%M:%S+00:00"])
    point = lambda s, m: (f'<{prefix}trkpt lat="{50 + m / METRES_A_DEGREE:.9f}" lon="8"><{prefix}time>'
                          f'{(start + timedelta(seconds=s)).strftime(stamp)}</{prefix}time></{prefix}trkpt>')
    # Either the pauses part the segments, or nobody noticed them.
    parts = stretches if pick.random() < 0.5 else [[it for stretch in stretches for it in stretch]]
    segments = "".join(f"<{prefix}trkseg>" + "".join(point(*it) for it in part) + f"</{prefix}trkseg>" for part in parts)
    named = f' xmlns{":x" if prefix else ""}="http://www.topografix.com/GPX/1/1"'
    return (f'<?xml version="1.0"?><{prefix}gpx version="1.1"{named}><{prefix}trk><{prefix}type>{SPORTS[sport][0]}</{prefix}type>'
            f'{segments}</{prefix}trk></{prefix}gpx>').encode()


def tcx(start, stretches, sport, pick):
    def lap(stretch):
        (first, metres), (last, end) = stretch[0], stretch[-1]
        points = "".join(f"<Trackpoint><Time>{start + timedelta(seconds=s):%Y-%m-%dT%H:%M:%SZ}</Time><DistanceMeters>{m:.2f}</DistanceMeters>"
                         "</Trackpoint>" for s, m in stretch)
        return (f'<Lap StartTime="{start + timedelta(seconds=first):%Y-%m-%dT%H:%M:%SZ}"><TotalTimeSeconds>{last - first}</TotalTimeSeconds>'
                f"<DistanceMeters>{end - metres:.2f}</DistanceMeters><Track>{points}</Track></Lap>")

    return ('<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
            f'<Activity Sport="{SPORTS[sport][1]}"><Id>{start:%Y-%m-%dT%H:%M:%SZ}</Id>{"".join(map(lap, stretches))}</Activity>'
            "</Activities></TrainingCenterDatabase>").encode()


def crc(data):
    table = [0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400]
    value = 0
    for byte in data:
        for half in (byte & 15, byte >> 4):
            value = (value >> 4) & 0x0FFF ^ table[value & 15] ^ table[half]
    return struct.pack("<H", value)


def fit(start, stretches, sport, pick):
    big = pick.random() < 0.3
    order, base = (">" if big else "<"), int((start - FIT_EPOCH).total_seconds())

    def define(slot, number, fields):
        head = struct.pack("BBB", 0x40 | slot, 0, big) + struct.pack(order + "H", number)
        return head + bytes([len(fields)]) + b"".join(bytes(field) for field in fields)

    body = define(0, 0, [(0, 1, 0), (4, 4, 0x86)]) + struct.pack(order + "BBI", 0, 4, base)
    with_session = pick.random() < 0.6
    if not with_session:
        body += define(3, 12, [(0, 1, 0)]) + struct.pack("BB", 3, SPORTS[sport][2])
    body += define(1, 20, [(253, 4, 0x86), (5, 4, 0x86)])
    for stretch in stretches:
        for second, metres in stretch:
            body += struct.pack(order + "BII", 1, base + second, round(metres * 100))
    if with_session:
        moving = sum(stretch[-1][0] - stretch[0][0] for stretch in stretches)
        body += define(2, 18, [(253, 4, 0x86), (2, 4, 0x86), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (5, 1, 0)])
        last = stretches[-1][-1]
        body += struct.pack(order + "BIIIIIB", 2, base + last[0], base, last[0] * 1000, moving * 1000, round(last[1] * 100), SPORTS[sport][2])
    size = pick.choice([12, 14])
    head = struct.pack("<BBHI4s", size, 0x20, 2132, len(body), b".FIT")
    head += crc(head) if size == 14 else b""
    return head + body + crc(head + body)


def read(kind, data):
    """First and last second and metres as another reader has them."""
    if kind == "fit":
        with fitdecode.FitReader(io.BytesIO(data)) as frames:
            records = [it for it in frames if isinstance(it, fitdecode.FitDataMessage) and it.name == "record"]
        return records[0].get_value("timestamp"), records[-1].get_value("timestamp"), records[-1].get_value("distance")
    if kind == "gpx":
        points = [it for track in gpxpy.parse(data.decode().replace("x:", "")).tracks for part in track.segments for it in part.points]
        return points[0].time, points[-1].time, (points[-1].latitude - points[0].latitude) * METRES_A_DEGREE
    spot = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
    points = list(tree.fromstring(data).iter(spot + "Trackpoint"))
    times = [datetime.fromisoformat(it.find(spot + "Time").text.replace("Z", "+00:00")) for it in (points[0], points[-1])]
    return *times, float(points[-1].find(spot + "DistanceMeters").text)


def judged(program, pick, folder):
    start = datetime(2026, 9, 1, tzinfo=timezone.utc) + timedelta(seconds=pick.randint(0, 200 * 86400))
    stretches, moving, metres = outing(pick)
    kind, write = pick.choice([("fit", fit), ("gpx", gpx), ("tcx", tcx)])
    sport = pick.choice(["Running", "Running", "Other"] + (["Walking"] if kind != "tcx" else []))
    data = write(start, stretches, sport, pick)
    first, last, far = read(kind, data)
    told = []
    if first.replace(tzinfo=timezone.utc) != start or last.replace(tzinfo=timezone.utc) != start + timedelta(seconds=stretches[-1][-1][0]):
        told.append(f"another reader finds {first} to {last}")
    if abs(far - metres) > 0.02 * metres:
        told.append(f"another reader finds {far} m of {metres}")
    file = folder / f"one.{kind}"
    file.write_bytes(gzip.compress(data) if pick.random() < 0.3 else data)
    run = subprocess.run([program, file], capture_output=True, text=True)
    words = run.stdout.split()
    if run.returncode or len(words) != 4:
        return told + [f"ended with {run.returncode}: {run.stdout}{run.stderr}"]
    if words[0] != f"{start:%Y-%m-%dT%H:%M:%SZ}" or words[3] != sport:
        told.append(f"{words} is not a {sport} of {start}")
    # Where no stop of the clock is in the file, a walk over a pause hides it; nobody here walks on.
    if abs(int(words[1]) - moving / 60) > 1 or abs(float(words[2]) * 1000 - metres) > 0.02 * metres:
        told.append(f"{words[1]} min and {words[2]} km instead of {moving / 60:.1f} and {metres / 1000:.2f}")
    return [f"{kind}: {it}" for it in told]


def main():
    program, count, seed = sys.argv[1:]
    wrong = 0
    for number in range(int(count)):
        with tempfile.TemporaryDirectory() as folder:
            told = judged(program, random.Random(f"{seed}/{number}"), Path(folder))
        wrong += bool(told)
        if told and wrong <= 5:
            print(f"--- {number}", *told, sep="\n", file=sys.stderr)
    print(f"{count} recordings, {wrong} differ")
    sys.exit(wrong > 0)


main()
