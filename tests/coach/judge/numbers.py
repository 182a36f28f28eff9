"""Every number the judge holds a plan against, in one place; where no source is named it is a coach's judgement."""

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PARTS = {"morning": (0, 11 * 60), "midday": (11 * 60, 16 * 60), "evening": (16 * 60, 24 * 60)}

LEG_HABIT = {"beginner": "new", "intermediate": "settled", "advanced": "seasoned", None: "settled"}

# Hours from heavy legs to a run that must be kept, by leg habit; first for beginners, then the rest.
# Doma 2015 EJAP, Doma 2017 APNM, de Carvalho e Silva 2022 Sports Medicine Open; the steps are judgement.
HEAVY_TO_EASY = {"new": (24, 20, 20), "settled": (20, 12, 12), "seasoned": (20, 12, 12)}
HEAVY_TO_QUALITY = {"new": (44, 44, 44), "settled": (44, 20, 20), "seasoned": (44, 20, 20)}
HEAVY_TO_LONG = {"new": (44, 36, 36), "settled": (36, 20, 20), "seasoned": (24, 20, 12)}
LEVEL_COLUMN = {"beginner": 0, "intermediate": 1, "advanced": 2}
NEW_TO_LEGS = 24  # hours more after the first two heavy sessions (Doma 2017: two bouts protect)
FRESH_LEGS_HOURS = 36  # before them no hills, sprints, repetitions or intervals
SAME_DAY_RUN_MINUTES = 15  # no run of this length on the day of heavy legs, after them

# Hours from moderate leg work to a run (easy, quality, long): new legs, others.
MODERATE_TO_RUN = {True: (12, 20, 20), False: (3, 12, 12)}
UPPER_TO_RUN = 3
SAME_DAY_GAP = {"strength": 6, "endurance": 6, "general_fitness": 3, "weight_loss": 3}

# Hours from a run to heavy lifting for the legs. Sporer and Wenger 2003 JSCR: a loss at 8 h, none at 24 h.
EASY_TO_HEAVY_SHORT = 3  # runs up to 30 min
EASY_TO_HEAVY = {"strength": 9}
EASY_TO_HEAVY_OTHERS = 6
HARD_TO_HEAVY = 20
STACKED = 6
LONG_RUN_MINUTES = 75  # from here a run is long in the rules about legs

# Hours from a run to other sport with legs: easy up to 30 min, easy longer, quality, long (judgement).
RUN_TO_SPORT = {"moderate": (2, 3, 6, 6), "heavy": (3, 6, 12, 12), "match": (6, 9, 20, 20)}

QUALITY_SPACING = {"beginner": 72, "intermediate": 44, "advanced": 36}
QUALITY_LONG_SPACING = {"beginner": 44, "intermediate": 20, "advanced": 20}
LONG_SPACING_DAYS = 5
EVENING_RUN_MUST, EVENING_RUN_SHOULD = 8, 10

HARD_CAP = {"beginner": 3, "intermediate": 4, "advanced": 5}
HARD_LONG_MINUTES = 90
FILLED_WORK_MINUTES = 20  # of threshold or fartlek that stay legal where the person's own hard sessions fill the cap

QUALITY_A_WEEK = {  # at most, by goal and level
    "strength": (0, 1, 1), "endurance": (1, 2, 3), "general_fitness": (1, 1, 2), "weight_loss": (1, 1, 2),
}
BEGINNER_ENDURANCE_WEEKS = 8  # without quality

RUNS_A_WEEK = {  # what is usual where nobody asked
    "strength": (2, 2, 2), "endurance": (3, 4, 5), "general_fitness": (2, 3, 3), "weight_loss": (3, 3, 4),
}
GROWTH_END = {"strength": (60, 90, 120), "endurance": (100, 240, 450), "general_fitness": (90, 150, 200), "weight_loss": (100, 200, 300)}

EVENTS = [("5K", 4, 7.5), ("10K", 7.5, 15), ("half", 15, 30), ("marathon", 30, 45.0001)]
EVENT_KM = {"5K": 5.0, "10K": 10.0, "half": 21.0975, "marathon": 42.195}
TAPER_WEEKS = {"5K": 1, "10K": 1, "half": 2, "marathon": 3}
TRUSTED_RATIO = 4  # how many times the known distance a prediction reaches (Riegel 1981)
PREPARED_SHARE = {"5K": 0.6, "10K": 0.75, "half": 0.75, "marathon": 0.75}
MARATHON_PREPARED = 150
# Peak of the long run: beginner, intermediate, advanced.
LONG_PEAK = {"5K": (40, 50, 75), "10K": (60, 75, 90), "half": (90, 90, 90), "marathon": (150, 150, 150)}

