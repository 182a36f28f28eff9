"""What must never be in a person's plan: the words of expected.json, each judged on the plan."""

import re

from judge import numbers, work


def fail_if(found, what=lambda it: str(it)):
    first = next(iter(found), None)
    return what(first) if first is not None else None


def when(run):
    return f"{run.workout or run.type} {run.when}"


def days_in_a_row(plan, words):
    return fail_if((b for a, b in zip(plan.runs, plan.runs[1:]) if (b.day - a.day).days == 1), when)


def before(clock, day=None):
    least = int(clock[:2]) * 60 + int(clock[3:])
    return lambda plan, words: fail_if((run for run in plan.runs if run.clock < least and (day is None or run.day.weekday() == day)), when)


def from_clock(clock):
    most = int(clock[:2]) * 60 + int(clock[3:])
    return lambda plan, words: fail_if((run for run in plan.runs if run.clock >= most), when)


def deload(plan, words):
    return fail_if((week for week in plan.weeks if week.deload), lambda week: f"week {week.number}")


def deload_early(plan, words):
    return fail_if((week for week in plan.weeks[:5] if week.deload), lambda week: f"week {week.number}")


def long_before_thirty(plan, words):
    from judge import walking
    for run in plan.runs:
        if run.type == "walk_run" and max(walking.bouts(run), default=0) >= 30:
            return None
        if run.cls == "long":
            return when(run)


def weeks_alike(most):
    def judge(plan, words):
        row = 1
        for a, b in zip(words.full, words.full[1:]):
            row = row + 1 if abs(a.tot - b.tot) <= 2 else 1
            if row >= most:
                return f"{row} full weeks of {b.tot} min to week {b.number}"
    return judge


def hard_on(day, until=24 * 60, long=False):
    def judge(plan, words):
        return fail_if((run for run in plan.runs if run.day.weekday() == day and run.clock < until and (run.hard or long and run.cls == "long")), when)
    return judge


def hills_on(day):
    return lambda plan, words: fail_if((run for run in plan.runs if run.day.weekday() == day and ("H" in run.work or "S" in run.work)), when)


def long_on(days):
    return lambda plan, words: fail_if((run for run in plan.runs if run.cls == "long" and run.day.weekday() in days), when)


def run_on(day):
    return lambda plan, words: fail_if((run for run in plan.runs if run.day.weekday() == day), when)


def full_week_under(minutes):
    return lambda plan, words: fail_if((week for week in words.full if week.tot < minutes), lambda week: f"week {week.number} has {week.tot} min")


def left_out(plan, words):
    return fail_if((week for week in plan.weeks if week.unplaced), lambda week: f"week {week.number}: {week.unplaced[0].get('type')}")


def long_on_lifting_morning(plan, words):
    return fail_if((run for run in plan.runs if run.kind == "long" for it in plan.sessions if it.legs == "heavy" and it.day == run.day), when)


def marathon_pace_late(plan, words):
    last = [week for week in plan.weeks][-4:]
    return fail_if((run for week in last for run in week.runs if "marathon" in run.work), when)


def near_class(plan, words):
    return fail_if((run for run in plan.runs for it in plan.sessions if it.kind == "other" and 0 <= it.at - run.end < 3), when)


def race_minutes(minutes):
    return lambda plan, words: fail_if((race for race in plan.races if abs(race.minutes - minutes) <= 10), when)


def second_on_race_day(plan, words):
    return fail_if((run for race in plan.races for run in plan.runs if run.day == race.day), when)


def hard_before_ride(plan, words):
    return fail_if((run for run in plan.runs if run.hard for it in plan.sessions if it.legs == "heavy" and it.day == run.day and it.at > run.at), when)


def base_after_build(plan, words):
    for a, b in zip(plan.weeks, plan.weeks[1:]):
        if a.phase in ("build", "peak") and not a.deload and b.phase == "base" and b.aim == a.aim:
            return f"week {b.number} is base after {a.phase}"


WORDS = {
    "days_in_a_row": days_in_a_row, "deload": deload, "deload in weeks 1-5": deload_early, "called long before 30 min without a stop": long_before_thirty,
    "nine weeks alike": weeks_alike(9), "six weeks alike": weeks_alike(6), "left out": left_out, "long on the morning of heavy lifting": long_on_lifting_morning,
    "marathon pace in the last 4 weeks": marathon_pace_late, "in the 3 h before a class": near_class, "a race of 40 min": race_minutes(40),
    "a second run on a race day": second_on_race_day, "hard before a ride on one day": hard_before_ride, "base after build inside a wave": base_after_build,
}
PATTERNS = [
    (r"before (\d\d:\d\d)", lambda a: before(a)),
    (r"from (\d\d:\d\d)", from_clock),
    (r"(\w{3}) before (\d\d:\d\d)", lambda day, a: before(a, numbers.DAYS.index(day))),
    (r"hard on (\w{3}) before (\d\d):00", lambda day, a: hard_on(numbers.DAYS.index(day), int(a) * 60)),
    (r"hard or long on (\w{3})", lambda day: hard_on(numbers.DAYS.index(day), long=True)),
    (r"hills on (\w{3})", lambda day: hills_on(numbers.DAYS.index(day))),
    (r"long on ((?:\w{3} ?)+)", lambda days: long_on([numbers.DAYS.index(day) for day in days.split()])),
    (r"run on (\w{3})", lambda day: run_on(numbers.DAYS.index(day))),
    (r"a full week under (\d+)", lambda a: full_week_under(int(a))),
]


def judge(word, plan, words):
    """What breaks the word, or None."""
    if word in WORDS:
        return WORDS[word](plan, words)
    for pattern, make in PATTERNS:
        found = re.fullmatch(pattern, word)
        if found:
            return make(*found.groups())(plan, words)
    raise ValueError(f"unknown: {word}")


def hard_weeks(words):
    """Full weeks with a hard run."""
    return [week for week in words.full if any(run.hard for run in week.runs)]


def hard_days(plan):
    return [run for run in plan.runs if run.hard and work.total(run)]
