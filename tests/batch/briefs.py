"""Random briefs, one JSON object a line: `briefs.py COUNT SEED [WEEKS [RUNS]]`. The same arguments give the same briefs.

Any goal, level, age, fixed week, free time, wishes, history, race and check-in; some with numbers of their own for the rules.
"""

import datetime
import json
import random
import sys

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def sessions(rng):
    """No two overlap: each has a third of a day of its own."""
    thirds = [(day, third) for day in DAYS for third in (6 * 60, 12 * 60, 17 * 60)]
    chosen = sorted(rng.sample(thirds, rng.choice([0, 1, 2, 3, 3, 4, 4, 5, 6])), key=thirds.index)
    week = []
    for number, (day, third) in enumerate(chosen, 1):
        kind = rng.choice(["strength", "strength", "strength", "mobility", "other"])
        session = {"name": f"Session {number}", "day": day, "start": clock(third + 15 * rng.randrange(8)),
                   "minutes": 5 * rng.randrange(4, 19), "kind": kind}
        if kind == "strength" and rng.random() < 0.9:
            session["focus"] = rng.choice(["lower", "upper", "core", "full_body"])
            session["effort"] = rng.choice(["light", "moderate", "heavy"])
        week.append(session)
    return week


def availability(rng):
    free = {}
    for day in DAYS:
        windows = []
        if rng.random() < 0.55:
            start = 15 * rng.randrange(20, 32)
            windows.append(f"{clock(start)}-{clock(start + 15 * rng.randrange(2, 12))}")
        if rng.random() < 0.45:
            start = 15 * rng.randrange(48, 80)
            windows.append(f"{clock(start)}-{clock(start + 15 * rng.randrange(2, 14))}")
        if windows:
            free[day] = windows
    return free


def own_rules(rng):
    rules = {}
    if rng.random() < 0.5:
        rules["monotony"] = {"should_hundredths": rng.randrange(70, 200)}
    if rng.random() < 0.3:
        rules["steady_weeks"] = {"weight": rng.randrange(0, 9)}
    if rng.random() < 0.3:
        rules["rest_days"] = {"should_days": rng.randrange(1, 5), "weight": rng.randrange(1, 20)}
    if rng.random() < 0.3:
        rules["hard_days"] = {"should_in_a_row": 1, "weight": rng.randrange(1, 20)}
    if rng.random() < 0.2:
        rules["spread_runs"] = "off"
    return rules


def brief(rng, weeks=None, runs=None):
    weeks = weeks or rng.choice([1, 1, 2, 3, 4, 4, 6, 8])
    start = datetime.date(2026, 1, 5) + datetime.timedelta(weeks=rng.randrange(104))
    one = {
        "athlete": {
            "goal": rng.choice(["strength", "endurance", "weight_loss", "general_fitness"]),
            "running_level": rng.choice(["beginner", "intermediate", "advanced"]),
            "birth_year": rng.randrange(1945, 2008),
        },
        "block": {"start": start.isoformat(), "weeks": weeks, "timezone": rng.choice(ZONES)},
        "sessions": sessions(rng),
        "running": {
            "current_weekly_minutes": rng.choice([0, 30, 60, 90, 120, 180, 240, 400]),
            "runs_per_week": runs or rng.randrange(2, 7),
            "attached_runs": rng.choice(["never", "when_sensible", "when_sensible", "extras"]),
        },
    }
    running = one["running"]
    running["longest_recent_minutes"] = running["current_weekly_minutes"] * rng.randrange(20, 45) // 100
    if rng.random() < 0.5:
        running["long_run_day"] = rng.choice(DAYS)
    if rng.random() < 0.5:
        running["preferred_time"] = rng.choice(["morning", "midday", "evening"])
    if rng.random() < 0.8:
        one["availability"] = availability(rng)
    if rng.random() < 0.3:
        one["block"]["deload_every"] = rng.randrange(2, 6)
    if weeks > 2 and rng.random() < 0.25:
        day = start + datetime.timedelta(days=rng.randrange(14, 7 * weeks))
        one["block"]["event"] = {"name": "Race", "date": day.isoformat(), "distance_km": rng.choice([5, 10, 21.1])}
    if rng.random() < 0.3:
        day = start - datetime.timedelta(days=rng.randrange(1, 4))
        one["before"] = {"runs": [{"start": f"{day}T{clock(15 * rng.randrange(24, 76))}", "minutes": 5 * rng.randrange(4, 20),
                                   "type": rng.choice(["easy", "long", "tempo", "intervals"])}]}
    if rng.random() < 0.25:
        one["readiness"] = {"date": start.isoformat(), "fatigue": rng.randrange(1, 8), "soreness": rng.randrange(1, 8),
                            "stress": rng.randrange(1, 8), "sleep_hours": rng.randrange(4, 10)}
    rules = own_rules(rng)
    if rules:
        one["rules"] = rules
    return one


def briefs(count, seed, weeks=None, runs=None):
    rng = random.Random(seed)
    return [brief(rng, weeks, runs) for _ in range(count)]


if __name__ == "__main__":
    for one in briefs(*map(int, sys.argv[1:])):
        print(json.dumps(one, separators=(",", ":")))
