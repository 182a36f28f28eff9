"""Musts that stand beside the forty checks: availability, overlap, one run a day, rest, caps, hours, attached runs."""

from . import hours, numbers, places, rest, sport, windows
from .race import tune_up_faults


def between_runs(plan, words):
    runs = sorted(plan.runs + plan.races, key=lambda run: run.at)
    held = words.held_from is not None
    for i, first in enumerate(runs):
        for second in runs[i + 1:]:
            if second.at - first.end > 130:
                break
            yield from hours.between(plan, first, second, held and first.day.isoformat() >= words.held_from[0])


def with_sessions(plan, words):
    for run, session in sport.pairs(plan):
        yield from hours.with_session(plan, run, session)


def free_hours(plan, words):
    for run in plan.runs:
        if run.attached or run.own:
            continue
        if not windows.holds(plan, run.day, run.clock, run.minutes):
            yield f"free hours: {run.when} for {run.minutes} min is outside them"
        if not places.free_of_busy(plan, run):
            yield f"free hours: {run.when} meets another calendar"


def attached(plan, words):
    column, word = plan.column, plan.running.get("attached_runs")
    by_id = {session.id: session for week in plan.weeks for session in week.sessions}
    for week in plan.weeks:
        tied = [run for run in week.runs if run.attached]
        for run in tied:
            session = by_id.get(run.attached)
            if word == "never":
                yield f"attached: {run.when} though never is asked"
            elif session is None:
                yield f"attached: {run.when} follows no session of the plan"
            elif session.legs == "heavy":
                yield f"attached: {run.when} follows heavy legs ({session.name})"
            elif run.type == "cooldown_jog" and run.minutes > (numbers.COOLDOWN_OTHER if session.legs == "moderate" else numbers.COOLDOWN_UPPER)[plan.level]:
                yield f"attached: cool-down of {run.minutes} min {run.when}"
            elif run.minutes > numbers.ATTACHED_MOST[plan.level]:
                yield f"attached: {run.minutes} min {run.when}, at most {numbers.ATTACHED_MOST[plan.level]}"
            elif run.type == "finisher" and session.legs != "upper":
                yield f"attached: finisher {run.when} after {session.name}"
        finishers = [run for run in week.runs if run.type == "finisher"]
        if len(finishers) > numbers.FINISHERS_A_WEEK.get(plan.goal, (0, 0, 0))[column]:
            yield f"attached: {len(finishers)} finishers in week {week.number}"
        if finishers and (week.deload or week.phase == "taper"):
            yield f"attached: finisher in week {week.number}, a {'deload' if week.deload else 'taper'}"
        jogs = [run for run in week.runs if run.type == "cooldown_jog"]
        if len(jogs) > numbers.COOLDOWNS_A_WEEK[plan.level]:
            yield f"attached: {len(jogs)} cool-down jogs in week {week.number}"


def as_written(plan, words):
    for week in plan.weeks:
        whole = sum(run.minutes for run in week.all)
        if week.said_minutes is not None and week.said_minutes not in (whole, week.tot):
            yield f"sums: week {week.number} says {week.said_minutes} run minutes, its runs have {whole}"
        for run in week.runs:
            steps = sum(float(step.get("minutes", 0)) * int(step.get("repeat", 1)) for step in run.steps)
            if run.steps and abs(steps - run.minutes) > 1.01:
                yield f"sums: {run.id} is {run.minutes} min, its steps {steps:.1f}"
            if run.day not in week.days:
                yield f"sums: {run.id} {run.when} is not in week {week.number}"


def stopped(plan, words):
    """Before three weeks after a birth nothing, before twelve walks only."""
    born = plan.athlete.get("weeks_since_birth")
    if born is None or born >= 12:
        return
    for run in plan.runs:
        weeks = born + (run.day - plan.first).days // 7
        if weeks < 12 and run.workout != "walk_brisk":
            yield f"birth: {run.workout or run.type} {run.when}, {weeks} weeks after it"


def broken(plan, words):
    """Every must that does not hold, in sentences."""
    found = []
    for part in (free_hours, with_sessions, between_runs, attached, as_written, stopped):
        found += part(plan, words)
    found += [f"rest: {it}" for it in rest.rest_faults(plan)]
    found += [f"hard days: {it}" for it in rest.cap_faults(plan)]
    found += [f"hard days: {it}" for it in rest.hard_in_a_row_faults(plan)]
    return list(dict.fromkeys(found))


def beside(plan, words):
    """What is judged beside the checks without being a must."""
    return list(tune_up_faults(plan, words))
