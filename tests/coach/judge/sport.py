"""Runs and the person's own sessions: hours before and after."""

from . import hours, numbers
from .answer import all_hold, no_matter


def pairs(plan, most=50):
    """Every run that stands alone with each session near it."""
    sessions = plan.sessions
    for run in plan.runs:
        for session in sessions:
            if session.at - run.end < most and run.at - session.end < 80:
                yield run, session


def hours_before(plan, words):
    """C25: no run ends too near before leg work."""
    faults = []
    for run, session in pairs(plan):
        if run.extra or run.attached == session.id or session.legs not in ("heavy", "moderate") or run.end > session.at:
            continue
        if plan.running.get("bricks") and session.kind == "other":
            continue
        need = {"heavy": (3, 6), "moderate": (2, 3)}[session.legs][run.minutes > 30]
        if session.at - run.end < need - 1e-6:
            faults.append(f"{run.minutes} min {run.when} end {session.at - run.end:.1f} h before {session.name}, {need} needed")
    return all_hold(faults)


def hard_before_lifting(plan, words):
    """C26: no hard run on the morning of heavy legs, nor within 20 h before them."""
    faults = []
    for run, session in pairs(plan):
        if not run.hard or run.extra or session.kind != "strength" or session.legs != "heavy" or run.end > session.at:
            continue
        gap, need = session.at - run.end, numbers.STACKED if hours.stacks(plan) else numbers.HARD_TO_HEAVY
        if run.day == session.day and not hours.stacks(plan):
            faults.append(f"{run.workout or run.type} {run.when} on the day of {session.name}")
        elif gap < (need if run.day == session.day else numbers.HARD_TO_HEAVY) - 1e-6:
            faults.append(f"{run.workout or run.type} {run.when} ends {gap:.1f} h before {session.name}")
    return all_hold(faults)


def sport_after(plan, words):
    """C27: no hard or long run on the day of a hard class before it, nor 20 h before a match."""
    faults = []
    for run, session in pairs(plan):
        if session.kind != "other" or session.legs != "heavy" or run.kind not in ("quality", "long") or run.end > session.at or run.extra:
            continue
        if run.day == session.day:
            faults.append(f"{run.kind} run {run.when} on the day of {session.name}, before it")
        elif session.match and session.at - run.end < 20 - 1e-6:
            faults.append(f"{run.kind} run {run.when} ends {session.at - run.end:.1f} h before {session.name}")
    return all_hold(faults)


def hours_after(plan, words):
    """C28: the hours after heavy legs."""
    return all_hold(fault for run, session in pairs(plan) if session.legs == "heavy"
                    for fault in hours.with_session(plan, run, session) if fault.startswith("hours after"))
