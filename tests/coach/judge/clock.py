"""Hours of the day: early and late starts, the long run's morning, the wished part of the day."""

from . import numbers, places, windows
from .answer import all_hold, fails, holds, no_matter

EARLY, VERY_EARLY, LATE, FIRST = 6 * 60 + 30, 5 * 60 + 30, 21 * 60, 5 * 60


def alone(plan):
    return [run for run in plan.runs if not run.attached]


def early(plan, words):
    """C29: not before 06:30 where later was open."""
    limit = VERY_EARLY if plan.running.get("preferred_time") == "morning" else EARLY
    runs = alone(plan)
    off = [run for run in runs if run.clock < limit and places.has(plan, run, run.day, least=limit, others=places.neighbours(plan, run))]
    said = f"{len(off)} of {len(runs)} runs start before {places.shown(limit)} though later was open"
    return fails(f"{said}, the first {off[0].when}") if len(off) > 0.1 * len(runs) else holds(said)


def other_hours(plan, run):
    """Whether another hour of the week was open, the other runs where they are."""
    return any(places.has(plan, run, day, least=FIRST, most=LATE, others=places.neighbours(plan, run)) for day in run.week.days)


def unsocial(plan, words):
    """C30: no start from 21:00 or before 05:00, and ten hours after an evening run where a later start was open."""
    faults, runs = [], alone(plan)
    for run in runs:
        if not FIRST <= run.clock < LATE and other_hours(plan, run):
            faults.append(f"{run.when} though other hours of the week were open")
    ordered = sorted(runs + plan.races, key=lambda it: it.at)
    for first, second in zip(ordered, ordered[1:]):
        gap = second.at - first.end
        if first.clock + first.minutes > 20 * 60 and gap < numbers.EVENING_RUN_SHOULD - 1e-6 and not second.is_race:
            later = second.clock + int(60 * (numbers.EVENING_RUN_SHOULD - gap)) + 1
            if places.has(plan, second, second.day, least=later, others=places.neighbours(plan, second)):
                faults.append(f"{second.when} starts {gap:.1f} h after a run that ended past 20:00")
    return all_hold(faults)


def long_in_the_morning(plan, words):
    """C31: the long run starts before 11:00 where that was open."""
    if plan.running.get("preferred_time") in ("midday", "evening"):
        return no_matter("another part of the day is wished")
    faults = []
    for run in (it for it in alone(plan) if it.cls == "long" and it.clock >= 11 * 60):
        if not windows.told(plan) and run.day.weekday() < 5:
            continue
        if places.has(plan, run, run.day, least=7 * 60, most=11 * 60, others=places.neighbours(plan, run)):
            faults.append(f"{run.when} though 07:00-11:00 was open")
    return all_hold(faults)


def wished_part(plan, words):
    """C32: in the wished part of the day where it is open."""
    part = plan.running.get("preferred_time")
    if part not in numbers.PARTS:
        return no_matter("no part of the day is wished")
    low, high = numbers.PARTS[part]
    there, off = 0, []
    for run in alone(plan):
        if low <= run.clock < high:
            there += 1
        elif places.has(plan, run, run.day, least=low, most=high, others=places.neighbours(plan, run)):
            off.append(run)
    total = there + len(off)
    said = f"{there} of {total} runs in the {part} where it was open"
    return fails(f"{said}, the first outside {off[0].when}") if len(off) > 0.1 * total else holds(said)
