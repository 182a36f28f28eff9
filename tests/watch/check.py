#!/usr/bin/env python3
"""Compares what is written for watches with plan.json: `check PROGRAM WORKOUTS [SEED]`."""

import datetime
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from collections import Counter
from pathlib import Path

import readers
from briefs import brief as random_brief
from garmin_fit_sdk import Decoder, Stream

MOMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
MILE = 1.609344


def brief(rng):
    """A random brief of somebody who mostly knows a race, a heart rate and a unit."""
    one = random_brief(rng)
    if rng.random() < 0.7:
        km = rng.choice([5, 10, 21.0975])
        seconds = round(km * rng.uniform(200, 480))
        clock = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds >= 3600 else f"{seconds // 60}:{seconds % 60:02}"
        day = datetime.date.fromisoformat(one["block"]["start"]) - datetime.timedelta(days=rng.randint(5, 60))
        one["athlete"]["recent_race"] = {"distance_km": km, "time": clock, "date": day.isoformat()}
    if rng.random() < 0.6:
        one["athlete"]["max_heart_rate"] = rng.randint(165, 205)
    if rng.random() < 0.4:
        one["athlete"]["resting_heart_rate"] = rng.randint(38, 70)
    one.setdefault("display", {})["units"] = rng.choice(["km", "km", "mi"])
    return one


def pace(text):
    """Both ends in seconds and the unit of `5:50-6:25 /km`."""
    ends, unit = text.split(" /")
    both = [60 * int(m) + int(s) for m, s in (end.split(":") for end in re.split("[-–]", ends))]
    return both[0], both[-1], unit


def expected(run):
    """(seconds, pace, beats, is recovery) of each stretch as it is run, from plan.json."""
    groups, last = [], object()
    for step in run["steps"]:
        group = step.get("group")
        if group is None or group != last:
            groups.append([])
        groups[-1].append(step)
        last = group
    hardest = max((step["zone"] for step in run["steps"]), default=0)
    flat = []
    for at, group in enumerate(groups):
        alone = len(group) == 1 and group[0]["repeat"] == 1
        top = max(step["zone"] for step in group)
        for _ in range(group[0]["repeat"]):
            for step in group:
                inside = 0 < at < len(groups) - 1
                rest = step["zone"] <= 1 and step["zone"] < hardest and inside if alone else step["zone"] < top and step["zone"] <= 2
                beats = tuple(map(int, step["heart_rate"].split("-"))) if "heart_rate" in step else None
                flat.append((round(step["minutes"] * 60), pace(step["pace"]) if "pace" in step else None, beats, rest))
    return flat


def aims(flat, targets):
    """What each stretch aims at: none in a recovery, one kind in a workout, a single pace five seconds to both sides."""
    if targets is None:
        told = [kind for kind in (1, 2) if any(one[kind] and not one[3] for one in flat)]
        targets = {1: "pace", 2: "heart-rate"}[told[0]] if told else "effort"
    found = []
    for seconds, pace, beats, rest in flat:
        aim = None if rest else {"pace": pace, "heart-rate": beats, "effort": None}[targets]
        if aim and targets == "pace" and aim[0] == aim[1]:
            aim = (aim[0] - 5, aim[1] + 5, aim[2])
        found.append((seconds, aim))
    return targets, found


LINE = re.compile(r"(?:(\d+) h )?(?:(\d+) min)?(?: ?(\d+) s)? ")


def spoken(line, minutes=None):
    """(seconds, pace, beats) of each stretch in a line that a person reads."""
    line = line.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")
    times, rest = line.split(" × ", 1) if re.match(r"\d+ × ", line) else ("1", line)
    rest = rest[1:-1] if rest.startswith("(") and times != "1" else rest
    one = []
    for step in rest.split("; "):
        match = LINE.match(step)
        hours, mins, secs = (int(it or 0) for it in match.groups()) if match else (0, 0, 0)
        seconds = hours * 3600 + mins * 60 + secs
        found = re.search(r"(\d+:\d\d(?:–\d+:\d\d)?) /(km|mi)", step)
        beats = re.search(r"(\d+)–(\d+) bpm", step)
        one.append((minutes * 60 if minutes and not seconds else seconds, pace(f"{found[1]} /{found[2]}") if found else None,
                    (int(beats[1]), int(beats[2])) if beats else None))
    return one * int(times)


