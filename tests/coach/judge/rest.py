"""Rest days and hard days of a week."""

import datetime

from . import legs, numbers, work


def trained(week):
    """Dates of a week with strength, and with runs: on a day of rest there is neither."""
    fixed = {session.day for session in week.sessions if session.kind == "strength"}
    return fixed, {run.day for run in week.all}


def leaves_rest(plan, week, day):
    """Whether one more run on this date leaves a day of rest, or takes none away."""
    fixed, runs = trained(week)
    return not is_last(plan, week, day) and (day in fixed | runs or len(fixed | runs) < 6)


def is_last(plan, week, day):
    """Whether this date is the last one that the person's own week leaves for rest; for the young any sport takes one."""
    own = {it.day for it in week.sessions if it.kind == "strength" or (plan.age is not None and plan.age < 18 and it.kind == "other")}
    return day not in own and len(own) >= 6


def rest_faults(plan):
    for week in plan.weeks:
        fixed, runs = trained(week)
        fixed |= {race.day for race in week.races}  # a race is the person's own
        if len(fixed) < 7 and len(fixed | runs) > 6:
            yield f"week {week.number} has no day of rest"


def hard_sessions(week):
    return [session for session in week.sessions if legs.hard(session)]


def hard_runs(week):
    return [run for run in week.all if run.hard or run.is_race or (run.cls == "long" and run.minutes >= numbers.HARD_LONG_MINUTES)]


def cap(plan):
    return numbers.HARD_CAP.get(plan.level, 4) + (plan.habit != "new")


def filled(plan, week):
    """Whether the person's own hard sessions fill the cap."""
    return len(hard_sessions(week)) >= cap(plan)


def cap_faults(plan):
    for week in plan.weeks:
        own, runs = hard_sessions(week), [run for run in hard_runs(week) if not run.is_race]
        most = cap(plan)
        if len(own) + len(hard_runs(week)) <= most or not runs:
            continue
        mild = [run for run in runs if run.type in ("tempo", "fartlek") and work.total(run) <= numbers.FILLED_WORK_MINUTES]
        if filled(plan, week) and plan.habit != "new" and len(runs) == 1 and mild:
            continue
        yield f"week {week.number} has {len(own)} hard sessions and {len(hard_runs(week))} hard runs, the cap is {most}"


def hard_in_a_row_faults(plan):
    """Beginners: the planner never makes the second hard day in a row."""
    if plan.level != "beginner":
        return
    hard = {session.day for session in plan.sessions if legs.hard(session)}
    runs = {run.day for week in plan.weeks for run in hard_runs(week) if not run.is_race}
    for day in sorted(runs):
        near = [day + datetime.timedelta(days=i) for i in (-1, 1)]
        if any(it in hard or it in runs for it in near):
            yield f"hard run on {day:%a %d %b} beside another hard day"
