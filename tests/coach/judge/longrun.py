"""The long run: its day, its length now, its path toward the race."""

from . import numbers, places, rest
from .answer import all_hold, fails, holds, no_matter


def wished_day(plan, words):
    """C01: on the wished day in nine weeks of ten."""
    day = plan.running.get("long_run_day")
    if day not in numbers.DAYS:
        return no_matter("no day is wished")
    weekday, name = numbers.DAYS.index(day), numbers.DAY_NAMES[numbers.DAYS.index(day)]
    there, off, silent = 0, [], []
    for week in plan.weeks:
        for run in (it for it in week.runs if it.cls == "long"):
            if run.day.weekday() == weekday:
                there += 1
                continue
            wished = week.days[weekday]
            if any(race.day == wished for race in week.races):
                continue  # the race has the day
            if not window_for(plan, wished, run.minutes):
                continue
            if places.has(plan, run, wished) and not rest.is_last(plan, week, wished):
                off.append(run)
            elif not names_must(run, week, name):
                silent.append(run)
    total = there + len(off)
    if total and len(off) > 0.1 * total + 1e-9:
        return fails(f"{len(off)} of {total} long runs are off {name} though it was open, the first {off[0].when}")
    if silent:
        return fails(f"{len(silent)} long runs off {name} do not name the must, the first {silent[0].when}")
    return holds(f"{there} of {total} on {name}") if total else no_matter("no long run could be on that day")


def window_for(plan, day, minutes):
    from . import windows
    return any(end - start >= minutes for start, end in windows.around(plan, day))


def names_must(run, week, name):
    texts = [it.get("text", "") for it in run.why] + week.notes
    return any(name in text and "wished." != text[-7:] for text in texts)


def first_week(plan, words):
    """C02: week 1's longest run is today's."""
    now = plan.longest0
    if not now or words.body:
        return no_matter("no longest run is told, or the body asks for less")
    first = plan.weeks[0].longest
    if 0.9 * now <= first <= max(1.1 * now, now + 5):
        return holds(f"{first} min in week 1, {now} now")
    if first < now and plan.told(first) and plan.told(now):
        return no_matter(f"{first} of {now} min, told first")
    return fails(f"week 1's longest run is {first} min, {now} now")


def kept(plan, words):
    """C03: today's length is back by full week 3."""
    now = plan.longest0
    if not now or words.body:
        return no_matter("no longest run is told, or the body asks for less")
    first = [week.longest for week in words.full[:3]]
    if not first:
        return no_matter("no full week")
    if max(first) >= now:
        return holds(f"{max(first)} min by full week {len(first)}, {now} now")
    if plan.told(now) and plan.told(max(first)):
        return no_matter(f"{max(first)} of {now} min, told first")
    return fails(f"longest run {max(first)} min by full week {len(first)}, {words.lp} in all, {now} now")


def prepared(plan, words):
    """C04: a run long enough 35 to 7 days before the race."""
    if not words.need:
        return no_matter("no race in range")
    near = [run.minutes for run in plan.runs if 7 <= words.days_before(run) <= 35]
    longest = max(near, default=0)
    said = f"longest run 35-7 days before is {longest} min, {words.need:.0f} needed for {words.race_minutes:.0f} of race"
    if longest >= words.need - 1:
        return holds(said)
    reason = words.out_of_reach(slack=1)
    if reason and told_reach(plan, words):
        return no_matter(f"{said}; {reason}, and told")
    return fails(f"{said}; {reason}, not told first" if reason else f"{said}; {words.reach_weeks()} weeks needed, {words.weeks_to_taper()} there are")


def told_reach(plan, words):
    """Whether the first sentences say the race and the longest run there will be."""
    lengths = {words.lp} | {run.minutes for run in plan.runs if run.minutes >= words.lp - 5}
    name = (plan.goal_event or {}).get("name") or words.event
    return any(plan.told(length, rf"race|{words.event}|{name}|marathon") for length in lengths)


def path(plan, words):
    """C05: two up, one down toward the race."""
    if not words.event or words.walk_run:
        return no_matter("no race in range, or walk-runs")
    weeks = [week for week in words.before_taper() if not words.returning(week) and not words.after_race(week)
             and not words.held(week) and not words.exception(week) and not week.races and week.runs]
    if len(weeks) < 3:
        return no_matter("under three weeks before the taper")
    at_peak, faults = numbers.LONG_PEAK[words.event][plan.column], []
    peak, ups, level, last_down = 0, 0, [], False
    for i, week in enumerate(weeks):
        now, last = week.longest, i == len(weeks) - 1
        if peak and now < 0.9 * peak - 0.5:
            low, high = 55, 90 if last and words.event in ("5K", "10K") else 80
            if not low - 0.5 <= 100 * now / peak <= high + 0.5:
                faults.append(f"week {week.number} is down to {now} min, {100 * now / peak:.0f} % of {peak}")
            if last_down:
                faults.append(f"week {week.number} is down again ({now} min)")
            last_down, ups, level = True, 0, []
            continue
        if last and words.event in ("5K", "10K") and peak and now >= 0.55 * peak and now < peak:
            continue
        ups += i > 0
        level = level + [now] if level and abs(now - level[-1]) <= 2 else [now]
        last_down = False
        if ups > 4:
            faults.append(f"week {week.number} is number {ups} in a row without one down ({now} min)")
        if len(level) > 3:
            faults.append(f"weeks {week.number - len(level) + 1}-{week.number} hold {now} min")
        peak = max(peak, now) if now > 0.9 * peak else now
    lengths = [week.longest for week in weeks]
    if max(lengths) <= lengths[0] + 2 and lengths[0] < at_peak and len(weeks) >= 4 and words.room() > lengths[0] + 2:
        faults.append(f"it never rises from {lengths[0]} min, {at_peak} is the race's")
    return all_hold(faults, " ".join(map(str, lengths)))


def longest_of_week(plan, words):
    """C06: what is called long is the longest by five minutes."""
    faults = []
    for week in plan.weeks:
        if week.phase == "taper" or week.races:
            continue
        for long in (run for run in week.runs if run.cls == "long"):
            other = max((run.minutes for run in week.runs if run is not long), default=0)
            if other > long.minutes - 5:
                faults.append(f"week {week.number}: long run {long.minutes} min, another {other}")
    return all_hold(faults)


def whole(plan, words):
    """C07: no long run is cut where a window holds the whole."""
    faults = []
    for week in plan.weeks:
        for run in (it for it in week.runs if it.cls == "long" and (it.full_minutes or 0) > it.minutes):
            day = next((day for day in week.days if places.has(plan, run, day, minutes=run.full_minutes)), None)
            if day:
                faults.append(f"week {week.number}: {run.minutes} of {run.full_minutes} min though {day:%A} holds the whole")
    return all_hold(faults)
