"""The placement problem as OR-Tools CP-SAT sees it, written from the rulebook (docs/rules.md) and a model's data alone.

`solve(model)` returns what the best placement costs, in points.
"""

import time
from collections import defaultdict

from ortools.sat.python import cp_model

NO_HABIT = 21


def share(workouts, percent):
    """A share that comes to less than one workout counts as one."""
    return max(1, workouts * percent // 100)


def change(rule, one, other):
    """What it costs to go from one habit (weekday, part of the day) to another."""
    if one // 3 != other // 3:
        return rule["weight"]
    return min(rule["part_weight"], 2 * rule["weight"]) if one % 3 != other % 3 else 0


class Choice:
    """Runs of a week that are alike, `most` of them, or a run that stands already: then its one place is certain.

    Hard runs are chosen one by one, since their hours matter to each other.
    """

    def __init__(self, week, family, cls, load, most, judged, places):
        self.week, self.family, self.cls, self.load, self.most, self.judged = week, family, cls, load, most, judged
        self.places = places
        self.count = sum(here for here, _ in places)
        # For hard runs alone: whether the run has a place, when it starts and when it ends.
        self.placed, self.start, self.end = None, 0, 0

    def clock(self, placed):
        self.placed = placed
        self.start = sum(place["start"] * here for here, place in self.places)
        self.end = sum(place["end"] * here for here, place in self.places)


class Placement:
    """The model; `points` collects what it costs."""

    def __init__(self, data):
        self.data, self.rules, self.weeks = data, data["rules"], data["weeks"]
        self.model = cp_model.CpModel()
        self.points = []
        self.true = self.model.new_constant(1)
        self.days = {day: facts for day, *facts in data["days"]}
        unsocial = self.rules.get("unsocial_hours", {"rest_must_hours": 0, "rest_should_hours": 0, "rest_weight": 0})
        must, should = unsocial["rest_must_hours"], unsocial["rest_should_hours"]
        self.night = must, max(must, should), unsocial["rest_weight"]
        self.nights()
        self.wanted = [choice for one in data["wanted"] for choice in self.choose(one)]
        self.asked = [(one["week"], one["shapes"][0]["class"], one["count"]) for one in data["wanted"]]
        self.standing = [self.stand(one) for one in data["standing"]]
        self.by_day = self.runs_of_each_day()
        self.in_turn()
        self.one_run_a_day()
        self.spread_and_alternate()
        self.spacing()
        self.habits()
        for week in range(self.weeks):
            self.judge_week(week)
            self.as_asked_for(week)
        self.hard_days()

    def nights(self):
        """For each day, when the first of all runs that may stand on it could start, and when the last would be over."""
        self.first, self.last = defaultdict(lambda: 10**12), defaultdict(lambda: -10**12)
        rows = [dict(zip(self.data["place"], row)) for one in self.data["wanted"] for shape in one["shapes"] for row in shape["places"]]
        for place in rows + self.data["standing"]:
            day = place["day"]
            self.first[day] = min(self.first[day], place["start"])
            self.last[day] = max(self.last[day], place["end"])

    def is_at_night(self, place):
        """Whether a run there could meet one of the day before or after, or stand too near to it."""
        rest = self.night[1] * 60
        return place["start"] < self.last[place["day"] - 1] + rest or place["end"] + rest > self.first[place["day"] + 1]

    # Choices

    def choose(self, one):
        """Up to so many places; for each hard run, one of its shapes at most."""
        asked = one["shapes"][0]["class"]
        if asked == "easy":
            yield self.in_shape(one, one["shapes"][0], one["count"])
            return
        for _ in range(one["count"]):
            choices = []
            for shape in one["shapes"]:
                choice = self.in_shape(one, shape, 1)
                if choices and shape["class"] == asked:
                    self.points.append(self.rules["replaced"]["another_kind"] * choice.count)
                choices.append(choice)
            self.model.add(sum(choice.count for choice in choices) <= 1)
            yield from choices

    def in_shape(self, one, shape, most):
        """Places alike to every rule about pairs and weeks are one, at the lowest price."""
        easy = shape["class"] == "easy"
        alike = {}
        for row in shape["places"]:
            place = dict(zip(self.data["place"], row))
            hours = () if easy and not self.is_at_night(place) else (place["start"], place["end"])
            key = (place["day"], place["part"], place["followed"], place["attached"], place["hard"], place["modest"], *hours)
            if key not in alike or place["points"] < alike[key]["points"]:
                alike[key] = place
        places = []
        for place in alike.values():
            here = self.model.new_bool_var("")
            places.append((here, place))
            self.points.append(place["points"] * here)
        choice = Choice(one["week"], one["family"], shape["class"], shape["load"], most, True, places)
        if easy:
            self.model.add(choice.count <= most)
        else:
            choice.clock(self.one_of([here for here, _ in places]))
        return choice

    def stand(self, one):
        if one["kind"] == "cooldown_jog" or one["judged"]:
            raise ValueError("jogs that stand and runs kept from before are not part of this model")
        places = [(self.true, {**one, "followed": 0, "attached": 0})]
        choice = Choice(one["day"] // 7, None, one["class"], one["load"], 1, False, places)
        choice.clock(self.true)
        return choice

    def runs(self):
        return self.standing + self.wanted

    def literal(self, *of):
        """Whether all of these are so."""
        of = [one for one in of if one is not self.true]
        if len(of) <= 1:
            return of[0] if of else self.true
        both = self.model.new_bool_var("")
        self.model.add_bool_and(of).only_enforce_if(both)
        self.model.add_bool_or([one.negated() for one in of] + [both])
        return both

    def any(self, of):
        """Whether one of these is so; `None` where there is nothing to be so."""
        of = list(of)
        if len(of) <= 1:
            return of[0] if of else None
        if any(one is self.true for one in of):
            return self.true
        one_is = self.model.new_bool_var("")
        self.model.add_bool_or(of).only_enforce_if(one_is)
        self.model.add_bool_and([one.negated() for one in of]).only_enforce_if(one_is.negated())
        return one_is

    def one_of(self, of):
        """Whether one of these is so, where no two may be; `None` where there is nothing to be so."""
        of = list(of)
        if len(of) == 1:
            return of[0]
        one_is = self.model.new_bool_var("")
        self.model.add(sum(of) == one_is)
        return one_is

    def runs_of_each_day(self):
        """For each day, what may stand on it: the choice, whether it does, whether it does as a hard run."""
        days = defaultdict(list)
        for run in self.runs():
            on = defaultdict(list)
            for here, place in run.places:
                on[place["day"]].append((here, place["hard"]))
            for day, places in on.items():
                here = self.one_of(here for here, _ in places)
                hard = [here for here, hard in places if hard]
                days[day].append((run, here, None if not hard else here if len(hard) == len(places) else self.one_of(hard)))
        self.busy = {day: self.any(here for _, here, _ in runs) for day, runs in days.items()}
        return days

    def in_turn(self):
        """Runs of a family that has to wait for another stand on later days than that one's run."""
        before = {(one["week"], one["family"]): one["after"] for one in self.data["wanted"] if one["after"] is not None}
        for run in self.wanted:
            if (run.week, run.family) in before:
                first = [one for one in self.wanted if one.week == run.week and one.family == before[run.week, run.family]]
                for here, place in run.places:
                    self.model.add(sum(there for one in first for there, other in one.places if other["day"] < place["day"]) >= here)

    # Rules about two runs

    def one_run_a_day(self):
        for day, runs in self.by_day.items():
            if any(run.judged for run, _, _ in runs):
                self.model.add_at_most_one(here for _, here, _ in runs)
        at_night = [(run, here, place) for run in self.runs() for here, place in run.places if self.is_at_night(place)]
        for run, here, place in at_night:
            for other, there, later in at_night:
                if later["day"] != place["day"] + 1 or not (run.judged or other.judged):
                    continue
                gap, (must, should, weight) = later["start"] - place["end"], self.night
                if gap < 0 or gap < 60 * must:
                    self.model.add_bool_or([here.negated(), there.negated()])
                elif gap < 60 * should and weight:
                    self.points.append(weight * ((60 * should - gap + 59) // 60) * self.literal(here, there))

    def spread_and_alternate(self):
        """What neighbours on days too near cost: the days between them hold no run."""
        runs = max(1, self.data["runs_per_week"])
        ideal, weight = min(3, (7 + runs // 2) // runs), self.rules.get("spread_runs", {"weight": 0})["weight"]
        apart = self.rules["beginner_alternate_days"]["must_days"] if self.data["beginner"] else 1
        judged = {day: all(run.judged for run, _, _ in runs) for day, runs in self.by_day.items()}
        for day in self.busy:
            for days in range(1, max(ideal, apart)):
                if day + days not in self.busy or not (judged[day] or judged[day + days]):
                    continue
                ends = [self.busy[day], self.busy[day + days]]
                between = [self.busy[one] for one in range(day + 1, day + days) if one in self.busy]
                if days < apart:
                    self.model.add_bool_or([end.negated() for end in ends] + between)
                elif weight and days < ideal:
                    if self.true in between:
                        continue
                    near = self.literal(*ends, *(one.negated() for one in between))
                    self.points.append(weight * (ideal - days) * near)

    def spacing(self):
        """Hours from the nearest run before of each hard class to the next hard run."""
        rule = self.rules["quality_spacing"]

        def hours(one, other):
            longs = (one.cls == "long") + (other.cls == "long")
            kind = ["quality", "long", "long_long"][longs]
            return rule[f"{kind}_must_hours"], rule[f"{kind}_should_hours"]

        longest = 60 * max(value for name, value in rule.items() if name.endswith("hours"))
        hard = [run for run in self.runs() if run.cls != "easy" and run.places]
        order = {}

        def before(one, other):
            """Whether both stand, the one before the other."""
            if one.week != other.week:
                return self.literal(one.placed, other.placed) if one.week < other.week else None
            if (id(one), id(other)) not in order:
                both = self.literal(one.placed, other.placed)
                first, last = self.model.new_bool_var(""), self.model.new_bool_var("")
                self.model.add_bool_xor([first, last, both.negated()]) if both is not self.true else \
                    self.model.add_exactly_one([first, last])
                self.model.add_at_most_one([first, last])
                self.model.add(one.start < other.start).only_enforce_if(first)
                self.model.add(other.start < one.start).only_enforce_if(last)
                order[id(one), id(other)], order[id(other), id(one)] = first, last
            return order[id(one), id(other)]

        for late in hard:
            for early in hard:
                if early is late or early.week > late.week or not (early.judged or late.judged):
                    continue
                soonest = min(place["start"] for _, place in late.places) - max(place["end"] for _, place in early.places)
                if soonest >= longest:
                    continue
                in_order = before(early, late)
                between = []
                for other in hard:
                    if other.cls == early.cls and other not in (early, late) and early.week <= other.week <= late.week:
                        between.append(self.literal(before(early, other), before(other, late)))
                nearest = self.model.new_bool_var("")
                self.model.add_bool_or([in_order.negated(), nearest, *between])
                must, should = hours(early, late)
                gap = late.start - early.end
                self.model.add(gap >= 60 * must).only_enforce_if(nearest)
                if should > must and rule["weight"]:
                    short = self.model.new_int_var(0, should, "")
                    self.model.add(60 * short + gap >= 60 * should).only_enforce_if(nearest)
                    self.points.append(rule["weight"] * short)

    def habits(self):
        """Each run keeps its weekday and part of the day; where it is left out, and in light weeks, the habit waits. Runs alike share their names:
        what flows from habit to habit is how many of them do."""
        rule = self.rules.get("steady_weeks")
        for family, slugs in enumerate(self.data["families"]) if rule else ():
            now = defaultdict(int)
            for slug in slugs:
                past = [one for one in self.data["standing"] if one["slug"] == slug and one["day"] < 0]
                now[past[-1]["day"] % 7 * 3 + past[-1]["part"] if past else NO_HABIT] += 1
            for week in (week for week in range(self.weeks) if week not in self.data["light_weeks"]):
                placed = defaultdict(list)
                for run in self.wanted:
                    if run.family == family and run.week == week:
                        for here, place in run.places:
                            placed[place["day"] % 7 * 3 + place["part"]].append(here)
                now = self.next_habits(now, {code: sum(here) for code, here in placed.items()}, len(slugs), rule)

    def next_habits(self, before, placed, many, rule):
        """How many runs of a family have each habit after a week."""
        out, into = defaultdict(list), defaultdict(list)
        for one in before:
            for other in {one, *placed}:
                flow = self.model.new_int_var(0, many, "")
                out[one].append(flow)
                into[other].append((one, flow))
                if one != NO_HABIT and one != other:
                    self.points.append(change(rule, one, other) * flow)
        for one, count in before.items():
            self.model.add(sum(out[one]) == count)
        after = {}
        for code, flows in into.items():
            after[code] = self.model.new_int_var(0, many, "")
            self.model.add(after[code] == sum(flow for _, flow in flows))
            moved = sum(flow for one, flow in flows if one != code)
            if code in placed:
                self.model.add(moved <= placed[code])
                self.model.add(after[code] >= placed[code])
        return after

    # Rules about a week

    def judge_week(self, week):
        days = range(7 * week, 7 * week + 7)
        runs = [run for run in self.wanted if run.week == week and run.places]
        if not runs:
            return
        some = self.any(here for run in runs for here, _ in run.places)
        self.followed(days, runs)
        self.attached(runs)
        self.rest(days, some)
        self.monotony(days, some)

    def as_asked_for(self, week):
        """What runs that are replaced or left out cost: the more hard ones are lost and the fewer runs stand, the more each."""
        asked = {cls: sum(count for at, one, count in self.asked if at == week and one == cls) for cls in ("easy", "quality", "long")}
        stand = {cls: sum(run.count for run in self.wanted if run.week == week and run.cls == cls) for cls in asked}
        before = [one["class"] for one in self.data["standing"] if one["day"] // 7 == week]
        hard = asked["quality"] + sum(cls in ("quality", "race") for cls in before)
        replaced, left_out = self.rules["replaced"], self.rules["left_out"]

        def lost(many):
            return sum(replaced[["first", "second", "third"][min(number, 3) - 1]] for number in range(hard - many + 1, hard + 1))

        def out(others, longs):
            points, left = longs * left_out["long"], len(before) + sum(asked.values()) - longs
            for _ in range(others):
                left -= 1
                points += left_out["beyond" if left >= self.data["asked"] else "last" if left <= 1 else "asked"]
            return points

        self.by_number(asked["quality"] - stand["quality"], range(asked["quality"] + 1), lost)
        others = asked["easy"] + asked["quality"]
        longs = asked["long"] - stand["long"]
        ways = {}
        for many in range(others + 1):
            for long in range(asked["long"] + 1):
                ways[many, long] = self.model.new_bool_var("")
                self.points.append(out(many, long) * ways[many, long])
        self.model.add_exactly_one(ways.values())
        self.model.add(sum(many * way for (many, _), way in ways.items()) == others - stand["easy"] - stand["quality"])
        self.model.add(sum(long * way for (_, long), way in ways.items()) == longs)

    def by_number(self, count, range_, price):
        """A price that depends on a number."""
        ways = {number: self.model.new_bool_var("") for number in range_}
        self.model.add_exactly_one(ways.values())
        self.model.add(sum(number * way for number, way in ways.items()) == count)
        self.points.extend(price(number) * way for number, way in ways.items())

    def followed(self, days, runs):
        """Workouts that a run follows within hours."""
        rule = self.rules["not_after_every_workout"]
        workouts = sum(self.days[day][0] for day in days)
        count = sum(place["followed"] * here for run in runs for here, place in run.places)
        self.model.add(count <= share(workouts, rule["must_percent"]))
        self.above(count, share(workouts, rule["should_percent"]), 100, rule["weight"])

    def above(self, count, most, limit, weight):
        """A should that is missed by each one above `most`."""
        over = self.model.new_int_var(0, limit, "")
        self.model.add(over >= count - most)
        self.points.append(weight * over)

    def attached(self, runs):
        rule = self.rules["attached_runs"]
        for kind, most in (1, rule["jogs_a_week"]), (2, rule["runs_a_week"]):
            attached = [here for run in runs for here, place in run.places if place["attached"] == kind]
            self.model.add(sum(attached) <= most)

    def rest(self, days, some):
        """Days with neither run nor strength, and for the should without hard sport; where the fixed week with its races and own
        runs has fewer than asked for, those."""
        rule = self.rules["rest_days"]
        races = {one["day"] for one in self.data["standing"] if one["class"] == "race"}
        free = [day for day in days if self.days[day][0] == 0 and self.days[day][3] == 0 and day not in races]
        restful = [day for day in free if self.days[day][1] == 0]

        def left(those):
            return len(those) - sum(self.busy[day] for day in those if day in self.busy)

        self.model.add(left(free) >= min(rule["must_days"], len(free))).only_enforce_if(some)
        missing = self.model.new_int_var(0, 7, "")
        self.model.add(missing >= min(rule["should_days"], len(restful)) - left(restful)).only_enforce_if(some)
        self.points.append(rule["weight"] * missing)

    def monotony(self, days, some):
        """Mean over standard deviation of the daily loads, in hundredths; each begun tenth above the limit costs."""
        rule = self.rules.get("monotony")
        if not rule or not rule["weight"]:
            return
        loads, squares, most = 0, 0, 0
        for day in days:
            own = min(16000, self.days[day][2])
            loads, squares, most = loads + own, squares + own * own, most + own
            for run, here, _ in self.by_day.get(day, []):
                load = min(16000, self.days[day][2] + run.load)
                loads, squares = loads + (load - own) * here, squares + (load * load - own * own) * here
        most += sum(run.load * run.most for run in self.runs() if run.week == days[0] // 7)
        sum_, square = self.model.new_int_var(0, most, ""), self.model.new_int_var(0, most * most, "")
        self.model.add(sum_ == loads)
        self.model.add_multiplication_equality(square, [sum_, sum_])
        for limit in range(rule["should_hundredths"] + 1, 1001, 10):
            # 100 sum / sqrt(7 squares - sum^2), rounded, reaches `limit`, unless this is so:
            below, twice = self.model.new_bool_var(""), 2 * limit - 1
            self.model.add(7 * twice * twice * squares > (40_000 + twice * twice) * square).only_enforce_if(below)
            over = self.model.new_bool_var("")
            self.model.add_bool_or([below, over, some.negated()])
            self.points.append(rule["weight"] * over)

    # Rules across weeks

    def hard_days(self):
        rule = self.rules["hard_days"]
        for week in range(self.weeks):
            days = range(7 * week, 7 * week + 7)
            runs = [(run, hard) for day in days for run, _, hard in self.by_day.get(day, []) if hard is not None]
            sessions = sum(self.days[day][1] for day in days)
            fixed = sessions + sum(not run.judged for run, _ in runs)
            own = sum(hard for run, hard in runs if run.judged)
            full = sessions + sum(self.days[day][4] for day in days)
            if full >= rule["must_a_week"]:
                # Full by the person's own doing: then one modest hard run is let through and no other.
                modest = [here for run in self.wanted if run.week == week for here, place in run.places if place["modest"]]
                spared = self.model.new_bool_var("")
                self.model.add(spared <= sum(modest))
                self.model.add(own <= spared)
            else:
                self.model.add(own <= max(0, rule["must_a_week"] - fixed))
        hard, by_run = {}, {}
        for day in sorted(self.days):
            runs = [(run, one) for run, _, one in self.by_day.get(day, []) if one is not None]
            heavy = self.days[day][1] > 0
            hard[day] = self.true if heavy else self.any(one for _, one in runs)
            judged = self.any(one for run, one in runs if run.judged)
            if hard[day] is None:
                by_run[day] = None
                continue
            # Whether a day of this row so far is hard by a run alone.
            known = by_run.get(day - 1)
            ways = ([self.literal(known, hard[day])] if known is not None else []) + ([judged] if judged is not None and not heavy else [])
            by_run[day] = self.any(ways)
            if by_run[day] is None or day < 0:
                continue
            too_many = self.row(hard, day, rule["must_in_a_row"] + 1)
            if too_many is not None:
                self.model.add_bool_or([by_run[day].negated()] + [one.negated() for one in too_many])
            many = self.row(hard, day, rule["should_in_a_row"] + 1)
            if many is not None and rule["should_in_a_row"] < rule["must_in_a_row"]:
                self.points.append(rule["weight"] * self.literal(by_run[day], *many))

    @staticmethod
    def row(hard, day, length):
        """The days of a row of this length that ends on `day`, if all of them can be hard."""
        days = [hard.get(one) for one in range(day - length + 1, day + 1)]
        return days if all(one is not None for one in days) else None


def solve(data, seconds=300.0, workers=1):
    """The best cost in points, whether it is proven, and the processor's seconds that it took."""
    worked = time.process_time()
    placement = Placement(data)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = seconds
    placement.model.minimize(sum(placement.points))
    status = solver.solve(placement.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, False, time.process_time() - worked
    return round(solver.objective_value), status == cp_model.OPTIMAL, time.process_time() - worked
