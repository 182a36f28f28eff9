"""The twenty people's rows are all understood, and a plan that has nothing of a row misses it."""

import json
import pathlib
import sys
import unittest

COACH = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(COACH / "tests"), str(COACH), str(COACH / "people")]

import cases  # noqa: E402
import expected  # noqa: E402
import made  # noqa: E402
from judge.verdict import Judgement  # noqa: E402

PEOPLE = sorted(COACH.glob("people/*/brief.json"))


class People(unittest.TestCase):
    def test_there_are_twenty_with_a_row_each(self):
        self.assertEqual([it.parent.name[:2] for it in PEOPLE], [f"{i:02}" for i in range(1, 21)])

    def test_every_word_of_a_row_is_understood(self):
        judged = Judgement(made.plan(*[made.week("mon 08:00 easy 10")] * 8))
        for brief in PEOPLE:
            row = json.loads((brief.parent / "expected.json").read_text(encoding="utf-8"))
            with self.subTest(brief.parent.name):
                self.assertTrue(list(expected.missed(judged.plan, judged.words, row)))

    def test_a_number_may_be_a_tenth_off(self):
        self.assertFalse(expected.outside(108, (120, 130)))
        self.assertFalse(expected.outside(143, (120, 130)))
        self.assertTrue(expected.outside(107, (120, 130)))
        self.assertTrue(expected.outside(144, (120, 130)))


class Cases(unittest.TestCase):
    def test_the_same_seed_gives_the_same_briefs(self):
        self.assertEqual(cases.briefs(50, 3), cases.briefs(50, 3))
        self.assertNotEqual(cases.briefs(50, 3), cases.briefs(50, 4))

    def test_two_and_a_half_thousand_hold_every_combination(self):
        found = {(it["athlete"]["goal"], it["athlete"]["running_level"], it["athlete"]["strength_level"], it["athlete"]["birth_year"],
                  it["block"].get("event", {}).get("distance_km")) for it in cases.briefs(2500, 1)}
        self.assertEqual(len(found), 4 * 3 * 3 * (5 + 5 + 3))

    def test_nobody_is_at_two_sessions_at_once(self):
        for it in cases.briefs(200, 1):
            days = [session["day"] for session in it["sessions"]]
            self.assertEqual(len(days), len(set(days)))


if __name__ == "__main__":
    unittest.main()
