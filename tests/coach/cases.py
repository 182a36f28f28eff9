"""Generated briefs for the sweep: any goal, level, leg habit, race, age, fixed week, free hours and wishes. The same arguments give the same briefs."""

import datetime
import itertools
import random

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
GOALS = ["strength", "endurance", "weight_loss", "general_fitness"]
LEVELS = ["beginner", "intermediate", "advanced"]
RACES = [None, 5, 10, 21.0975, 42.195]
BORN = [2011, 1997, 1965]
START = datetime.date(2027, 1, 4)
# What such people run now: minutes a week, longest run, by level.
NOW = {"beginner": [(0, 0), (60, 30), (90, 40)], "intermediate": [(90, 40), (150, 60), (220, 90)], "advanced": [(180, 70), (280, 90), (400, 120)]}
WEEKS = {None: (6, 16), 5: (8, 12), 10: (8, 16), 21.0975: (10, 20), 42.195: (14, 24)}
# 5K times by level in seconds, from which the recent race follows, and which race that is.
FIVE_K = {"beginner": 2040, "intermediate": 1530, "advanced": 1230}
RUN_LATELY = {None: 5, 5: 5, 10: 5, 21.0975: 10, 42.195: 21.0975}
YOUNG_LONGEST, YOUNG_MINUTES = 60, 180  # a long run under 18 is an hour
RACE_AGE = {5: 10, 10: 10, 21.0975: 18, 42.195: 18}


def sessions(rng):
    """No two on one day; evenings mostly, some mornings."""
    week = []
    for day in sorted(rng.sample(DAYS, rng.choice([0, 1, 2, 2, 3, 3, 4, 5, 6])), key=DAYS.index):
        sport = rng.random() < 0.2
        one = {"name": f"{'Sport' if sport else 'Lifting'} {day}", "day": day, "start": rng.choice(["06:30", "12:15", "17:30", "18:00", "18:30", "19:00"]),
               "minutes": rng.choice([45, 60, 75, 90]), "kind": "other" if sport else "strength",
               "focus": rng.choice(["lower", "upper", "full_body", "full_body"]), "effort": rng.choice(["moderate", "heavy"])}
        if day in ("sat", "sun"):
            one["start"] = rng.choice(["09:00", "10:00", "16:00"])
        week.append(one)
    return week


def hours(rng):
    """Free hours as people have them: before work, after it, week-ends."""
    work = rng.choice([["06:00-08:00", "17:00-21:00"], ["06:30-08:30"], ["17:00-20:30"], ["12:00-13:30", "18:00-21:00"]])
    free = {day: list(work) for day in DAYS[:5] if rng.random() < 0.85}
    for day in DAYS[5:]:
        if rng.random() < 0.9:
            free[day] = [rng.choice(["08:00-12:00", "07:00-13:00", "08:00-19:00", "07:00-20:00"])]
    return free


def brief(rng, goal, level, strength, race, born):
    now, longest = rng.choice(NOW[level])
    if START.year - born < 18:
        now, longest = min(now, YOUNG_MINUTES), min(longest, YOUNG_LONGEST)
    athlete = {"goal": goal, "running_level": level, "strength_level": strength, "birth_year": born}
    low, high = WEEKS[race]
    block = {"start": START.isoformat(), "weeks": rng.randint(low, high), "timezone": "Europe/Berlin"}
    if race and rng.random() < 0.7:
        kilometres = RUN_LATELY[race]
        seconds = round(FIVE_K[level] * (kilometres / 5) ** 1.06)
        athlete["recent_race"] = {"distance_km": kilometres, "time": f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}", "date": "2026-12-13"}
    if race:
        day = START + datetime.timedelta(days=7 * block["weeks"] - rng.choice([1, 1, 1, 2]))
        block["event"] = {"name": "Race", "date": day.isoformat(), "start": "10:00", "distance_km": race}
    most = {"beginner": 3, "intermediate": 4, "advanced": 6}[level]
    running = {"current_weekly_minutes": now, "longest_recent_minutes": longest, "runs_per_week": rng.randint(2, most)}
    if longest == 0:
        del running["longest_recent_minutes"]
    running["runs_per_week"] = max(running["runs_per_week"], 3 if now >= 150 else 2, 4 if now >= 280 else 2)
    if rng.random() < 0.6:
        running["long_run_day"] = rng.choice(["sat", "sun", "sun", "sun", "wed"])
    if rng.random() < 0.4:
        running["preferred_time"] = rng.choice(["morning", "morning", "evening", "midday"])
    one = {"athlete": athlete, "block": block, "sessions": sessions(rng), "running": running}
    if rng.random() < 0.6:
        one["availability"] = hours(rng)
    return one


def briefs(count, seed):
    """Goes through every combination in a shuffled order, again and again, each time with other weeks."""
    rng = random.Random(seed)
    every = [it for it in itertools.product(GOALS, LEVELS, LEVELS, RACES, BORN)
             if not it[3] or START.year - it[4] >= RACE_AGE[it[3]]]
    made = []
    while len(made) < count:
        rng.shuffle(every)
        made += [brief(rng, *it) for it in every[:count - len(made)]]
    return made
