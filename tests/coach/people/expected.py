"""A person's plan beside the row of expected.json: one sentence for each number that is missed."""

import re

from judge import body, hard, numbers, race, walking, work

import never

TENTH = 0.1


def outside(value, span):
    low, high = span
    return value < low * (1 - TENTH) - 0.5 or value > high * (1 + TENTH) + 0.5


def missed(plan, words, row):
    for key, wanted in row.items():
        yield from JUDGES[key](plan, words, wanted)


def span(name, value):
    def judge(plan, words, wanted):
        found = value(plan, words)
        if outside(found, wanted):
            yield f"{name} {found}, {wanted[0]}-{wanted[1]} expected"
    return judge


def peak(plan, words):
    return max((week.tot for week in words.full), default=0)


def each(name, value):
    def judge(plan, words, wanted):
        found = [value(week) for week in plan.weeks[:len(wanted)]]
        if any(outside(one, (two, two)) for one, two in zip(found, wanted)):
            yield f"{name} {found}, {wanted} expected"
    return judge


def hard_runs(plan, words, wanted):
    found = [run for run in plan.runs if run.hard]
    if wanted == "none" and found:
        yield f"{len(found)} hard runs, none expected, the first {found[0].workout} {found[0].when}"
    if wanted == "some" and not found:
        yield "no hard run"


def nonstop(plan, words, wanted):
    first = next((run.week.number for run in plan.runs if run.type == "walk_run" and max(walking.bouts(run), default=0) >= 30), None)
    easy = next((run.week.number for run in plan.runs if run.type != "walk_run" and run.minutes >= 30), None)
    week = min((it for it in (first, easy) if it), default=None)
    if week is None or not wanted[0] <= week <= wanted[1]:
        yield f"30 min without a stop in week {week}, {wanted[0]}-{wanted[1]} expected"


def on_days(name, runs_of, share=0.8):
    def judge(plan, words, wanted):
        days = [numbers.DAYS.index(it) for it in ([wanted] if isinstance(wanted, str) else wanted)]
        runs = runs_of(plan, words)
        off = [run for run in runs if run.day.weekday() not in days]
        if not runs:
            yield f"no {name} run"
        elif len(off) > (1 - share) * len(runs) + 1e-9:
            yield f"{len(off)} of {len(runs)} {name} runs are not on {wanted}, the first {off[0].when}"
    return judge


def long_runs(plan, words):
    return [run for run in plan.runs if run.cls == "long"]


def full_hard(plan, words):
    return [run for week in words.full for run in week.runs if run.hard]


def race_end(plan, words, wanted):
    doses = [work.race_minutes(run, words.event) for run in plan.runs if run.cls == "long" and work.race_minutes(run, words.event)]
    if not doses or outside(min(doses), (wanted[0], wanted[0])) or outside(max(doses), (wanted[1], wanted[1])):
        yield f"race effort at the end of long runs {doses}, {wanted[0]} to {wanted[1]} expected"


def last_cut(plan, words, wanted):
    full = [week.tot for week in words.full][-3:]
    cut = 100 - 100 * plan.weeks[-1].tot * len(full) / sum(full) if full and sum(full) else 0
    if not wanted[0] <= cut <= wanted[1]:
        yield f"last week is cut by {cut:.0f} %, {wanted[0]}-{wanted[1]} expected"


def race_work(plan, words, wanted):
    done = sum(hard.counted(run, words.event) for week in words.build_from for run in week.runs) if words.event else 0
    if done < wanted * (1 - TENTH):
        yield f"{done:.0f} race-specific minutes, {wanted} expected"


def race_pace(plan, words, wanted):
    pace = next((race.pace_of(step.get("pace")) for step in (words.race.steps if words.race else [])), None)
    if pace is None or abs(pace - race.pace_of(wanted)) > 6:
        yield f"race pace {pace and round(pace)} s/km, {wanted} expected"


def at_least(name, value):
    def judge(plan, words, wanted):
        found = value(plan, words)
        if found < wanted:
            yield f"{found} {name}, {wanted} expected"
    return judge


def tests_in(plan, words, wanted):
    found = [run.week.number for run in plan.runs if run.type == "time_trial"]
    if not any(wanted[0] <= it <= wanted[1] for it in found):
        yield f"time trials in weeks {found}, one in {wanted[0]}-{wanted[1]} expected"


def told_first(plan, words, wanted):
    first = " ".join((plan.stops + plan.warnings)[:1])
    gone = [it for it in wanted if not re.search(it, first, re.IGNORECASE)]
    if gone:
        yield f"the first line lacks {' and '.join(gone)}: {first[:120]!r}"


def says(plan, words, wanted):
    text = " ".join(body.said(plan))
    for it in wanted:
        if not re.search(it, text, re.IGNORECASE):
            yield f"nobody says {it}"


def race_week_says(plan, words, wanted):
    text = " ".join(plan.weeks[-1].notes)
    for it in wanted:
        if not re.search(it, text, re.IGNORECASE):
            yield f"race week does not say {it}"


def never_there(plan, words, wanted):
    for word in wanted:
        broken = never.judge(word, plan, words)
        if broken:
            yield f"never {word}: {broken}"


