"""Walks with running in between: how fast they grow."""

import re

from . import numbers
from .answer import all_hold, no_matter


def running(step):
    return "walk" not in step.get("effort", "").lower() and step.get("zone", 1) >= 1 and re.search(r"run|jog|easy", step.get("effort", ""), re.I)


def bouts(run):
    """Minutes of each stretch of running, walks between them."""
    pieces, group = [], []

    def close():
        if group:
            times = int(group[0].get("repeat", 1))
            pieces.extend([(bool(running(it)), float(it.get("minutes", 0))) for it in group] * times)
            group.clear()
    for step in run.steps:
        if group and step.get("group") is not None and step.get("group") == group[0].get("group"):
            group.append(step)
        else:
            close()
            group.append(step)
    close()
    joined = []
    for runs, minutes in pieces:
        if runs and joined and joined[-1][0]:
            joined[-1] = (True, joined[-1][1] + minutes)
        else:
            joined.append((runs, minutes))
    return [minutes for runs, minutes in joined if runs]


def stage(run):
    found = re.match(r"walkrun_(\d+)", run.workout or "")
    return int(found.group(1)) if found else None


def slow(plan):
    born, bmi = plan.athlete.get("weeks_since_birth"), plan.bmi
    return bool((plan.age or 0) >= 60 or (bmi or 0) >= 30 or born is not None or plan.athlete.get("glp1"))


def progress(plan, words):
    """C33: run minutes and bouts grow gently, each stage has its sessions, never two days in a row."""
    runs = [run for run in plan.runs if run.type == "walk_run" and bouts(run)]
    if not runs:
        return no_matter("no walk-runs")
    faults, seen = [], {}
    for first, second in zip(runs, runs[1:]):
        one, two = bouts(first), bouts(second)
        if (second.day - first.day).days < 2:
            faults.append(f"{first.when} and {second.when} on neighbouring days")
        if sum(two) > 1.5 * sum(one) + 0.05:
            faults.append(f"{second.when} has {sum(two):.3g} run minutes after {sum(one):.3g}")
        if max(two) > max(1.5 * max(one), max(one) + 3) + 0.05:
            faults.append(f"{second.when} runs {max(two):.3g} min at a time after {max(one):.3g}")
    stages = [stage(run) for run in runs]
    for it in stages:
        seen[it] = seen.get(it, 0) + 1
    begun = plan.running.get("walk_run_weeks") or plan.cur
    for it in sorted(key for key in seen if key in numbers.STAGES):
        need = numbers.STAGES[it][2 if slow(plan) else 1]
        if any(later is not None and later > it for later in stages) and seen[it] < need and not (begun and it == stages[0]):
            faults.append(f"stage {it} has {seen[it]} sessions, {need} needed")
    numbered = [it for it in stages if it]
    if numbered and not begun:
        skipped = set(range(min(numbered), max(numbered))) - set(numbered)
        if skipped:
            faults.append(f"stages {sorted(skipped)} are skipped")
    return all_hold(faults, f"{len(runs)} sessions to {max(max(bouts(run)) for run in runs):.3g} min without a stop")
