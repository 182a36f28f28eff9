"""The race: its week, the taper, paces, and whether it is within reach and range."""

import datetime
import re

from . import numbers, places, predict, work
from .answer import all_hold, fails, holds, no_matter
from .longrun import told_reach

OUT_OF_RANGE_WORDS = r"hyrox|obstacle|triathlon|ultra|trail|mountain"


def sharpened(plan, words):
    """C18: race week keeps its pace."""
    if not words.event or words.held_from or words.walk_run or plan.stops:
        return no_matter("no race in range, pain, or walk-runs")
    near = [run for run in plan.runs if 2 <= words.days_before(run) <= 6]
    days = [words.race_day - datetime.timedelta(days=i) for i in range(2, 7)]
    if plan.runs and not near and not any(places.has(plan, plan.runs[0], day, minutes=30, easy=True) for day in days):
        return no_matter("no hour is open 2-6 days before the race")
    paced = max((work.race_minutes(run, words.event) for run in near), default=0)
    strides = max((work.strides(run) for run in near), default=0)
    said = f"{paced:.3g} min at race pace and {strides} strides 2-6 days before"
    return holds(said) if 4 <= paced <= 15 or strides >= 4 else fails(said)


def taper(plan, words):
    """C19: the taper's volumes and long runs."""
    if not words.event or words.walk_run or len(plan.weeks) < 6 or words.held_from:
        return no_matter("no race in range, walk-runs, or a block under six weeks")
    full = [week.tot for week in words.full if week in words.before_taper()][-3:]
    if not full:
        return no_matter("no full week before the taper")
    mean, cuts = sum(full) / len(full), numbers.TAPER_CUT[words.event]
    calendar = [week.tot for week in plan.weeks if week.first <= words.race_day][-len(cuts):]
    sevens = [sum(run.minutes for run in plan.runs if 7 * i < words.days_before(run) <= 7 * (i + 1)) for i in reversed(range(len(cuts)))]
    faults = [] if fits(calendar, mean, cuts) or fits(sevens, mean, cuts) else [
        f"taper {' '.join(map(str, calendar))} min by weeks, {' '.join(map(str, sevens))} by sevens, after a mean of {mean:.0f}"]
    lp = max((run.minutes for week in words.before_taper() for run in week.runs), default=words.lp)
    if words.event in numbers.TAPER_LONG:
        faults += long_part(plan, words, lp, (5, 11), numbers.TAPER_LONG[words.event], "a week")
    if words.event == "marathon":
        faults += long_part(plan, words, lp, (12, 18), numbers.MARATHON_LONG_TWO_WEEKS, "two weeks")
    return all_hold(faults, f"{' '.join(map(str, calendar))} min after {mean:.0f}")


def fits(weeks, mean, cuts):
    last = mean
    for minutes, (low, high) in zip(weeks, cuts):
        cut = 100 * (mean - minutes) / mean if mean else 0
        if minutes > 40 and (not low - 10.5 <= cut <= high + 10.5 or minutes > last + 0.5):
            return False
        last = minutes
    return True


def long_part(plan, words, lp, days, share, name):
    near = [run.minutes for run in plan.runs if days[0] <= words.days_before(run) <= days[1]]
    if not near:
        return [f"no run {days[0]}-{days[1]} days before the race"]
    part = 100 * max(near) / lp if lp else 0
    if max(near) <= numbers.SHORTEST_RUN:
        return []  # runs of that length are always allowed
    return [] if share[0] - 0.5 <= part <= share[1] + 0.5 else [f"longest run {name} before is {max(near)} min, {part:.0f} % of {lp}"]


def pace_of(text):
    """Seconds a kilometre, the middle of a range."""
    found = [int(a) * 60 + int(b) for a, b in re.findall(r"(\d+):(\d\d)", text or "")]
    if not found:
        return None
    middle = sum(found) / len(found)
    return middle / 1.609344 if "/mi" in text else middle


def paces(plan, words):
    """C20: steps at race pace carry it, and it is the race's."""
    if not plan.athlete.get("recent_race") or plan.level == "beginner" or (plan.age or 30) < 14 or not words.event:
        return no_matter("no recent race, a beginner, or no race in range")
    faults, paced = [], 0
    race = next((pace_of(step.get("pace")) for step in (words.race.steps if words.race else [])), None)
    for run in plan.runs:
        for step in run.steps:
            kind = work.kind_of(run, step)
            if kind not in work.RACE_KINDS:
                continue
            pace = pace_of(step.get("pace"))
            if pace is None and words.kilometres > numbers.TRUSTED_RATIO * plan.athlete["recent_race"]["distance_km"]:
                continue  # a prediction that far is not to be trusted
            if pace is None:
                faults.append(f"{run.workout} {run.when} has no pace on a step at {kind} pace")
                break
            paced += 1
            if race and kind in ("race", words.event) and abs(pace - race) > 5.5:
                faults.append(f"{run.workout} {run.when} is at {pace:.0f} s/km, the race at {race:.0f}")
                break
    allowed = [60 * it / words.kilometres for it in predict.times(plan, words.kilometres)]
    if race and allowed and not plan.goal_event.get("target_time") and not min(allowed) - 6 <= race <= max(allowed) + 6:
        faults.append(f"the race is at {race:.0f} s/km, {' or '.join(f'{it:.0f}' for it in allowed)} follow from the recent race")
    return all_hold(faults, f"{paced} steps at race pace")


