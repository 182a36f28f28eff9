"""Pain, breaks, races behind, age, birth and weight."""

import datetime

from . import numbers, places, rest, walking, work
from .answer import all_hold, fails, holds, no_matter

DAY = datetime.timedelta(days=1)


def pain(plan, words):
    """C34: while pain is held nothing is fast, near or growing."""
    if not words.held_from:
        return no_matter("no pain is held")
    since, level = words.held_from
    weeks = [week for week in plan.weeks if words.held(week)]
    runs = [run for week in weeks for run in week.runs if run.day.isoformat() >= since]
    faults = []
    if level > 5:
        return fails(f"{len(runs)} runs with pain of {level}") if runs else holds("no run")
    for run in runs:
        if run.hard:
            faults.append(f"{run.workout or run.type} {run.when} with pain of {level}")
        elif run.cls == "long":
            faults.append(f"long run {run.when} with pain of {level}")
    for first, second in zip(runs, runs[1:]):
        if second.at - first.at < 40 - 1e-6:
            faults.append(f"{first.when} and {second.when} start {second.at - first.at:.1f} h apart, 40 needed")
    whole = [week for week in weeks if week.first.isoformat() >= since]
    for first, second in zip(whole, whole[1:]):
        if second.tot > max(it.tot for it in whole if it.number <= first.number) + 2:
            faults.append(f"week {second.number} grows to {second.tot} min")
    return all_hold(faults)


def came_back(plan, words):
    """C35: after a break each week follows the table."""
    if not 6 <= words.break_days <= 56:
        return no_matter("no break of 6 to 56 days")
    faults, shown = [], []
    for week, share in zip(plan.weeks, words.return_steps):
        shown.append(f"{week.tot}/{week.longest}")
        aim = plan.cur * share / 100
        if plan.cur and not 0.95 * aim - 2.5 <= week.tot <= 1.05 * aim + 2.5:
            faults.append(f"week {week.number} has {week.tot} min, {aim:.0f} are right")
        aim = plan.longest0 * share / 100
        if plan.longest0 and not max(0, min(0.95 * aim, aim - 2.5)) <= week.longest <= max(1.05 * aim, aim + 2.5, 20):
            faults.append(f"week {week.number}'s longest is {week.longest} min, {aim:.0f} are right")
    back = next(week for most, _, week in numbers.RETURN if words.break_days <= most)
    early = next((run for week in plan.weeks[:back - 1] for run in week.runs if run.hard), None)
    if early:
        faults.append(f"{early.workout or early.type} {early.when}, hard runs are back in week {back}")
    return all_hold(faults, " ".join(shown))


def after_races(plan, words):
    """C36: after a race volumes come back by the table, and hard runs late."""
    faults, judged = [], False
    for race, event, goal in words.races_run():
        quiet = numbers.NO_QUALITY_DAYS[event] if goal else min(3, numbers.NO_QUALITY_DAYS[event])
        hard = next((run for run in plan.runs if run.hard and 0 < (run.day - race.day).days <= quiet), None)
        if hard:
            faults.append(f"{hard.workout or hard.type} {(hard.day - race.day).days} days after {event}, none before day {quiet + 1}")
        if not goal:
            continue
        base, long0 = base_of(plan, words, race)
        last = plan.weeks[-1].days[-1]
        for i, (volume, long, runs) in enumerate(numbers.AFTER_RACE[event]):
            first = race.day + DAY * (1 + 7 * i)
            if first < plan.first or first + 6 * DAY > last:
                continue
            judged = True
            there = [run for run in plan.runs if first <= run.day <= first + 6 * DAY]
            tot = sum(run.minutes for run in there)
            if base and not (volume[0] - 10.5) * base / 100 <= tot <= (volume[1] + 10.5) * base / 100:
                faults.append(f"week {i + 1} after {event} has {tot} min of {base:.0f}, {volume[0]}-{volume[1]} % are right")
            longest = max((run.minutes for run in there if long[1] or run.cls == "long"), default=0)
            if long0 and longest > (long[1] + 10.5) * long0 / 100:
                faults.append(f"week {i + 1} after {event} has a run of {longest} min, {long[1]} % of {long0} are right")
            if runs and not runs[0] <= len(there) <= runs[1]:
                faults.append(f"week {i + 1} after {event} has {len(there)} runs, {runs[0]}-{runs[1]} are right")
    return all_hold(faults) if judged or faults else no_matter("no race is behind")


def base_of(plan, words, race):
    if race in plan.before:
        return plan.cur, plan.longest0
    full = [week.tot for week in words.full if week.first < race.day][-3:]
    return (sum(full) / len(full) if full else plan.cur), words.lp


