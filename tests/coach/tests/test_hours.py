"""The hours to the minute: the last that is forbidden and the first that is not."""

import pathlib
import sys
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1])]

from judge.plan import Plan  # noqa: E402
from judge.verdict import Judgement  # noqa: E402
from judge.words import Words, row  # noqa: E402
from made import plan, week  # noqa: E402

LEGS = "mon 18:00 @legs 60"


def musts(*texts, **more):
    more.setdefault("free", {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")})
    return [it.split(":")[0] for it in Judgement(plan(week(*texts), **more)).musts]


class AfterHeavyLegs(unittest.TestCase):
    def test_easy_run_of_a_settled_intermediate_after_twelve_hours(self):
        self.assertEqual(musts(LEGS, "tue 06:45 easy 30"), ["hours after"])
        self.assertEqual(musts(LEGS, "tue 07:00 easy 30"), [])

    def test_tempo_after_twenty(self):
        self.assertEqual(musts(LEGS, "tue 14:45 tempo 40 T20"), ["hours after"])
        self.assertEqual(musts(LEGS, "tue 15:00 tempo 40 T20"), [])

    def test_hills_after_thirty_six(self):
        self.assertEqual(musts(LEGS, "tue 19:00 hills 40 H8"), ["hours after"])
        self.assertEqual(musts(LEGS, "wed 07:00 hills 40 H8"), [])

    def test_new_legs_of_a_beginner_wait_a_day(self):
        new = {"level": "beginner", "athlete": {"strength_level": "beginner"}}
        self.assertEqual(musts(LEGS, "tue 18:45 easy 30", **new), ["hours after"])
        self.assertEqual(musts(LEGS, "tue 19:00 easy 30", **new), [])

    def test_legs_that_did_nothing_before_wait_a_day_more(self):
        fresh = {"before": {"sessions": []}}
        self.assertEqual(musts(LEGS, "wed 14:45 easy 30", **fresh), ["hours after"])
        self.assertEqual(musts(LEGS, "wed 15:00 easy 30", **fresh), [])

    def test_not_on_the_same_day(self):
        self.assertIn("hours after", musts("mon 06:00 @legs 60", "mon 21:00 easy 30"))


class BeforeSessions(unittest.TestCase):
    def test_hard_run_twenty_hours_before_heavy_legs(self):
        self.assertEqual(musts("mon 21:30 tempo 40 T20", "tue 18:00 @legs 60"), ["hours before"])
        self.assertEqual(musts("mon 21:00 tempo 60 T20", "tue 18:00 @legs 60"), [])

    def test_match(self):
        match = "sat 14:00 @match 90"
        self.assertEqual(musts(match, "fri 18:15 tempo 40 T20"), ["hours before"])
        self.assertEqual(musts(match, "fri 17:00 tempo 40 T20"), [])
        self.assertEqual(musts(match, "sat 06:00 long 60"), ["hours before"])
        self.assertEqual(musts(match, "fri 17:00 easy 30"), [])

    def test_stacking_is_for_who_asks(self):
        stacked = ["wed 07:00 tempo 40 T20", "wed 18:00 @legs 60"]
        self.assertEqual(musts(*stacked), ["hours before"])
        self.assertEqual(musts(*stacked, stacking=True), [])

    def test_hours_are_those_that_pass_when_clocks_change(self):
        weeks = [week()] * 11 + [week("sat 19:00 @legs 60", "sun 08:00 easy 30")]  # the night of 28 March 2027 is an hour short
        free = {day: ["00:00-24:00"] for day in ("sat", "sun")}
        self.assertEqual([it.split(":")[0] for it in Judgement(plan(*weeks, free=free)).musts], ["hours after"])


class SingleRuns(unittest.TestCase):
    def spikes(self, minutes, longest):
        return Judgement(plan(week(f"mon 08:00 easy {minutes}"), longest=longest, cur=60)).answers["C15"].failed

    def test_a_tenth_or_five_minutes(self):
        self.assertEqual([self.spikes(65, 60), self.spikes(70, 60), self.spikes(35, 30), self.spikes(40, 30)], [False, True, False, True])


class Reach(unittest.TestCase):
    def test_the_table_and_between_its_columns(self):
        self.assertEqual((row(60, 30), row(90, 75), row(150, 105), row(180, 120)), (9, 4, 7, 7))
        self.assertEqual(row(120, 35), 22.5)

    def test_a_half_marathon_from_half_an_hour_needs_months(self):
        words = Words(Plan(plan(week("mon 08:00 easy 30"), week("sun 10:00 race 155 km=21.1"), event=(21.0975, 13), longest=30, cur=60, level="beginner")))
        self.assertEqual((round(words.need), words.reach_weeks()), (116, 24))


if __name__ == "__main__":
    unittest.main()