def on_page(text):
    found = []
    for article in text.split('<article class="session r')[1:]:
        article = article.split("</article>")[0]
        minutes = re.search(r'<p class="length">(\d+)', article)
        start = re.search(r'<time class="clock" datetime="([^"]+)"', article)[1]
        steps = article.split('<ol class="steps">')[1].split("</ol>")[0] if '<ol class="steps">' in article else ""
        lines = [html.unescape(line.replace("</li>", "")).strip() for line in steps.split("<li>")[1:]]
        found.append((start, [it for line in lines for it in spoken(line, int(minutes[1]))]))
    return dict(found)


def in_calendar(text):
    found = {}
    for event in text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
        uid = re.search(r"^UID:(.*)\r$", event, re.M)[1]
        told = re.search(r"^DESCRIPTION:(.*)\r$", event, re.M)
        lines = re.sub(r"\\([,;\\])", r"\1", told[1]).split("\\n") if told else []
        found[uid.split("@")[0]] = [it for line in lines if re.match(r"(\d+ × )?\(?\d+ (h|min|s) ", line) for it in spoken(line)]
    return found


def length(text):
    return sum(int(number) * {"h": 3600, "m": 60, "s": 1}[unit] for number, unit in re.findall(r"(\d+)([hms])", text))


STEP = re.compile(r"- [^\d%]*? ((?:\d+[hms])+)(?: (\d+:\d\d)-(\d+:\d\d)/(km|mi) Pace| (\d+)-(\d+)% HR)?$")


def intervals(text):
    """Stretches of an intervals.icu text; a repeat stands between blank lines."""
    flat = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        times = int(lines.pop(0)[:-1]) if re.fullmatch(r"\d+x", lines[0]) else 1
        one = []
        for line in lines:
            match = STEP.fullmatch(line)
            assert match, line
            aim = pace(f"{match[2]}-{match[3]} /{match[4]}") if match[2] else (int(match[5]), int(match[6])) if match[5] else None
            one.append((length(match[1]), aim))
        flat += one * times
    return flat


def zwift(path):
    root = tree.parse(path).getroot()
    assert root.find("sportType").text == "run" and root.find("author").text == "runweave", path
    minutes, seconds = re.search(r"set to (\d+):(\d\d)", root.find("description").text).groups()
    ten_km, flat = 60 * int(minutes) + int(seconds), []
    for step in root.find("workout"):
        ends = [float(step.get(name)) for name in ("PowerHigh", "PowerLow")] if step.tag == "SteadyState" else None
        flat.append((int(step.get("Duration")), ends and [ten_km / 10 / end for end in ends]))
    return flat


def speed(seconds, unit):
    return (1_609_344 if unit == "mi" else 1_000_000) / seconds