def last_days(plan, words):
    """C22: something of the race a week before, nothing much in the last days."""
    if not words.event:
        return no_matter("no race in range")
    faults = []
    from .hard import counted, halved, no_slot
    spared = plan.level == "beginner" or words.held_from or words.walk_run or plan.stops or no_slot(plan, words)
    near = [run for run in plan.runs if 4 <= words.days_before(run) <= 11]
    if not spared and not any(counted(run, words.event) for run in near) and not (halved(plan, words) and any(work.strides(run) for run in near)):
        faults.append("no race-specific work 4-11 days before the race")
    for run in plan.runs:
        days = words.days_before(run)
        if 0 <= days <= 3 and work.total(run) > 15.01:
            faults.append(f"{work.total(run):.3g} min of work {days} days before")
        if words.event in ("half", "marathon") and 0 <= days <= 10:
            five = sum(work.minutes(step) for step in run.steps if step.get("zone", 1) >= 5)
            if five > 3.01:
                faults.append(f"{five:.3g} min of zone 5 {days} days before")
    return all_hold(faults)


REACH_WORDS = r"out of reach|too few weeks|not enough weeks|not prepared|longest run (?:there )?will be|will not be ready|advised against|cannot be reached|short of"


def reach(plan, words):
    """C39: out of reach or of range is told first, and only then."""
    faults, goals = [], plan.events
    for event in goals:
        kind, kilometres = event.get("kind") or "run", event.get("distance_km") or 0
        name = event.get("name", "")
        out = kind in ("hyrox", "obstacle", "triathlon") or kilometres > 45 or event.get("surface") == "mountain" or re.search("hyrox|triathlon|obstacle", name, re.I)
        if out and not plan.told(rf"{OUT_OF_RANGE_WORDS}|{re.escape(name) or 'race'}", r"range|outside|only|not the race|base"):
            faults.append(f"{name or 'the race'} is outside what can be planned, and that is not told first")
    if plan.age is not None and plan.age < 14 and not plan.told(r"14|young|child"):
        faults.append("under 14 is outside what can be planned, and that is not told first")
    if words.event and words.need and not plan.stops and not words.held_from:
        near = max((run.minutes for run in plan.runs if 7 <= words.days_before(run) <= 35), default=0)
        reason = words.out_of_reach() if near < words.need - 1 else None
        if reason and not (told_reach(plan, words) and offers(plan)):
            faults.append(f"{words.event} of {words.race_minutes:.0f} min is out of reach ({near} min of {words.need:.0f}; {reason}) "
                          "and not told first with the longest run and what else to do")
        if near >= words.need - 1 and plan.told(REACH_WORDS):
            faults.append(f"{words.event} is within reach ({near} min of {words.need:.0f}) and called out of it")
    return all_hold(faults)


def offers(plan):
    return plan.told(r"later|shorter|10K|5K|half|walk|finish")


def tune_up_faults(plan, words):
    """Races B and C: a lighter week for B, none near the goal race, no second run on the day."""
    goal = plan.goal_event
    for event in plan.events:
        if event is goal or not words.event:
            continue
        day, priority = datetime.date.fromisoformat(event["date"]), event.get("priority", "A")
        week = next((it for it in plan.weeks if day in it.days), None)
        if not week:
            continue
        gap = (words.race_day - day).days
        if 0 < gap < (21 if words.event == "marathon" else 14) and not plan.told(event.get("name", "race")):
            yield f"{event.get('name')} is {gap} days before the goal race, and nobody says so"
        before = [it for it in words.full if it.number < week.number][-1:]
        if priority == "B" and before:
            whole = week.tot + sum(race.minutes for race in week.races)
            if not 0.6 * before[0].tot <= whole <= 0.92 * before[0].tot and not 0.6 * before[0].tot <= week.tot <= 0.92 * before[0].tot:
                yield f"week {week.number} of {event.get('name')} has {week.tot} min and the race, {before[0].tot} before it: -20 % are right"
        if priority == "B" and any(run.hard or run.cls == "long" for run in week.runs):
            yield f"week {week.number} has a hard or long run beside {event.get('name')}"
