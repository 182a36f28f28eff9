"""The hard work of a run by kind, in minutes: what its steps hold, recoveries not counted."""

import re

# What the main part of a workout is, where the step's own words do not say it.
WORKOUTS = [
    (r"race_5k", "5K"), (r"race_10k", "10K"), (r"race_half|long_half", "half"), (r"mp_run|long_mp", "marathon"), (r"race_sharp|long_race", "race"),
    (r"time_trial", "test"), (r"vo2|short_3030|pyramid", "I"), (r"reps", "R"), (r"hill_sprints", "S"), (r"hills", "H"), (r"fartlek", "F"),
    (r"finisher", "X"), (r"tempo|cruise|over_under|fastfin", "T"), (r"steady|progress", "steady"),
]
WORDS = [
    (r"stride", "strides"), (r"marathon(?: |-)?(?:pace|effort)", "marathon"), (r"half(?:[ -]marathon)?(?: |-)?(?:pace|effort)", "half"),
    (r"5K to 10K", "I"), (r"\b10K", "10K"), (r"\b5K", "5K"), (r"race (?:pace|effort)", "race"), (r"threshold", "T"), (r"steady", "steady"),
    (r"sprint", "S"), (r"uphill", "H"),
]
TYPES = {"tempo": "T", "intervals": "I", "hills": "H", "fartlek": "F", "race_pace": "race", "time_trial": "test", "finisher": "X"}
RACE_KINDS = ("5K", "10K", "half", "marathon", "race")


def first_match(patterns, text):
    return next((kind for pattern, kind in patterns if re.search(pattern, text, re.IGNORECASE)), None)


def kind_of(run, step):
    """The kind of one step, None where it is easy."""
    words = first_match(WORDS, step.get("effort", ""))
    if words == "strides":
        return words
    if step.get("zone", 1) < 3 and words not in RACE_KINDS:
        return None
    if step.get("zone", 1) >= 3 and run.cls == "easy" and not words and step.get("minutes", 0) < 1:
        return "strides"
    return words or first_match(WORKOUTS, run.workout) or TYPES.get(run.type) or "other"


def minutes(step):
    return float(step.get("minutes", 0)) * int(step.get("repeat", 1))


def of(run):
    """Minutes by kind."""
    done = {}
    for step in run.steps:
        kind = kind_of(run, step)
        if kind:
            done[kind] = done.get(kind, 0) + minutes(step)
    return done


def race_minutes(run, event):
    """Minutes at the pace of this event."""
    return run.work.get(event, 0) + run.work.get("race", 0)


def strides(run):
    return sum(int(step.get("repeat", 1)) for step in run.steps if kind_of(run, step) == "strides")


def total(run):
    return sum(value for kind, value in run.work.items() if kind != "strides")


def zone_minutes(run, least):
    return sum(minutes(step) for step in run.steps if step.get("zone", 1) >= least)


def shown(done):
    """In words for a table: 10K 15, T 20."""
    return ", ".join(f"{kind} {value:g}" for kind, value in sorted((kind, round(value, 1)) for kind, value in done.items()))
