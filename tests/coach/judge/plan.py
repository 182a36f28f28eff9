"""A plan as it stands in its file: weeks, runs, sessions, and the brief that it holds."""

import datetime
import re
from functools import cached_property
from zoneinfo import ZoneInfo

from . import legs, numbers, work

DAY = datetime.timedelta(days=1)


def moment(text):
    return datetime.datetime.strptime(text[:16], "%Y-%m-%dT%H:%M")


def date(text):
    return datetime.date.fromisoformat(text[:10])


class Timed:
    """Something with a start and a length; `at` and `end` are hours that have really passed, whatever the clocks do."""

    def __init__(self, plan, start, minutes):
        self.start, self.minutes = start, minutes
        self.at = plan.hours(start)
        self.end = self.at + minutes / 60

    @property
    def day(self):
        return self.start.date()

    @property
    def clock(self):
        return self.start.hour * 60 + self.start.minute

    @property
    def when(self):
        return f"{self.start:%a %d %b %H:%M}"


class Session(Timed):
    """Strength, mobility or other sport."""

    def __init__(self, plan, data, start=None):
        super().__init__(plan, start or moment(data["start"]), data.get("minutes", 0))
        self.id, self.name, self.kind = data.get("id"), data.get("name", "a session"), data.get("kind")
        self.focus, self.rpe, self.match = data.get("focus"), data.get("rpe"), bool(data.get("match"))
        self.effort = data.get("effort") or legs.effort_of(self.rpe)
        self.legs = legs.of(self)


class Run(Timed):
    """A run; `week` is its week in the plan."""

    def __init__(self, plan, data, week=None):
        super().__init__(plan, moment(data["start"]), data.get("minutes", 0))
        detail = data.get("run") or {}
        self.data, self.week, self.id = data, week, data.get("id", "a run")
        self.type, self.cls = detail.get("type", "easy"), detail.get("class", "easy")
        self.workout, self.attached = detail.get("workout", ""), detail.get("attached_to")
        self.full_minutes, self.distance = detail.get("full_minutes"), detail.get("distance_km")
        self.steps = detail.get("steps") or []
        self.purpose = detail.get("purpose", data.get("purpose"))
        self.why = data.get("why") or []
        self.own = bool(detail.get("own"))  # the person's own appointment, never the planner's

    @property
    def is_race(self):
        return self.type == "race" or self.cls == "race"

    @property
    def hard(self):
        return self.cls == "quality" or self.type == "finisher"

    @property
    def extra(self):
        """A jog or finisher on top of the runs that were asked for."""
        return self.type in ("cooldown_jog", "finisher")

    @property
    def kind(self):
        """How the rules about legs and sport see it."""
        if self.is_race:
            return "race"
        return "quality" if self.hard else "long" if self.cls == "long" or self.minutes >= numbers.LONG_RUN_MINUTES else "easy"

    @cached_property
    def work(self):
        return work.of(self)


class Week:
    """One week of the plan."""

    def __init__(self, plan, data):
        self.number, self.first = data["number"], date(data["start"])
        self.phase, self.deload = data.get("phase"), bool(data.get("deload"))
        self.notes, self.unplaced, self.aim = data.get("notes") or [], data.get("unplaced") or [], data.get("aim")
        things = data.get("sessions") or []
        self.all = [Run(plan, it, self) for it in things if it.get("kind") == "run"]
        self.sessions = [Session(plan, it) for it in things if it.get("kind") != "run"]
        self.races = [run for run in self.all if run.is_race]
        self.runs = [run for run in self.all if not run.is_race]
        self.said_minutes = data.get("run_minutes")

    @property
    def tot(self):
        return sum(run.minutes for run in self.runs)

    @property
    def longest(self):
        return max((run.minutes for run in self.runs), default=0)

    @property
    def days(self):
        return [self.first + i * DAY for i in range(7)]