# Weeks from today's longest run to a goal, today's being week 1.
REACH_FROM = [20, 30, 40, 50, 60, 75, 90, 105, 120]
REACH = {
    60: [12, 9, 6, 3, 1, 1, 1, 1, 1], 90: [21, 18, 15, 12, 9, 4, 1, 1, 1], 120: [27, 24, 21, 18, 15, 10, 6, 3, 1],
    150: [31, 28, 25, 22, 19, 15, 10, 7, 4], 180: [34, 31, 28, 25, 22, 18, 13, 10, 7],
}

# Race-specific minutes in build and peak: intermediate, advanced.
RACE_WORK = {"5K": (40, 70), "10K": (50, 90), "half": (80, 140), "marathon": (120, 200)}
# They never ask for more of the minutes of build and peak than easy days leave for it: 80 of 100 min easy, 75 with half or marathon pace.
RACE_WORK_SHARE = {"5K": 0.15, "10K": 0.15, "half": 0.2, "marathon": 0.2}
# What counts toward them, and how much of it.
RACE_COUNTS = {
    "5K": {"5K": 1, "I": 1}, "10K": {"10K": 1, "I": 1, "T": 0.5}, "half": {"half": 1, "T": 1, "marathon": 0.5},
    "marathon": {"marathon": 1},
}
MARATHON_IN_LONG = {"half": 1, "T": 1}

# Cut of the run minutes in the weeks of the taper, per cent of the mean before: Bosquet 2007, Smyth and Lawlor 2021.
TAPER_CUT = {"5K": [(40, 50)], "10K": [(40, 50)], "half": [(25, 25), (50, 50)], "marathon": [(20, 20), (40, 40), (60, 60)]}
TAPER_LONG = {"10K": (65, 90), "half": (55, 80), "marathon": (35, 65)}
MARATHON_LONG_TWO_WEEKS = (55, 85)
SHORTEST_RUN = 20  # two of them are always allowed in a taper

# After a race: no hard run for days; volume, long run in per cent of the mean full week, runs (None: usual).
NO_QUALITY_DAYS = {"5K": 3, "10K": 5, "half": 10, "marathon": 21}
AFTER_RACE = {
    "5K": [((80, 80), (75, 75), None), ((100, 100), (100, 100), None)],
    "10K": [((70, 70), (75, 75), None), ((100, 100), (100, 100), None)],
    "half": [((40, 40), (0, 0), (0, 3)), ((75, 75), (60, 60), None), ((100, 100), (80, 80), None)],
    "marathon": [((0, 20), (0, 0), (0, 2)), ((30, 40), (0, 40), (3, 4)), ((60, 60), (40, 40), None), ((80, 80), (50, 50), None),
                 ((100, 100), (60, 60), None)],
}

# After a break: last day off of the row, steps in per cent, first week with quality.
RETURN = [(5, [100], 1), (10, [75, 100], 1), (17, [50, 75, 100], 3), (27, [50, 60, 80, 100], 4), (56, [33, 50, 60, 75, 90, 100], 5)]

# Walk-run: run minutes, sessions on the usual and on the slow track (stages 10-12 on the usual one 2, 3, 2).
STAGES = {1: (8, 3, 4), 2: (9, 3, 4), 3: (9, 2, 3), 4: (12, 2, 3), 5: (16, 2, 3), 6: (15, 2, 3), 7: (16, 2, 3), 8: (20, 2, 3), 9: (23, 2, 3),
          10: (20, 2, 3), 11: (25, 3, 3), 12: (30, 2, 3)}

# Attached runs: cool-down jogs after upper, core and mobility, after other sessions; a week; moderate runs after upper or core.
COOLDOWN_UPPER = {"beginner": 10, "intermediate": 15, "advanced": 15}
COOLDOWN_OTHER = {"beginner": 8, "intermediate": 10, "advanced": 10}
COOLDOWNS_A_WEEK = {"beginner": 2, "intermediate": 3, "advanced": 4}
ATTACHED_MOST = {"beginner": 15, "intermediate": 20, "advanced": 30}
FINISHERS_A_WEEK = {"strength": (0, 1, 1), "endurance": (0, 0, 1), "general_fitness": (0, 1, 2), "weight_loss": (0, 1, 2)}

OVERLAP_MARGIN = 15  # minutes between a run and strength or other sport
