"""For every check a plan that holds it and one that fails it."""

import made
from made import plan, week

ALL_WEEK = {day: ["06:00-21:00"] for day in made.DAYS}


def easy(*minutes, phase="base", **more):
    """A week of easy runs on Monday, Wednesday, Friday; a number of 60 and more last is the long run on Sunday."""
    days = ["mon", "wed", "fri"]
    return week(*(f"{day} 08:00 easy {it}" for day, it in zip(days, minutes)), phase=phase, **more)


def with_long(long, *others, phase="base", more=(), **rest):
    days = ["mon", "wed", "fri"]
    return week(*(f"{day} 08:00 easy {it}" for day, it in zip(days, others)), f"sun 09:00 long {long}", *more, phase=phase, **rest)


def long_runs(*lengths, km=10, **more):
    weeks = [with_long(it, 30, phase="build") for it in lengths]
    return plan(*weeks, week("fri 08:00 easy 20", phase="taper"), event=(km, 7 * len(lengths) + 6), **more)


RACE_60 = "sun 10:00 race 60 km=10"


def to_race(*last, full=(120, 120, 120, 120), race=RACE_60, km=10, **more):
    """Full weeks of so many minutes, then weeks of the taper, the race on the last Sunday."""
    weeks = [easy(it // 2, it // 2, phase="build") for it in full]
    tapers = [week(*texts, phase="taper") for texts in last]
    tapers[-1]["texts"] = (*tapers[-1]["texts"], race)
    return plan(*weeks, *tapers, event=(km, 7 * (len(full) + len(last)) - 1), **more)


def hard(*doses, days="wed", **more):
    return plan(*[week("mon 08:00 easy 40", f"{days} 08:00 tempo 60 {dose}", "fri 08:00 easy 40", "sun 08:00 easy 40", phase="build") for dose in doses], **more)


PAIN = {"date": "2027-01-03", "pain": 4}
BREAK = {"date": "2027-01-03", "days_off": 12}
MARATHON = {"runs": [{"start": "2027-01-03T10:00", "minutes": 240, "type": "race", "distance_km": 42.2}]}
RECENT = {"recent_race": {"distance_km": 10, "time": "50:00", "date": "2026-12-06"}}

GOOD_AND_BAD = {
    "C01": (plan(with_long(60), long_run_day="sun"), plan(week("sat 09:00 long 60"), long_run_day="sun")),
    "C02": (plan(easy(50, 40), cur=90, longest=50), plan(easy(40, 40), cur=90, longest=50)),
    "C03": (plan(easy(45, 40), easy(50, 40), cur=90, longest=50), plan(easy(45), easy(45), easy(45), easy(55), longest=50)),
    "C04": (long_runs(50, 50, 50), long_runs(30, 30, 30, longest=60)),
    "C05": (long_runs(50, 55, 60, 45, 60, 65), long_runs(50, 50, 50, 50, 50, 50)),
    "C06": (plan(with_long(60, 40)), plan(with_long(40, 45))),
    "C07": (plan(week("sun 08:00 long 60 full=80"), free={"sun": ["08:00-09:00"]}), plan(week("sun 08:00 long 60 full=80"))),
    "C08": (plan(easy(50, 50), cur=100), plan(easy(40, 40), cur=100)),
    "C09": (plan(easy(50, 50), easy(50, 55), cur=100), plan(easy(50, 50), easy(40, 40), cur=100)),
    "C10": (plan(easy(50, 50), easy(55, 55), cur=100), plan(easy(50, 50), easy(80, 80), cur=100)),
    "C11": (plan(*[easy(50, 50 + 5 * i) for i in range(7)]), plan(*[easy(50, 50)] * 13)),
    "C12": (plan(easy(30, 30, 30), runs=3), plan(easy(30, 30), runs=3)),
    "C13": (plan(easy(30), left_out := week("mon 08:00 easy 30", left_out=[("easy", 30)])), plan(week("mon 08:00 easy 30", left_out=[("tempo", 40)]))),
    "C14": (plan(easy(70, 70), easy(50, 50, deload=True)), plan(easy(40, 40), easy(30, 30, deload=True))),
    "C15": (plan(easy(50), easy(55), longest=50), plan(easy(50), easy(65), longest=50)),
    "C16": (plan(*[week("wed 08:00 race_pace 60 10K20", "fri 08:00 easy 30", "sun 08:00 easy 30", phase="build")] * 3, week(RACE_60, phase="taper"), event=(10, 27)),
            plan(*[easy(40, 40, 40, phase="build")] * 10, week(RACE_60, phase="taper"), event=(10, 76))),
    "C17": (hard("T15", "T15", "T18", "T20"), hard("T20", "T20", "T15", "T15")),
    "C18": (to_race(("wed 08:00 race_pace 40 10K6",)), to_race(("wed 08:00 easy 40",))),
    "C19": (to_race(("sat 08:00 easy 50", "wed 08:00 easy 15"), ("wed 08:00 easy 60",), km=10, full=(120, 120, 120, 120, 120)),
            to_race(("sat 08:00 easy 60", "wed 08:00 easy 60"), ("wed 08:00 easy 60", "fri 08:00 easy 60"), full=(120, 120, 120, 120, 120))),
    "C20": (to_race(("wed 08:00 race_pace 40 10K6@5:00",), athlete=RECENT), to_race(("wed 08:00 race_pace 40 10K6",), athlete=RECENT)),
    "C21": (plan(*[easy(40)] * 5, week("wed 08:00 time_trial 40"), *[easy(40)] * 5), plan(*[easy(40)] * 10)),
    "C22": (to_race(("wed 08:00 race_pace 40 10K6", "mon 08:00 race_pace 50 10K12")), to_race(("sat 08:00 race_pace 50 10K20", "mon 08:00 race_pace 50 10K12"))),
    "C23": (plan(week("mon 08:00 easy 40 strides4")), plan(week("mon 08:00 easy 40 T10"))),
    "C24": (hard("T20"), plan(week("mon 08:00 tempo 50 T20", "wed 08:00 tempo 50 T20", "fri 08:00 tempo 50 T20"))),
    "C25": (plan(week("mon 08:00 easy 30", "mon 18:00 @legs 60")), plan(week("mon 15:00 easy 30", "mon 18:00 @legs 60"))),
    "C26": (plan(week("sun 08:00 tempo 40 T20", "wed 18:00 @legs 60")), plan(week("wed 07:00 tempo 40 T20", "wed 18:00 @legs 60"))),
    "C27": (plan(week("fri 08:00 tempo 40 T20", "sun 14:00 @match 90")), plan(week("sat 20:00 tempo 40 T20", "sun 14:00 @match 90"))),
    "C28": (plan(week("mon 18:00 @legs 60", "tue 08:00 easy 30")), plan(week("mon 18:00 @legs 60", "tue 06:00 easy 30"))),
    "C29": (plan(easy(30)), plan(week("mon 06:00 easy 30"))),
    "C30": (plan(easy(30)), plan(week("mon 21:30 easy 30"), free={day: ["08:00-23:00"] for day in made.DAYS})),
    "C31": (plan(with_long(60)), plan(week("sun 18:00 long 60"))),
    "C32": (plan(week("mon 08:00 easy 30"), preferred_time="morning"), plan(week("mon 18:00 easy 30"), preferred_time="morning")),
    "C33": (plan(week("mon 08:00 walk_run 30 run2,2", "wed 08:00 walk_run 30 run3,3")), plan(week("mon 08:00 walk_run 30 run2,2", "tue 08:00 walk_run 30 run8,8"))),
    "C34": (plan(easy(30, 30), readiness=PAIN), plan(hard_week := week("mon 08:00 tempo 40 T10"), readiness=PAIN)),
    "C35": (plan(easy(40, 10), easy(60, 15), easy(80, 20), cur=100, longest=80, readiness=BREAK), plan(easy(40, 40), cur=100, longest=80, readiness=BREAK)),
    "C36": (plan(easy(30), easy(40, 30, 35), cur=300, longest=150, level="advanced", before=MARATHON), plan(easy(60, 60, 60), cur=300, longest=150, before=MARATHON)),
    "C37": (plan(easy(30), athlete={"birth_year": 2010}, warnings=["Sleep 8 to 10 hours."]), plan(week("mon 06:00 easy 30"), athlete={"birth_year": 2010})),
    "C38": (plan(easy(30), athlete={"weeks_since_birth": 20}, warnings=["Ask about the pelvic floor."]), plan(easy(30), athlete={"weeks_since_birth": 20})),
    "C39": (long_runs(50, 50, 50), long_runs(20, 20, 20, longest=20)),
    "C40": (plan(easy(30)), plan(week("mon 08:00 easy 32"))),
}

# A must is named by the first words of its sentence.
MUSTS = {
    "free hours": (plan(easy(30)), plan(week("mon 05:00 easy 30"))),
    "overlap": (plan(week("mon 08:00 easy 30", "mon 09:00 @upper 60"), free=ALL_WEEK), plan(week("mon 08:00 easy 30", "mon 08:20 @upper 60"))),
    "hours after": (plan(week("mon 18:00 @legs 60", "tue 18:00 easy 30")), plan(week("mon 10:00 @legs 60", "mon 18:00 easy 30"))),
    "hours before": (plan(week("sat 08:00 easy 30", "sun 14:00 @match 90")), plan(week("sun 09:00 easy 30", "sun 14:00 @match 90"))),
    "one a day": (plan(easy(30)), plan(week("mon 08:00 easy 30", "mon 18:00 easy 30"))),
    "alternate days": (plan(easy(30, 30), level="beginner"), plan(week("mon 08:00 easy 30", "tue 08:00 easy 30"), level="beginner")),
    "spacing": (hard("T20"), plan(week("mon 08:00 tempo 40 T20", "tue 08:00 tempo 40 T20"))),
    "long spacing": (plan(with_long(60), with_long(60)), plan(week("mon 08:00 long 60", "thu 08:00 long 60"))),
    "evening": (plan(easy(30)), plan(week("mon 20:00 easy 45", "tue 04:00 easy 30"))),
    "rest": (plan(week(*(f"{day} 08:00 easy 30" for day in made.DAYS[:6]))), plan(week(*(f"{day} 08:00 easy 30" for day in made.DAYS)))),
    "hard days": (hard("T20"), plan(week(*(f"{day} 19:00 @legs 60" for day in made.DAYS[:6]), "sun 08:00 long 120"))),
    "attached": (plan(week("mon 18:00 @upper 60", "mon 19:00 cooldown_jog 10 after=2027-01-04-0")),
                 plan(week("mon 18:00 @legs 60", "mon 19:00 cooldown_jog 10 after=2027-01-04-0"))),
    "birth": (plan(easy(30), athlete={"weeks_since_birth": 20}), plan(easy(30), athlete={"weeks_since_birth": 8})),
}