class Plan:
    """The whole plan with its brief."""

    def __init__(self, data):
        self.data, self.brief = data, data.get("brief") or {}
        self.athlete, self.block = self.brief.get("athlete") or {}, self.brief.get("block") or {}
        self.running, self.availability = self.brief.get("running") or {}, self.brief.get("availability")
        try:
            self.zone = ZoneInfo(data.get("timezone") or self.block.get("timezone") or "UTC")
        except Exception:  # an unknown zone only loses the hour of a change of clocks
            self.zone = ZoneInfo("UTC")
        self.warnings, self.stops = data.get("warnings") or [], data.get("stops") or []
        self.weeks = [Week(self, week) for week in data.get("weeks") or []]
        self.goal, self.level = self.athlete.get("goal", "general_fitness"), self.athlete.get("running_level", "intermediate")
        self.habit = numbers.LEG_HABIT.get(self.athlete.get("strength_level"), "settled")
        self.cur, self.longest0 = self.running.get("current_weekly_minutes") or 0, self.running.get("longest_recent_minutes") or 0

    def hours(self, start):
        return start.timestamp() / 3600 if start.tzinfo else start.replace(tzinfo=self.zone).timestamp() / 3600

    @property
    def column(self):
        return numbers.LEVEL_COLUMN.get(self.level, 1)

    @cached_property
    def first(self):
        return self.weeks[0].first

    @cached_property
    def runs(self):
        return sorted((run for week in self.weeks for run in week.runs), key=lambda run: run.at)

    @cached_property
    def races(self):
        return sorted((run for week in self.weeks for run in week.races), key=lambda run: run.at)

    @cached_property
    def before(self):
        """What the brief says was run before the block."""
        return sorted((Run(self, {"start": it["start"], "minutes": it["minutes"], "run": {
            "type": it.get("type", "easy"), "class": "race" if it.get("type") == "race" else "easy", "distance_km": it.get("distance_km")}})
            for it in (self.brief.get("before") or {}).get("runs") or []), key=lambda run: run.at)

    @cached_property
    def sessions(self):
        """The sessions of the plan, and the fixed week before its first Monday and after its last Sunday."""
        inside = [session for week in self.weeks for session in week.sessions]
        last = self.weeks[-1].first + 7 * DAY
        told = (self.brief.get("before") or {}).get("sessions")
        outside = [Session(self, it) for it in told or []]
        for it in self.brief.get("sessions") or []:
            if it.get("day") not in numbers.DAYS or "start" not in it:
                continue
            for monday in ([] if told is not None else [self.first - 7 * DAY]) + [last]:
                day = monday + numbers.DAYS.index(it["day"]) * DAY
                clock = datetime.time(*map(int, it["start"].split(":")))
                outside.append(Session(self, it, datetime.datetime.combine(day, clock)))
        return sorted(inside + outside, key=lambda session: session.at)

    @cached_property
    def new_to_legs(self):
        """The first two heavy sessions of who told that no leg work went before: legs are new to them."""
        told = (self.brief.get("before") or {}).get("sessions")
        if told is None or any(Session(self, it).legs == "heavy" for it in told):
            return []
        return [session for session in self.sessions if session.legs == "heavy" and session.day >= self.first][:2]

    @cached_property
    def age(self):
        born = self.athlete.get("birth_year")
        return self.first.year - born if born else None

    @cached_property
    def bmi(self):
        height, weight = self.athlete.get("height_cm"), self.athlete.get("weight_kg")
        return weight / (height / 100) ** 2 if height and weight else None

    @cached_property
    def check_ins(self):
        told = self.brief.get("readiness") or []
        return sorted([told] if isinstance(told, dict) else told, key=lambda it: it.get("date", ""))

    @cached_property
    def asked(self):
        """Runs a week: as asked, or the usual of goal and level."""
        return self.running.get("runs_per_week") or numbers.RUNS_A_WEEK.get(self.goal, (3, 3, 3))[self.column]

    @cached_property
    def events(self):
        """The races of the brief, the earliest first; each with `priority` and `distance_km`."""
        told = list(self.block.get("events") or [])
        if self.block.get("event"):
            told.append({"priority": "A", **self.block["event"]})
        return sorted(told, key=lambda it: it.get("date", ""))

    @cached_property
    def goal_event(self):
        """The race the block leads to."""
        first = [it for it in self.events if it.get("priority", "A") == "A"]
        return first[-1] if first else self.events[-1] if self.events else None

    @cached_property
    def first_words(self):
        """What is told before all else."""
        return self.warnings[:3]

    def told(self, *wanted, among=None):
        """Whether one of the first sentences holds all of these numbers and patterns."""
        def has(text, it):
            return re.search(rf"(?<![\d.,]){it}(?!\d|[.,]\d)" if isinstance(it, int) else it, text, re.IGNORECASE) is not None
        return any(all(has(text, it) for it in wanted) for text in (self.first_words if among is None else among))