def ages(plan, words):
    """C37: under 18 and from 60 on."""
    if plan.age is None or 18 <= plan.age < 60:
        return no_matter("18 to 59, or not told")
    return young(plan, words) if plan.age < 18 else old(plan, words)


def young(plan, words):
    faults = []
    for run in plan.runs:
        if run.clock < 6 * 60 + 30:
            faults.append(f"{run.when} is before 06:30")
        for session in plan.sessions:
            if session.match and run.kind in ("quality", "long") and 0 <= session.at - run.end < 20:
                faults.append(f"{run.kind} run {run.when} {session.at - run.end:.1f} h before {session.name}")
            if session.match and session.day == run.day and run.at < session.at:
                faults.append(f"run {run.when} before {session.name} that day")
    for week in plan.weeks:
        own = {it.day for it in week.sessions} | {it.day for it in week.races}
        if len(own) <= 6 and len(own | {it.day for it in week.all}) > 6:
            faults.append(f"week {week.number} has no day without sport")
        if week.longest > (75 if plan.age >= 16 else 60):
            faults.append(f"week {week.number} has a run of {week.longest} min")
        if sum(run.hard for run in week.runs) > 1:
            faults.append(f"week {week.number} has two hard runs")
    if not any("8" in text and "10" in text and "sleep" in text.lower() for text in said(plan)):
        faults.append("8 to 10 hours of sleep are not said")
    return all_hold(faults)


def said(plan):
    return plan.stops + plan.warnings + [note for week in plan.weeks for note in week.notes]


def could_share(plan, week, fixed):
    """Whether a run on a day without strength could be on one with it, where no other run is."""
    open_days = [day for day in week.days if day in fixed and all(run.day != day for run in week.all)]
    alone = [run for run in week.runs if run.day not in fixed and not run.extra]
    return any(places.has(plan, run, day, others=places.neighbours(plan, run)) for run in alone for day in open_days)


def old(plan, words):
    faults = []
    short = 0
    for week in plan.weeks:
        if sum(run.hard for run in week.runs) > 1:
            faults.append(f"week {week.number} has two hard runs")
        fixed, runs = rest.trained(week)
        short += len(fixed | runs) > 5 and len(fixed) <= 3 and plan.asked <= 5 and could_share(plan, week, fixed)
    if short * 4 > len(plan.weeks):
        faults.append(f"{short} weeks have under two days of rest")
    row = 0
    for week in words.before_taper():
        row = 0 if week.deload or week.races or week.tot < 120 or week.phase in ("taper", "recovery") else row + 1
        if row > 5:
            faults.append(f"{row} weeks to week {week.number} without a lighter one")
            break
    return all_hold(faults)


def slow_track(plan, words):
    """C38: after a birth, at BMI 30 and more, with GLP-1 medicines."""
    athlete, bmi, notes, faults = plan.athlete, plan.bmi or 0, " ".join(said(plan)).lower(), []
    born = athlete.get("weeks_since_birth")
    if born is None and bmi < 30 and not athlete.get("glp1"):
        return no_matter("nothing of these is told")
    if born is not None and born < 52 and "pelvic" not in notes:
        faults.append("no word on the pelvic floor")
    if bmi >= 30:
        running = sum(sum(walking.bouts(run)) if run.type == "walk_run" else run.minutes for run in plan.weeks[0].runs)
        if plan.cur < 30 and running > 24.5:
            faults.append(f"{running:.0f} min of running in week 1, 24 are about 3 km")
        if "walk" not in notes:
            faults.append("no word on walks toward 150 min")
    if athlete.get("glp1") and "protein" not in notes:
        faults.append("no word on protein")
    stages = walking.progress(plan, words)
    if stages.failed:
        faults.append(f"slow track: {stages.text}")
    return all_hold(faults)


def shown_well(plan, words):
    """C40: purposes, pulse, lengths in fives."""
    faults = []
    for run in plan.runs + plan.races:
        if not isinstance(run.purpose, str) or not run.purpose.strip() or "\n" in run.purpose:
            faults.append(f"{run.id} has no one-line purpose")
        if any(step.get("heart_rate") and float(step.get("minutes", 0)) < 2 - 1e-6 for step in run.steps):
            faults.append(f"{run.id} has a pulse on a step under 2 min")
        if run.minutes % 5 and not run.is_race and run.type != "walk_run" and not run.extra:
            faults.append(f"{run.id} is {run.minutes} min long")
    return all_hold(faults)
