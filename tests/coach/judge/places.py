"""Where a run could lie too: starts on the quarter hours that break no must beside sessions and, where asked, other runs."""

import copy
import datetime

from . import hours, windows

STEP = 15


def moved(plan, run, day, clock, minutes=None, easy=False):
    """The same run at another time, or an easy one of its minutes."""
    other = copy.copy(run)
    other.__dict__.pop("work", None)
    other.start = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=clock)
    other.minutes = minutes or run.minutes
    other.at = plan.hours(other.start)
    other.end = other.at + other.minutes / 60
    other.attached = None
    if easy:
        other.cls, other.type, other.workout, other.steps = "easy", "easy", "easy", []
    return other


def legal(plan, run, others=()):
    """Whether a run breaks nothing beside the sessions and these runs."""
    for session in plan.sessions:
        if session.at - run.end > 48 or run.at - session.end > 72:
            continue
        if next(iter(hours.with_session(plan, run, session)), None):
            return False
    for it in others:
        first, second = sorted((run, it), key=lambda one: one.at)
        if second.at - first.end < 130 and next(iter(hours.between(plan, first, second)), None):
            return False
    return free_of_busy(plan, run)


def free_of_busy(plan, run):
    for it in plan.data.get("busy") or []:
        start = plan.hours(datetime.datetime.fromisoformat(it["start"][:16]))
        if run.at < start + it["minutes"] / 60 + 0.25 and start < run.end + 0.25:
            return False
    return True


def starts(plan, run, day, minutes=None, easy=False, others=(), least=0, most=24 * 60):
    """Legal starts of a run on a date, between two clock times."""
    length = minutes or run.minutes
    for start, end in windows.around(plan, day):
        clock = -(-max(start, least, 0) // STEP) * STEP
        while clock < min(most, 1440) and clock + length <= end:
            other = moved(plan, run, day, clock, length, easy)
            if legal(plan, other, others):
                yield clock
            clock += STEP


def has(plan, run, day, **how):
    return next(starts(plan, run, day, **how), None) is not None


def neighbours(plan, run):
    """The other runs of some days around it, races too."""
    return [it for it in plan.runs + plan.races if it is not run and abs(it.at - run.at) < 14 * 24 and not it.extra]


def shown(clock):
    return f"{clock // 60:02}:{clock % 60:02}"
