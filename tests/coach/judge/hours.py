"""The musts between a run and a session, and between two runs, in hours."""

from . import numbers


def after(plan, run, session):
    """Hours that a run must keep after a session, with the reason; 0 where nothing is asked."""
    column, kind, new = plan.column, run.kind, session in plan.new_to_legs
    habit = "new" if new else plan.habit
    if session.legs == "heavy":
        tables = {"easy": [numbers.HEAVY_TO_EASY], "long": [numbers.HEAVY_TO_LONG], "quality": [numbers.HEAVY_TO_QUALITY]}.get(kind, [])
        if kind == "quality" and run.minutes >= numbers.LONG_RUN_MINUTES:
            tables = tables + [numbers.HEAVY_TO_LONG]
        return max((table[habit][column] + numbers.NEW_TO_LEGS * new for table in tables), default=0)
    if session.legs == "moderate":
        easy, quality, long = numbers.MODERATE_TO_RUN[habit == "new"]
        need = {"easy": easy, "quality": quality, "long": long}.get(kind, 0)
        if session.kind == "strength" and session.day == run.day:
            need = max(need, numbers.SAME_DAY_GAP.get(plan.goal, 3))
        return need
    return numbers.UPPER_TO_RUN if session.legs == "upper" and session.day == run.day else 0


def stacks(plan):
    return bool(plan.running.get("stacking")) or (plan.level == "advanced" and plan.goal == "endurance")


def before(plan, run, session):
    """Hours that a run must end before a session, and whether it must be on another day."""
    kind, short = run.kind, run.minutes <= 30
    if kind == "race":
        return 0, False
    if session.kind != "strength":
        if session.legs not in ("heavy", "moderate") or (plan.running.get("bricks") and "rid" in session.name.lower()):
            return 0, False
        row = "match" if session.match else session.legs
        easy, longer, quality, long = numbers.RUN_TO_SPORT[row]
        return {"quality": quality, "long": long}.get(kind, easy if short else longer), row != "moderate" and kind != "easy"
    if session.legs == "heavy":
        if kind == "easy":
            return (numbers.EASY_TO_HEAVY_SHORT if short else numbers.EASY_TO_HEAVY.get(plan.goal, numbers.EASY_TO_HEAVY_OTHERS)), False
        return (numbers.STACKED if kind == "quality" and stacks(plan) and run.day == session.day else numbers.HARD_TO_HEAVY), False
    if run.day != session.day:
        return 0, False
    return {"moderate": numbers.SAME_DAY_GAP.get(plan.goal, 3), "upper": numbers.UPPER_TO_RUN}.get(session.legs, 0), False


def with_session(plan, run, session):
    """What a run that stands alone breaks beside a session, in sentences; each begins with the rule's name."""
    if run.is_race or run.attached == session.id and session.id:
        return
    margin = (0 if session.kind == "mobility" else numbers.OVERLAP_MARGIN) / 60
    if run.at < session.end + margin - 1e-6 and session.at < run.end + margin - 1e-6:
        yield f"overlap: {run.when} and {session.name} {session.when} are nearer than {margin * 60:.0f} min"
        return
    if run.extra and run.attached:
        return
    if run.at >= session.end:
        gap, need = run.at - session.end, after(plan, run, session)
        if gap < need - 1e-6:
            yield f"hours after: {run.kind} run {run.when} only {gap:.2f} h after {session.name}, {need} needed"
        if session.legs == "heavy" and run.day == session.day and run.minutes >= numbers.SAME_DAY_RUN_MINUTES:
            yield f"hours after: run {run.when} on the day of {session.name}, after it"
        if session.legs == "heavy" and run.hard and gap < numbers.FRESH_LEGS_HOURS and fast(run):
            yield f"hours after: {run.workout or run.type} {run.when} {gap:.1f} h after {session.name}, under 36"
    else:
        gap, (need, other_day) = session.at - run.end, before(plan, run, session)
        if gap < need - 1e-6:
            yield f"hours before: {run.kind} run {run.when} ends {gap:.2f} h before {session.name}, {need} needed"
        elif other_day and run.day == session.day:
            yield f"hours before: {run.kind} run {run.when} on the day of {session.name}, before it"


def fast(run):
    """Hills, sprints, repetitions or intervals."""
    return run.type == "hills" or any(kind in run.work for kind in ("H", "S", "R", "I"))


def between(plan, first, second, held=False):
    """What two runs, the first before the second, break together."""
    if first.extra or second.extra:
        return
    gap, days = second.at - first.end, (second.day - first.day).days
    if days == 0:
        yield f"one a day: {first.when} and {second.when}"
        return
    names = f"{first.when} and {second.when}"
    if plan.level == "beginner" and days < 2 and not (first.is_race or second.is_race):
        yield f"alternate days: {names}"
    if held and second.at - first.at < 40 and not (first.is_race or second.is_race):
        yield f"alternate days: {names} start {second.at - first.at:.1f} h apart while pain is held, 40 needed"
    hard1, hard2 = first.hard or first.is_race, second.hard or second.is_race
    long1, long2 = first.cls == "long", second.cls == "long"
    if hard1 and hard2:
        need = numbers.QUALITY_SPACING.get(plan.level, 44)
        if gap < need - 1e-6:
            yield f"spacing: {names} both hard, {gap:.1f} h apart, {need} needed"
    elif (hard1 and long2) or (long1 and hard2):
        need = numbers.QUALITY_LONG_SPACING.get(plan.level, 20)
        if gap < need - 1e-6:
            yield f"spacing: {names} hard and long, {gap:.1f} h apart, {need} needed"
    if long1 and long2 and days < numbers.LONG_SPACING_DAYS:
        yield f"long spacing: {names} both long, {days} days apart, {numbers.LONG_SPACING_DAYS} needed"
    evening = first.end - first.at + first.clock / 60 > 20
    if evening and gap < numbers.EVENING_RUN_MUST - 1e-6:
        yield f"evening: {second.when} starts {gap:.1f} h after a run that ended past 20:00, {numbers.EVENING_RUN_MUST} needed"
