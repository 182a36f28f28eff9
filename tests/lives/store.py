"""A calendar that keeps events by UID: of two with one UID the higher SEQUENCE counts, then the later DTSTAMP, as RFC 5546 has it."""

import re


def events(text):
    """Every event of a file with its properties, unfolded."""
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")
    found, now = [], None
    for line in lines:
        if line == "BEGIN:VEVENT":
            now = {}
        elif line == "END:VEVENT":
            found.append(now)
            now = None
        elif now is not None and line.startswith(("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS")):
            name, value = re.split(r"[;:]", line, maxsplit=1)[0], line.rsplit(":", 1)[1] if line.startswith("DT") else line.split(":", 1)[1]
            now.setdefault(name, value)
    return found


class Store:
    def __init__(self):
        self.held = {}

    def take(self, text):
        for event in events(text):
            known = self.held.get(event["UID"])
            if known is None or (int(event["SEQUENCE"]), event["DTSTAMP"]) >= (int(known["SEQUENCE"]), known["DTSTAMP"]):
                self.held[event["UID"]] = event

    def faults(self, plan, today):
        """What it shows from a day on that the plan does not have, what it lacks, and what it shows twice."""
        day = today.strftime("%Y%m%d")
        shown = {uid: it for uid, it in self.held.items() if it.get("STATUS") != "CANCELLED" and it["DTSTART"][:8] >= day}
        asked = {}
        for week in plan["weeks"]:
            for entry in week["sessions"]:
                start = entry["start"].replace("-", "").replace(":", "")
                if start[:8] >= day:
                    asked[entry["revision"]["uid"]] = start
        found = [f"orphan: {it['SUMMARY']} on {it['DTSTART']}" for uid, it in shown.items() if uid not in asked]
        found += [f"not there: {start}" for uid, start in asked.items() if uid not in shown]
        found += [f"elsewhere: {shown[uid]['SUMMARY']} on {shown[uid]['DTSTART']}, planned {start}" for uid, start in asked.items()
                  if uid in shown and not shown[uid]["DTSTART"].startswith(start)]
        places = [(it["DTSTART"], it["SUMMARY"]) for it in shown.values()]
        return found + [f"double: {place}" for place in {it for it in places if places.count(it) > 1}]
