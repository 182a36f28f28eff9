"""Every check and every must can hold and can fail; a plan without its fields fails and never stops the judge."""

import copy
import pathlib
import sys
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1])]

import made  # noqa: E402
from diaries import GOOD_AND_BAD, MUSTS, easy  # noqa: E402
from judge.checks import CHECKS  # noqa: E402
from judge.verdict import CHANGES, REFUSED, SIGNED, Judgement  # noqa: E402


class Checks(unittest.TestCase):
    def test_each_check_holds_and_fails(self):
        self.assertEqual(sorted(GOOD_AND_BAD), [no for no, _, _, _ in CHECKS])
        for no, (good, bad) in GOOD_AND_BAD.items():
            with self.subTest(no):
                held = Judgement(good).answers[no]
                self.assertFalse(held.failed, held.text)
                self.assertTrue(Judgement(bad).answers[no].failed, Judgement(bad).answers[no].text)

    def test_a_test_is_asked_where_a_week_has_a_place_for_one(self):
        def sundays(hours):
            return made.plan(*[made.week("sun 08:00 easy 30")] * 10, free={"sun": [hours]})
        self.assertTrue(Judgement(sundays("08:00-09:00")).answers["C21"].failed)
        self.assertEqual(Judgement(sundays("08:00-08:30")).answers["C21"].state, "does not apply")

    def test_no_check_fails_by_an_error(self):
        for no, (good, bad) in GOOD_AND_BAD.items():
            for data in (good, bad):
                for other, answer in Judgement(data).answers.items():
                    self.assertNotIn("cannot be judged", answer.text, f"{other} on the plan of {no}")

    def test_each_must_holds_and_is_broken(self):
        for name, (good, bad) in MUSTS.items():
            with self.subTest(name):
                self.assertEqual([it for it in Judgement(good).musts if it.startswith(name + ":")], [])
                self.assertTrue(any(it.startswith(name + ":") for it in Judgement(bad).musts), Judgement(bad).musts)

    def test_a_plan_without_fields_is_refused(self):
        whole = made.plan(easy(30, 30), cur=60, longest=30)
        for data in ({}, {"weeks": []}, {"weeks": [{}]}, {**whole, "brief": {}}):
            self.assertEqual(Judgement(data).verdict, REFUSED)
        bare = copy.deepcopy(whole)
        for it in bare["weeks"][0]["sessions"]:
            del it["run"]
        self.assertTrue(Judgement(bare).answers["C40"].failed)


class Verdicts(unittest.TestCase):
    def test_counting(self):
        plan = made.plan(easy(50, 50, 20), cur=120, longest=50)
        self.assertEqual(Judgement(plan).verdict, SIGNED, Judgement(plan).as_json())
        one_star = made.plan(easy(50, 40, 20), cur=120, longest=50)
        self.assertEqual(Judgement(one_star).starred, ["C08", "C09"])
        self.assertEqual(Judgement(one_star).verdict, REFUSED)
        early = made.plan(easy(40, 60, 20), cur=120, longest=40)
        self.assertEqual(Judgement(early).starred, ["C02", "C15"])

    def test_one_star_is_with_changes_but_never_for_hours_after_legs(self):
        broken = GOOD_AND_BAD["C28"][1]
        self.assertIn("C28", Judgement(broken).starred)
        self.assertEqual(Judgement(broken).verdict, REFUSED)
        fewer = made.plan(easy(30, 30), runs=3)
        self.assertEqual((Judgement(fewer).starred, Judgement(fewer).verdict), (["C12"], CHANGES))

    def test_told_first_excuses(self):
        fewer = made.plan(easy(30, 30), runs=3, warnings=["You asked for 3 runs a week and get 2, because no other day is free."])
        self.assertEqual(Judgement(fewer).verdict, SIGNED)


class Rest(unittest.TestCase):
    SIX_LIFTS = [f"{day} 18:00 @upper 60" for day in made.DAYS[:6]]

    def test_the_last_day_of_rest_is_a_must_that_is_named(self):
        silent = made.plan(made.week(*self.SIX_LIFTS, "fri 08:00 long 60"), long_run_day="sun")
        self.assertTrue(Judgement(silent).answers["C01"].failed)
        named = made.week(*self.SIX_LIFTS, "fri 08:00 long 60 why=Sunday_was_wished:_0_rest_days_in_the_week;_1_at_least.")
        self.assertFalse(Judgement(made.plan(named, long_run_day="sun")).answers["C01"].failed)

    def test_the_young_keep_a_day_without_any_sport(self):
        sport = [f"{day} 18:00 @sport 60" for day in made.DAYS[:6]]
        week = made.week(*sport, "sat 08:00 easy 30", left_out=[("tempo", 40)])
        free = {"sat": ["07:00-21:00"], "sun": ["07:00-21:00"]}
        of = lambda born: Judgement(made.plan(week, free=free, athlete={"birth_year": born})).answers["C13"].failed
        self.assertEqual((of(1990), of(2011)), (True, False))

    def test_a_race_is_the_persons_own(self):
        race = made.plan(made.week(*self.SIX_LIFTS, "fri 08:00 easy 30", "sun 10:00 race 60 km=10"), event=(10, 6))
        self.assertEqual([it for it in Judgement(race).musts if it.startswith("rest:")], [])

    def test_from_sixty_the_second_day_is_asked_for_where_it_can_be_had(self):
        def older(*lifts):
            runs = [f"{day} 08:00 easy 30" for day in ("mon", "wed", "fri", "sun")]
            return Judgement(made.plan(made.week(*lifts, *runs), athlete={"birth_year": 1960})).answers["C37"]
        self.assertTrue(older("tue 18:00 @upper 60", "sat 18:00 @upper 60").failed)
        self.assertFalse(older("tue 06:00 @upper 800", "sat 06:00 @upper 800").failed)
        self.assertFalse(older("wed 18:00 @upper 60", "fri 18:00 @upper 60").failed)


if __name__ == "__main__":
    unittest.main()
