"""The words of the checks: full week, body, the race and its minutes, weeks of a return and after a race."""

import datetime
import math

from . import numbers, predict

DAY = datetime.timedelta(days=1)


def event_of(kilometres):
    return next((name for name, low, high in numbers.EVENTS if low <= kilometres < high), None)


class Words:
    """What every check asks of a plan before it judges."""

    def __init__(self, plan):
        self.plan = plan
        goal = plan.goal_event
        self.race = next((run for run in plan.races if goal and run.day.isoformat() == goal.get("date")), None)
        self.kilometres = goal.get("distance_km") if goal else None
        self.event = event_of(self.kilometres) if self.kilometres and goal.get("kind", "run") == "run" else None
        self.race_day = datetime.date.fromisoformat(goal["date"]) if goal else None
        self.race_minutes = self.race.minutes if self.race else predict.minutes(plan, self.kilometres) if self.kilometres else None
        self.break_days = self._break()
        self.return_steps = next((steps for most, steps, _ in numbers.RETURN if self.break_days <= most), [])
        self.held_from = self._held()
        self.full = [week for week in plan.weeks if self.is_full(week)]
        self.walk_run = any(run.type == "walk_run" for run in plan.runs)
        self.body = self._body()

    def _break(self):
        near = [it.get("days_off") or 0 for it in self.plan.check_ins if it.get("date", "") <= (self.plan.first + 7 * DAY).isoformat()]
        return max(near, default=0)

    def _held(self):
        """The date of a pain of 3 or more that no later check-in took back, and that pain."""
        told = [it for it in self.plan.check_ins if it.get("pain") is not None]
        return (told[-1]["date"], told[-1]["pain"]) if told and told[-1]["pain"] >= 3 else None

    def _body(self):
        """Readiness, pain, return or the weeks after a race at the start of the block."""
        for it in self.plan.check_ins:
            scores = [it.get(key) or 0 for key in ("fatigue", "soreness", "stress")]
            if it.get("signs") or max(scores) >= 5 or sum(scores) > 12 or (it.get("pain") or 0) >= 3 or (it.get("sleep_hours") or 8) < 6:
                return True
        return self.break_days > 5 or self.after_race(self.plan.weeks[0]) or bool(self.plan.stops)

    def races_run(self):
        """Races before and in the block with their event, and whether they were a goal (its volumes are judged) rather than B or C."""
        for run in [*self.plan.before, *self.plan.races]:
            event = event_of(run.distance or 0) if run.is_race else None
            if event:
                yield run, event, run in self.plan.before or run is self.race

    def weeks_after(self, run, event, goal):
        """How many weeks a race is felt in: a C race is a hard run, a B race has some easy days."""
        if goal:
            return len(numbers.AFTER_RACE[event])
        return next((1 for it in self.plan.events if it.get("date") == run.day.isoformat() and it.get("priority") == "B"), 0)

    def after_race(self, week):
        return any(0 < (week.first - run.day).days <= 7 * self.weeks_after(run, event, goal) for run, event, goal in self.races_run())

    def returning(self, week):
        return self.break_days > 5 and week.number <= len(self.return_steps)

    def exception(self, week):
        """Whether an exception takes hours away from this week."""
        from . import windows
        return any(windows.open_minutes(self.plan, day) < windows.open_minutes(self.plan, day, usual=True) for day in week.days)

    def held(self, week):
        return self.held_from is not None and week.days[-1].isoformat() >= self.held_from[0]

    def is_full(self, week):
        return (week.phase in ("base", "build", "peak") and not week.deload and not week.races and not self.after_race(week)
                and not self.returning(week) and not self.held(week) and not self.exception(week))

    def before_taper(self):
        """The weeks from the first to the last before the taper, or all."""
        taper = next((i for i, week in enumerate(self.plan.weeks) if week.phase == "taper"), None)
        if taper is None and self.race_day:
            taper = next((i for i, week in enumerate(self.plan.weeks) if self.race_day in week.days), None)
        return self.plan.weeks[:taper]

    def days_before(self, run):
        """Days from a run to the goal race."""
        return (self.race_day - run.day).days

    @property
    def lp(self):
        """The longest run but the race."""
        return max((run.minutes for run in self.plan.runs), default=0)

    @property
    def build_from(self):
        return [week for week in self.plan.weeks if week.phase in ("build", "peak")]

    @property
    def need(self):
        """How long a run prepares for the race."""
        if not self.event or not self.race_minutes:
            return None
        share = numbers.PREPARED_SHARE[self.event] * self.race_minutes
        return min(numbers.MARATHON_PREPARED, share) if self.event == "marathon" else min(share, 30) if self.event == "5K" and self.plan.level == "beginner" else share

    def reach_weeks(self):
        """Weeks that the long run needs to get there, by the table from today's longest run."""
        goal, now = self.need, max(self.plan.longest0, 0)
        extra = 0
        if now < 20:
            from .walking import slow
            sessions = sum(it[2 if slow(self.plan) else 1] for it in numbers.STAGES.values())
            extra, now = math.ceil(sessions / max(1, min(3, self.plan.asked))), 30
        if goal <= now:
            return 1 + extra
        goals = sorted(numbers.REACH)
        if goal <= 60:
            steps = math.ceil((goal - now) / 5)  # five minutes a step, two up and one down after the third
            return extra + 1 + steps + max(0, (steps - 1) // 2)
        low = max(it for it in goals if it <= goal)
        high = min((it for it in goals if it >= goal), default=low)
        part = 0 if high == low else (goal - low) / (high - low)
        return extra + math.ceil(row(low, now) * (1 - part) + row(high, now) * part - 0.01)

    def room(self):
        """The longest run that most weeks have a place for, beside the sessions."""
        from . import places
        runs = [run for run in self.plan.runs if run.cls == "long"] or self.plan.runs
        if not runs or not self.need:
            return 0
        lengths = [it for it in range(20, int(self.need) + 15, 5)]
        weeks = self.before_taper()[-4:]
        found = []
        for week in weeks:
            pattern = places.moved(self.plan, runs[0], week.first, 0)
            pattern.cls = "long"
            low, high = 0, len(lengths)
            while low < high:  # the longest that fits
                middle = (low + high) // 2
                fits = any(places.has(self.plan, pattern, day, minutes=lengths[middle]) for day in week.days)
                low, high = (middle + 1, high) if fits else (low, middle)
            found.append(lengths[low - 1] if low else 0)
        return sorted(found)[len(found) // 2] if found else 0

    def out_of_reach(self, slack=0):
        """Why the race cannot be prepared for: weeks or hours are too short."""
        needed, there = self.reach_weeks(), self.weeks_to_taper()
        if needed > there - slack:
            return f"{needed} weeks needed, {there} there are"
        room = self.room()
        return f"the free hours hold {room} min" if room < self.need - 1 else None

    def weeks_to_taper(self):
        days = (self.race_day - self.plan.first).days + 1
        return math.ceil(days / 7) - numbers.TAPER_WEEKS[self.event]


def row(goal, now):
    """The table's weeks for a longest run between its columns."""
    columns, weeks = numbers.REACH_FROM, numbers.REACH[goal]
    if now >= columns[-1]:
        return weeks[-1] if now < goal else 1
    at = max(i for i, it in enumerate(columns) if it <= now)
    part = (now - columns[at]) / (columns[at + 1] - columns[at])
    return weeks[at] * (1 - part) + weeks[at + 1] * part