class Judge:
    def __init__(self, program):
        self.program, self.wrong, self.count, self.npm = program, [], Counter(), []

    def run(self, *arguments, **more):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, env=MOMENT, **more)
        assert done.returncode in (0, 1), (arguments, done.stderr)
        return done

    def expect(self, what, found, wanted):
        self.count[what.split(" of ")[0]] += 1
        if found != wanted:
            self.wrong.append(f"{what}: {found} instead of {wanted}")

    def plan(self, folder, rng):
        (folder / "brief.json").write_text(json.dumps(brief(rng)))
        self.run("plan", folder / "brief.json")
        plan = json.loads((folder / "plan.json").read_text())
        targets = rng.choice([None, "pace", "heart-rate", "effort"])
        runs = [one for week in plan["weeks"] for one in week["sessions"] if one["kind"] == "run" and one["run"]["steps"] and "warning" not in one]
        options = ["--weeks", 104, "--from", plan["weeks"][0]["start"], *(["--targets", targets] if targets else [])]
        for kind in ("fit", "intervals", "zwo"):
            self.run("watch", folder / "plan.json", "--format", kind, "-o", folder / kind, *options)
        page, calendar = on_page((folder / "plan.html").read_text()), in_calendar((folder / "plan.ics").read_bytes().decode())
        events = json.loads((folder / "intervals/intervals.json").read_text()) if runs else []
        events = {one["external_id"]: one for one in events}
        self.expect("events", sorted(events), sorted("runweave-" + run["revision"]["uid"] for run in runs))
        texts = re.split(r"^# .*\n", (folder / "intervals/intervals.txt").read_text(), flags=re.M)[1:] if runs else []
        self.expect("files", sorted(it.name for it in (folder / "fit").glob("*")) if runs else [], sorted([run["id"] + ".fit" for run in runs] + ["schedule.fit"] * bool(runs)))
        serials = {}
        for run, text in zip(sorted(runs, key=lambda run: run["start"]), texts):
            name, flat = f"{run['id']} in {folder.name}", expected(run["run"])
            self.expect(f"minutes of {name}", sum(one[0] for one in flat), run["minutes"] * 60)
            plain = [one[:3] for one in flat]
            self.expect(f"page of {name}", page[run["start"]], plain)
            self.expect(f"calendar of {name}", calendar[run["revision"]["uid"]], plain)
            chosen, aim = aims(flat, targets)
            event = events["runweave-" + run["revision"]["uid"]]
            self.expect(f"event of {name}", (event["start_date_local"], event["moving_time"]), (run["start"] + ":00", run["minutes"] * 60))
            self.shares(f"intervals of {name}", intervals(event["description"]), chosen, aim)
            self.shares(f"text of {name}", intervals(text), chosen, aim)
            self.zwift(f"zwift of {name}", zwift(folder / f"zwo/{run['id']}.zwo"), chosen, aim)
            watch = [(seconds, {"pace": "pace", "heart-rate": "beats"}[chosen] if one else "open",
                      *((round(speed(one[1], one[2])), round(speed(one[0], one[2]))) if one and chosen == "pace" else one or (None, None)))
                     for seconds, one in aim]
            path = folder / f"fit/{run['id']}.fit"
            for reader in (readers.garmin, readers.fitdecoder, readers.fit_tool):
                self.fit(f"{reader.__name__} of {name}", reader(path), watch, run, serials)
            self.npm.append((path.read_bytes(), watch, run, name))
            # What a watch makes of a speed is the pace that the page shows.
            for (seconds, one), (_, kind, low, high) in zip(aim, watch):
                if kind == "pace":
                    self.expect(f"pace of {name}", (round(speed(high, one[2])), round(speed(low, one[2]))), one[:2])
        self.schedule(folder, runs, serials)
        self.expect("serials", len(set(serials.values())), len(runs))
        return plan, serials

    def fit(self, name, found, watch, run, serials):
        self.expect(f"{name}: steps", [one[:4] for one in found["steps"]], watch)
        self.expect(f"{name}: kind", (found["type"], found["maker"]), (5, (255, 29303)))
        changed = datetime.datetime.fromisoformat(run["revision"]["changed"]).timestamp()
        self.expect(f"{name}: created", found["created"], int(changed) - readers.FIT_EPOCH)
        self.expect(f"{name}: serial", found["serial"] not in (None, 0) and serials.setdefault(run["id"], found["serial"]) == found["serial"], True)
        self.expect(f"{name}: name", len(found["name"].encode()) <= 31 and run["name"][:10] in found["name"], True)

    def shares(self, name, found, chosen, aim):
        wanted = aim
        if chosen == "heart-rate":
            # The text knows shares of the maximum only: what they come to is within half a share of the beats.
            most = self.most
            wanted = [(seconds, one and most and tuple((beats * 100 + most // 2) // most for beats in one)) for seconds, one in aim]
        self.expect(name, found, [(seconds, one or None) for seconds, one in wanted])

    def zwift(self, name, found, chosen, aim):
        near = lambda ends, one: [round(end * (MILE if one[2] == "mi" else 1)) for end in ends] == list(one[:2])
        same = len(found) == len(aim) and all(
            seconds == other and (near(ends, one) if chosen == "pace" and one and ends else not ends and (chosen != "pace" or not one))
            for (seconds, ends), (other, one) in zip(found, aim))
        self.expect(name, same, True)

    def schedule(self, folder, runs, serials):
        if not runs:
            return
        messages, errors = Decoder(Stream.from_file(folder / "fit/schedule.fit")).read(convert_datetimes_to_dates=False, convert_types_to_strings=False, merge_heart_rates=False)
        day = lambda seconds: (datetime.datetime(1989, 12, 31) + datetime.timedelta(seconds=seconds)).date().isoformat()
        told = sorted((day(one["scheduled_time"]), one["serial_number"]) for one in messages["schedule_mesgs"])
        self.expect("schedule", (told, errors), (sorted((run["start"][:10], serials[run["id"]]) for run in runs), []))

    def replanned(self, folder, plan, serials, rng):
        """Serials stay over replans, also of runs that moved."""
        weeks = plan["weeks"]
        start = datetime.date.fromisoformat(weeks[len(weeks) // 2]["start"])
        # No run may stand any more on the weekday of one that lies ahead: it moves.
        ahead = [one["start"] for week in weeks[len(weeks) // 2:] for one in week["sessions"] if one["kind"] == "run"]
        taken = datetime.datetime.fromisoformat(rng.choice(ahead)).weekday() if ahead else 0
        days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        free = {day: ["06:00-21:00"] for day in days if day != days[taken]}
        changed = {**plan["brief"], "availability": free}
        (folder / "changed.json").write_text(json.dumps(changed))
        self.run("replan", folder / "plan.json", "--brief", folder / "changed.json", "--from", start)
        self.run("watch", folder / "plan.json", "--weeks", 104, "--from", weeks[0]["start"], "-o", folder / "fit")
        after = json.loads((folder / "plan.json").read_text())
        runs = [one for week in after["weeks"] for one in week["sessions"] if one["kind"] == "run" and one["run"]["steps"] and "warning" not in one]
        files = sorted(it.name for it in (folder / "fit").glob("w*.fit"))
        self.expect("files after a replan", files, sorted(run["id"] + ".fit" for run in runs))
        before = {one["id"]: one["start"] for week in weeks for one in week["sessions"]}
        for run in runs:
            if run["id"] in serials:
                self.count["moved"] += before[run["id"]] != run["start"]
                self.expect("serial after a replan", readers.garmin(folder / f"fit/{run['id']}.fit")["serial"], serials[run["id"]])


def maximum(plan):
    """The maximum heart rate that a plan counts with, by what the brief says (Tanaka 2001 where it is not measured)."""
    athlete = plan["brief"]["athlete"]
    if "max_heart_rate" in athlete:
        return athlete["max_heart_rate"]
    age = int(plan["weeks"][0]["start"][:4]) - athlete["birth_year"]
    return (2080 - 7 * age + 5) // 10


def main(program, workouts, seed="1"):
    judge, plans = Judge(program), 0
    with tempfile.TemporaryDirectory() as room:
        while len(judge.npm) < int(workouts):
            plans += 1
            rng = random.Random(f"{seed}/{plans}")
            folder = Path(room) / f"{seed}-{plans}"
            folder.mkdir()
            peek = brief(random.Random(f"{seed}/{plans}"))
            judge.most = maximum({"brief": peek, "weeks": [{"start": peek["block"]["start"]}]})
            plan, serials = judge.plan(folder, rng)
            if plans % 3 == 0 and len(plan["weeks"]) > 1:
                judge.replanned(folder, plan, serials, rng)
        paths = []
        for number, (data, *_) in enumerate(judge.npm):
            paths.append(Path(room) / f"npm-{number}.fit")
            paths[-1].write_bytes(data)
        for found, (_, watch, run, name) in zip(readers.npm(paths), judge.npm, strict=True):
            judge.fit(f"npm of {name}", found, watch, run, {})
    print(f"{len(judge.npm)} workouts of {plans} plans, {sum(judge.count.values())} comparisons, {judge.count['moved']} moved by replans: "
          f"{len(judge.wrong)} differ")
    if judge.wrong:
        sys.exit("\n".join(judge.wrong[:10]))


if __name__ == "__main__":
    main(*sys.argv[1:])
