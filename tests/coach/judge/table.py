"""A plan in few lines: week, phase, minutes, longest run, hard work."""

from . import work


def weeks(plan):
    yield f"{'week':>4} {'phase':<8} {'':6} {'min':>4} {'runs':>4} {'long':>4}  hard work"
    for week in plan.weeks:
        done = {}
        for run in week.runs:
            for kind, value in run.work.items():
                done[kind] = done.get(kind, 0) + value
        long = next((run for run in week.runs if run.minutes == week.longest), None)
        names = ", ".join(f"{it.get('type')} {it.get('minutes')}" for it in week.unplaced)
        gone = f"  left out: {names}" if names else ""
        races = "".join(f"  race {race.minutes} min" for race in week.races)
        day = f"{long.day:%a}" if long else ""
        yield (f"{week.number:>4} {week.phase or '':<8} {'deload' if week.deload else '':6} {week.tot:>4} {len(week.runs):>4} {week.longest:>4} {day:3} "
               f"{work.shown(done)}{races}{gone}")