def hard_from_week(plan, words, wanted):
    first = next((run.week.number for run in plan.runs if run.hard), None)
    if first != wanted:
        yield f"first hard run in week {first}, {wanted} expected"


def hard_from_day(plan, words, wanted):
    runs = [run for run in plan.runs if run.hard]
    day = (runs[0].day - plan.first).days + 1 if runs else None
    if day is None or day < wanted:
        yield f"first hard run on day {day}, from {wanted} on expected"


def week_at_least(plan, words, wanted):
    for number, minutes in wanted.items():
        if plan.weeks[int(number) - 1].tot < minutes:
            yield f"week {number} has {plan.weeks[int(number) - 1].tot} min, {minutes} expected"


def every_week(plan, words, wanted):
    off = [week for week in plan.weeks if outside(week.tot, wanted)]
    if off:
        yield f"week {off[0].number} has {off[0].tot} min, {wanted[0]}-{wanted[1]} in every week expected"


def week_ranges(plan, words, wanted):
    for week, part in zip(plan.weeks, wanted):
        if outside(week.tot, part):
            yield f"week {week.number} has {week.tot} min, {part[0]}-{part[1]} expected"


def long_most(plan, words, wanted):
    for week, most in zip(plan.weeks, wanted):
        longest = max((run.minutes for run in week.runs if most or run.cls == "long"), default=0)
        if longest > most * (1 + TENTH) + 0.5:
            yield f"week {week.number} has a run of {longest} min, {most} expected"


def runs_in_week_2(plan, words, wanted):
    found = len(plan.weeks[1].runs)
    if not wanted[0] <= found <= wanted[1]:
        yield f"{found} runs in week 2, {wanted[0]}-{wanted[1]} expected"


def run_minutes_week_1(plan, words, wanted):
    found = sum(sum(walking.bouts(run)) for run in plan.weeks[0].runs)
    if abs(found - wanted) > TENTH * wanted:
        yield f"{found:g} min of running in week 1, {wanted} expected"


def free_day(plan, words, wanted):
    for week in plan.weeks:
        if len({it.day for it in week.all} | {it.day for it in week.sessions}) > 6:
            yield f"week {week.number} has no day free"
            return


def aims(plan, words, wanted):
    found = list(dict.fromkeys(week.aim for week in plan.weeks if week.aim and week.phase in ("base", "build", "peak")))
    if len(found) < wanted:
        yield f"{len(found)} aims, {wanted} waves expected"


def hard_at_most(plan, words, wanted):
    found = sum(run.hard for run in plan.runs)
    if found > wanted:
        yield f"{found} hard runs, at most {wanted} expected"


def doses(plan, words, wanted):
    """Minutes of each kind of hard work in the last six full weeks, the least and the most of one run."""
    last = [week for week in words.full if week in words.before_taper()][-6:]
    for kind, (low, high) in wanted.items():
        of_kind = [run.work.get(kind, 0) + (run.work.get("race", 0) if kind == words.event else 0) for week in last for run in week.runs]
        found = [it for it in of_kind if it]
        if not found or outside(min(found), (low, low)) or outside(max(found), (high, high)):
            yield f"{kind} {' '.join(f'{it:g}' for it in found) or 'never'} min, {low} to {high} expected"


def hard_a_week(plan, words, wanted):
    week = next((week for week in words.full if sum(run.hard for run in week.runs) > wanted), None)
    if week:
        yield f"week {week.number} has {sum(run.hard for run in week.runs)} hard runs, {wanted} expected"


def intervals_every(plan, words, wanted):
    weeks = [week.number for week in plan.weeks if any("I" in run.work for run in week.runs)]
    near = next(((a, b) for a, b in zip(weeks, weeks[1:]) if b - a < wanted), None)
    if near:
        yield f"intervals in weeks {near[0]} and {near[1]}, every {wanted}rd week at most expected"


JUDGES = {
    "start": span("week 1", lambda plan, words: plan.weeks[0].tot), "peak": span("peak full week", peak),
    "longest": span("longest run", lambda plan, words: words.lp), "weeks": each("weeks", lambda week: week.tot),
    "long_by_week": each("longest runs", lambda week: week.longest), "hard": hard_runs, "nonstop_30_in_weeks": nonstop,
    "long_day": on_days("long", long_runs), "long_days": on_days("long", long_runs), "hard_day": on_days("hard", full_hard),
    "hard_days": on_days("hard", full_hard), "race_end": race_end, "last_week_cut": last_cut, "race_work": race_work, "race_pace": race_pace,
    "long_over_120": at_least("runs of 120 min and more", lambda plan, words: sum(run.minutes >= 120 for run in plan.runs)),
    "hard_weeks": at_least("full weeks with a hard run", lambda plan, words: len(never.hard_weeks(words))), "test_in_weeks": tests_in,
    "first": told_first, "says": says, "race_week_says": race_week_says, "never": never_there, "hard_from_week": hard_from_week,
    "hard_from_day": hard_from_day, "week_at_least": week_at_least, "every_week": every_week, "week_ranges": week_ranges, "long_most": long_most,
    "runs_in_week_2": runs_in_week_2, "run_minutes_week_1": run_minutes_week_1, "free_day": free_day, "aims": aims, "hard_runs_at_most": hard_at_most,
    "doses": doses, "hard_a_week": hard_a_week, "intervals_every": intervals_every,
}
