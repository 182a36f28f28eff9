"""Hard work: how much of it is the race's own, whether it grows, tests, and that easy days are easy."""

import math

from . import numbers, places, rest, work
from .answer import all_hold, fails, holds, no_matter


def counted(run, event):
    """Race-specific minutes of a run."""
    worth = dict(numbers.RACE_COUNTS[event])
    worth["race"] = 1
    if event == "marathon" and run.cls == "long":
        worth |= numbers.MARATHON_IN_LONG
    return sum(worth.get(kind, 0) * value for kind, value in run.work.items())


def race_work(plan, words):
    """C16: race-specific minutes in build and peak."""
    if not words.event or plan.level == "beginner" or words.held_from or words.walk_run:
        return no_matter("no race in range, a beginner, or pain")
    least = numbers.RACE_WORK[words.event][plan.column - 1] * min(1, len(plan.weeks) / 10)
    halves = halved(plan, words)
    if no_slot(plan, words):
        return no_matter("no place is open for a hard run")
    done = sum(counted(run, words.event) for week in words.build_from for run in week.runs)
    least = least / 2 if halves else least
    least = min(least, numbers.RACE_WORK_SHARE[words.event] * sum(week.tot for week in words.build_from))
    said = f"{done:.0f} of {least:.0f} race-specific minutes in build and peak"
    return holds(said) if done >= least - 0.5 else fails(said)


def halved(plan, words):
    """One hard run in two weeks, or heavy sessions that fill the cap."""
    most = numbers.QUALITY_A_WEEK.get(plan.goal, (1, 1, 1))[plan.column]
    full = [week for week in words.build_from if rest.filled(plan, week)]
    return plan.asked <= 2 or (plan.goal == "strength" and most <= 1) or len(full) * 2 > len(words.build_from)


def no_slot(plan, words):
    """Whether most weeks of build and peak have no legal place for a threshold run of 40 min."""
    most = numbers.QUALITY_A_WEEK.get(plan.goal, (1, 1, 1))[plan.column]
    weeks = words.build_from
    if not most or not plan.runs or (plan.habit == "new" and weeks and all(rest.filled(plan, week) for week in weeks)):
        return True
    without = sum(not any(run.hard for run in week.runs) and not holds_hard(plan, week) for week in weeks)
    return len(weeks) > 0 and without * 2 > len(weeks)


def holds_hard(plan, week):
    """Whether a threshold run of 40 min has a legal place beside the long run: where that is wished, or anywhere it could be."""
    if plan.habit == "new" and rest.filled(plan, week):
        return False
    run, near = threshold_like(plan), [it for it in plan.runs if it.cls == "long" and abs((it.day - week.first).days) < 14]
    others = [it for it in near if it not in week.runs]
    long = next((it for it in near if it in week.runs), None)
    ways = [[long] if long else []]
    if long and plan.running.get("long_run_day") not in numbers.DAYS:
        for day in week.days:
            clocks = list(places.starts(plan, long, day, others=others))
            ways += [[places.moved(plan, long, day, clock)] for clock in {*clocks[:1], *clocks[-1:]}]
    for way in ways:
        days = [day for day in week.days if all(it.day != day for it in way) and not rest.is_last(plan, week, day)]
        if any(places.has(plan, run, day, minutes=40, others=others + way) for day in days):
            return True
    return False


def threshold_like(plan):
    run = places.moved(plan, plan.runs[0], plan.runs[0].day, 0, 40, easy=True)
    run.cls, run.type, run.workout = "quality", "tempo", "tempo"
    return run


def grows(plan, words):
    """C17: each kind of hard work grows, race pace is often there."""
    faults = []
    full = words.full
    lines = {}
    for week in full:
        for run in week.runs:
            for kind, value in run.work.items():
                if kind in ("strides", "test", "X", "steady", "other"):
                    continue
                if not run.hard and run.cls != "long":
                    continue
                # Marathon pace is one line, in the middle of the week or in every second long run; half pace has one of its own there.
                lines.setdefault((kind, run.cls == "long" and kind != "marathon"), []).append((week.number, value))
    for (kind, long), doses in sorted(lines.items()):
        name = f"{kind} in long runs" if long else kind
        values = [value for _, value in doses]
        if len(values) >= 3 and sum(values[-2:]) / 2 < sum(values[:2]) / 2 - 0.01:
            faults.append(f"{name} falls: {' '.join(f'{it:.3g}' for it in values)}")
        for (_, one), (number, two) in zip(doses, doses[1:]):
            if two > 1.3 * one + 0.05:
                faults.append(f"{name} goes from {one:.3g} to {two:.3g} min in week {number}")
                break
    if words.event and plan.level != "beginner" and not words.held_from and not words.walk_run and not halved(plan, words) and not no_slot(plan, words):
        last = [week for week in full if week in words.before_taper()][-6:]
        with_pace = sum(any(work.race_minutes(run, words.event) for run in week.runs) for week in last)
        if len(last) >= 3 and with_pace < min(3, math.ceil(len(last) / 2)):
            faults.append(f"race pace in {with_pace} of the last {len(last)} full weeks")
    return all_hold(faults)


