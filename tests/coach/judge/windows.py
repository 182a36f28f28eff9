"""When the person can run: windows by weekday, exceptions, other calendars."""

import datetime

from . import numbers

DEFAULT = [(6 * 60, 21 * 60)]


def span(text):
    start, end = text.split("-")
    minutes = [int(it[:2]) * 60 + int(it[3:]) for it in (start, end)]
    return minutes[0], minutes[1] + (24 * 60 if minutes[1] <= minutes[0] else 0)


def told(plan):
    """Whether hours by weekday are given."""
    return any(day in (plan.availability or {}) for day in numbers.DAYS)


def of_day(plan, day, usual=False):
    """Windows that begin on a date, in minutes from its midnight, those that touch joined."""
    given = plan.availability or {}
    windows = given.get(numbers.DAYS[day.weekday()], []) if told(plan) else None
    windows = DEFAULT if windows is None else [span(it) for it in windows]
    if not usual:
        for it in given.get("exceptions") or []:
            if it["from"] <= day.isoformat() <= it.get("to", it["from"]):
                windows = [span(one) for one in it.get("windows") or []]
    joined = []
    for start, end in sorted(windows):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def open_minutes(plan, day, usual=False):
    return sum(end - start for start, end in of_day(plan, day, usual))


def around(plan, day):
    """Windows that touch a date, with what the evening before brings over midnight."""
    windows = of_day(plan, day)
    late = [(start - 1440, end - 1440) for start, end in of_day(plan, day - datetime.timedelta(days=1)) if end > 1440]
    return late + windows


def holds(plan, day, clock, minutes):
    """Whether a run lies inside what is free."""
    today = around(plan, day)
    following = [(start + 1440, end + 1440) for start, end in of_day(plan, day + datetime.timedelta(days=1))]
    joined = []
    for start, end in sorted(today + following):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return any(start <= clock and clock + minutes <= end for start, end in joined)
