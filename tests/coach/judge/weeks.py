"""Weeks: minutes kept and grown, runs given as asked, deloads, single runs against the last 30 days."""

from . import numbers, places
from .answer import all_hold, fails, holds, no_matter


def starts_where_it_is(plan, words):
    """C08: week 1 has at least what is run now."""
    if not plan.cur or words.body:
        return no_matter("nothing is run now, or the body asks for less")
    week = plan.weeks[0]
    if week.tot >= 0.95 * plan.cur - 0.5:
        return holds(f"{week.tot} min in week 1, {plan.cur} now")
    if plan.told(plan.cur, r"week|min"):
        return no_matter(f"{week.tot} of {plan.cur} min, told first")
    return fails(f"week 1 has {week.tot} min, {plan.cur} are run now")


def staged(week):
    """Whether its lengths are those of walk-run stages, which no rule of weeks changes."""
    return any(run.type == "walk_run" for run in week.runs)


def no_stall(plan, words):
    """C09: no full week shrinks in silence."""
    faults = []
    for i, week in enumerate(words.full):
        if staged(week):
            continue
        before = [it.tot for it in words.full[max(0, i - 2):i]]
        mean = sum(before) / len(before) if before else 0
        if week.tot < 0.95 * plan.cur - 0.5 or (len(before) == 2 and week.tot < 0.9 * mean - 0.5):
            faults.append(f"week {week.number} has {week.tot} min, {plan.cur} now, {mean:.0f} in the two before")
    if faults and plan.told(r"\bweeks? \d|every week|all weeks", r"\d+ min") and plan.told(r"because|since|no (?:place|window|time)|room"):
        return no_matter(f"told with its reason: {faults[0]}")
    return all_hold(faults)


def growth(plan, words):
    """C10: a full week grows by a fifth at most, two by three tenths."""
    faults, history = [], [plan.cur] * 3 if plan.cur else []
    floor = max(plan.cur, 0)
    for i, week in enumerate(words.full):
        last = (history + [it.tot for it in words.full[:i]])[-3:]
        kept = week.tot <= floor and week.number <= 5
        if not last or kept or staged(week):
            continue
        mean = sum(last) / len(last)
        if week.tot > max(1.2 * mean, mean + 15) + 0.5:
            faults.append(f"week {week.number} has {week.tot} min after a mean of {mean:.0f}")
        elif i >= 2 and week.tot > max(1.3 * words.full[i - 2].tot, words.full[i - 2].tot + 20) + 0.5:
            faults.append(f"week {week.number} has {week.tot} min, {words.full[i - 2].tot} two full weeks before")
    return all_hold(faults)


def alike(plan, words):
    """C11: fewer than six full weeks in a row within two minutes."""
    most, row = 0, []
    for week in (it for it in words.full if not staged(it)):
        row = row + [week] if row and abs(week.tot - row[-1].tot) <= 2 and max(it.tot for it in row + [week]) - min(it.tot for it in row + [week]) <= 2 else [week]
        if len(row) > most:
            most, where = len(row), row
    if most < 6:
        return holds(f"at most {most} alike")
    said = f"weeks {where[0].number}-{where[-1].number} all have {where[0].tot} min"
    end = numbers.GROWTH_END.get(plan.goal, (0, 0, 0))[plan.column]
    if not plan.events and most <= 12 and (where[0].tot >= end - 5 or plan.running.get("weekly_target_minutes")):
        return no_matter(f"{said}, where growth ends ({end})")
    return fails(said)


def as_asked(plan, words):
    """C12: as many runs as asked."""
    short = []
    for week in words.full:
        runs = [run for run in week.runs if not run.extra]
        walk_run = any(run.type == "walk_run" for run in runs)
        if len(runs) != plan.asked and not (walk_run and len(runs) == plan.asked - 1 >= 2):
            short.append((week, len(runs)))
    if not short:
        return holds(f"{plan.asked} runs in every full week")
    week, given = short[0]
    said = f"{len(short)} of {len(words.full)} full weeks have not {plan.asked} runs, week {week.number} has {given}"
    numbers_given = {it for _, it in short}
    if all(plan.told(count(plan.asked), count(it), among=plan.warnings[:2]) for it in numbers_given):
        return no_matter(f"{said}, told first")
    return fails(said)


def count(number):
    words = ["no", "one", "two", "three", "four", "five", "six", "seven"]
    return rf"(?<!\d)(?:{number}|{words[number] if number < 8 else number})\b"


def hard_left_out(plan, words):
    """C13: no hard run is left out where an easy one of its minutes fits."""
    faults = []
    for week in plan.weeks:
        for gone in week.unplaced:
            if gone.get("type") not in ("tempo", "intervals", "hills", "fartlek", "race_pace", "time_trial"):
                continue
            day = place_for_easy(plan, week, gone["minutes"])
            if day:
                faults.append(f"week {week.number}: {gone['type']} of {gone['minutes']} min is left out though an easy run fits on {day:%A}")
    return all_hold(faults)


def place_for_easy(plan, week, minutes):
    from .rest import leaves_rest
    pattern = (plan.runs + plan.races)[0] if plan.runs or plan.races else None
    if pattern is None:
        return None
    for day in week.days:
        if any(run.day == day for run in week.all) or not leaves_rest(plan, week, day):
            continue
        if any(race.day < day for race in week.races):
            continue  # the days after a race are its own
        if places.has(plan, pattern, day, minutes=minutes, easy=True, others=week_runs(plan, week)):
            return day
    return None


def week_runs(plan, week):
    return [run for run in plan.runs + plan.races if abs((run.day - week.first).days) < 14]


def deloads(plan, words):
    """C14: deloads where they unload something."""
    faults, last = [], None
    before = words.before_taper()
    tapers = len(before) < len(plan.weeks)
    for week in plan.weeks:
        if week.deload and last is not None and not words.held(week) and not words.returning(week):
            cut = 100 * (last.tot - week.tot) / last.tot if last.tot else 0
            if any(run.type == "walk_run" for run in week.runs):
                faults.append(f"week {week.number} is a deload in a walk-run block")
            elif last.tot < 120:
                faults.append(f"week {week.number} is a deload from {last.tot} min")
            elif not 14.5 <= cut <= 40.5:
                faults.append(f"week {week.number} cuts {cut:.0f} % ({last.tot} to {week.tot} min)")
            if tapers and week in before[-2:]:
                faults.append(f"week {week.number} is a deload just before the taper")
        if week in words.full:
            last = week
    return all_hold(faults)


def spike(plan, words):
    """C15: each run against the longest of 30 days."""
    history = [(run.day, run.minutes) for run in plan.before]
    if plan.longest0:
        from datetime import timedelta
        history.append((plan.first - timedelta(days=1), plan.longest0))
    faults = []
    for run in sorted(plan.runs + plan.races, key=lambda it: it.at):
        longest = max((minutes for day, minutes in history if 0 <= (run.day - day).days <= 30), default=None)
        stepped = words.returning(run.week) or words.after_race(run.week)
        if not run.is_race and not stepped and longest is not None and run.minutes > max(1.1 * longest, longest + 5) + 0.01:
            faults.append(f"week {run.week.number}: {run.minutes} min {run.when} after {longest} in 30 days")
        if longest is None and not plan.cur and run.minutes > 30 and not run.is_race:
            faults.append(f"week {run.week.number}: {run.minutes} min with no run before")
        history.append((run.day, run.minutes))
    return all_hold(faults)