def tests(plan, words):
    """C21: no nine weeks in a row without a test or race."""
    if len(plan.weeks) < 10 or plan.level == "beginner" or words.body or words.walk_run:
        return no_matter("under ten weeks, a beginner, or the body")
    row, worst = [], []
    for week in plan.weeks:
        row = [] if week.races or any(run.type == "time_trial" for run in week.runs) else [*row, week]
        worst = max(worst, row, key=len)
    said = f"{len(worst)} weeks in a row without a test or race"
    if len(worst) < 9:
        return holds(f"at most {len(worst)} weeks without")
    if not plan.runs or not any(holds_hard(plan, week) for week in worst):
        return no_matter(f"{said}, and none of them has a place for a hard run")
    return fails(said)


def easy_is_easy(plan, words):
    """C23: easy runs are easy, and most minutes are."""
    faults = []
    for run in plan.runs:
        if run.cls == "easy" and not run.extra:
            loud = sum(work.minutes(step) for step in run.steps if step.get("zone", 1) >= 3)
            if loud and (loud > 3.01 or set(run.work) - {"strides"}):
                faults.append(f"easy run {run.when} has {loud:.3g} min of zone 3 and more ({run.workout})")
    for week in words.full:
        if len([run for run in week.runs if not run.extra]) <= 2 or not week.tot:
            continue
        loud = sum(work.zone_minutes(run, 3) for run in week.runs)
        paced = any(work.race_minutes(run, words.event) for run in week.runs) if words.event in ("half", "marathon") else False
        paced = paced or any("half" in run.work or "marathon" in run.work for run in week.runs)
        if plan.level == "beginner":
            loud -= sum(run.work.get("race", 0) for run in week.runs if run.cls == "long")
        least = 75 if paced and plan.level != "beginner" else 90 if plan.level == "beginner" else 80
        easy = 100 * (week.tot - loud) / week.tot
        if easy < least - 0.5:
            faults.append(f"week {week.number} is {easy:.0f} % easy, {least} needed")
    return all_hold(faults)


def hard_count(plan, words):
    """C24: not more hard runs than goal and number of runs allow, and far enough apart."""
    faults, before = [], False
    for week in plan.weeks:
        runs, hard = [run for run in week.runs if not run.extra], [run for run in week.runs if run.hard]
        most = numbers.QUALITY_A_WEEK.get(plan.goal, (1, 1, 1))[plan.column]
        if plan.goal == "endurance" and plan.level == "advanced" and week.phase != "peak":
            most = 2
        if plan.level == "beginner" and plan.goal == "endurance" and week.number <= numbers.BEGINNER_ENDURANCE_WEEKS and not plan.cur:
            most = 0
        if plan.age is not None and (plan.age < 18 or plan.age >= 60):
            most = min(most, 1)
        most = max(most, 1 if week.races or week.phase == "taper" and plan.level != "beginner" else 0)
        races = [race for race in week.races if race is not words.race]
        counted_hard = len(hard) + len(races)
        if counted_hard > most:
            faults.append(f"week {week.number} has {counted_hard} hard runs, {most} allowed")
        elif len(hard) > math.ceil(len(runs) / 3):
            faults.append(f"week {week.number} has {len(hard)} hard of {len(runs)} runs")
        if len(runs) == 2 and hard and before and not week.races:
            faults.append(f"week {week.number} is hard again with two runs")
        before = bool(hard) and len(runs) == 2
    faults += spacing_faults(plan)
    return all_hold(faults)


def spacing_faults(plan):
    from . import hours
    runs = sorted(plan.runs + plan.races, key=lambda run: run.at)
    for i, first in enumerate(runs):
        for second in runs[i + 1:]:
            if second.at - first.end > 80:
                break
            yield from (it for it in hours.between(plan, first, second) if it.startswith("spacing"))
