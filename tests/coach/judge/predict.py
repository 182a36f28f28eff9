"""Race times from a recent race: Riegel 1981, with Vickers and Vertosick 2016 for the marathon."""

EXPONENT, MARATHON, MARATHON_LITTLE = 1.06, 1.10, 1.15


def seconds(text):
    parts = [int(it) for it in text.split(":")]
    return sum(it * 60 ** i for i, it in enumerate(reversed(parts)))


def times(plan, kilometres):
    """Every time in minutes that the rule allows (the marathon's exponent hangs on weekly distance, which a plan says only about)."""
    race = plan.athlete.get("recent_race")
    if not race or not kilometres:
        return []
    known, time = race["distance_km"], seconds(race["time"]) / 60
    exponents = [EXPONENT] if kilometres < 30 else [MARATHON, MARATHON_LITTLE]
    return [time * (kilometres / known) ** it for it in exponents]


def minutes(plan, kilometres):
    told = plan.goal_event or {}
    if told.get("target_time"):
        return seconds(told["target_time"]) / 60
    known = times(plan, kilometres)
    return max(known) if known else kilometres * {"beginner": 7.35, "intermediate": 6, "advanced": 5}.get(plan.level, 6)
