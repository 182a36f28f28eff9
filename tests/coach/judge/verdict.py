"""The verdict on a plan: signed, with changes, or refused."""

import traceback

from . import musts
from .answer import fails
from .checks import CHECKS, NEVER
from .plan import Plan
from .words import Words

SIGNED, CHANGES, REFUSED = "signed", "with changes", "refused"


class Judgement:
    """Every answer on one plan."""

    def __init__(self, data):
        self.answers, self.musts, self.beside, self.plan = {}, [], [], None
        try:
            self.plan = Plan(data)
            self.words = Words(self.plan)
            if not self.plan.athlete or not self.plan.running:
                raise ValueError("it holds no brief")
        except Exception as error:  # a plan that cannot be read fails, the judge does not
            self.musts = [f"the plan cannot be read: {type(error).__name__}: {error}"]
            return
        for no, _, _, judge in CHECKS:
            try:
                self.answers[no] = judge(self.plan, self.words)
            except Exception as error:
                self.answers[no] = fails(f"cannot be judged: {type(error).__name__}: {error} ({traceback.extract_tb(error.__traceback__)[-1].name})")
        try:
            self.musts, self.beside = musts.broken(self.plan, self.words), musts.beside(self.plan, self.words)
        except Exception as error:
            self.musts = [f"cannot be judged: {type(error).__name__}: {error}"]

    @property
    def starred(self):
        return [no for no, star, _, _ in CHECKS if star and no in self.answers and self.answers[no].failed]

    @property
    def others(self):
        return [no for no, star, _, _ in CHECKS if not star and no in self.answers and self.answers[no].failed]

    @property
    def verdict(self):
        if not self.answers or self.musts:
            return REFUSED
        starred, others = self.starred, self.others
        if not starred and len(others) <= 2:
            return SIGNED
        if len(starred) <= 1 and len(others) <= 4 and not NEVER & {*starred, *others}:
            return CHANGES
        return REFUSED

    def as_json(self):
        return {
            "verdict": self.verdict, "musts": self.musts, "beside": self.beside, "starred": self.starred, "others": self.others,
            "checks": {no: {"state": it.state, "text": it.text} for no, it in self.answers.items()},
        }
