"""What RFC 5545 asks of the bytes of a file, and what calendars in use trip over."""

import re

ONCE_AN_EVENT = ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP"]


def faults(data: bytes) -> list[str]:
    told = []
    if data.startswith(b"\xef\xbb\xbf"):
        told.append("begins with a byte order mark")
    if not data.endswith(b"END:VCALENDAR\r\n"):
        told.append("does not end with END:VCALENDAR and a line end")
    lines = data.split(b"\r\n")[:-1]
    for number, line in enumerate(lines, 1):
        if len(line) > 75:
            told.append(f"line {number} has {len(line)} octets")
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            told.append(f"line {number} has a control character")
        if not line.strip():
            told.append(f"line {number} is blank")
        if (len(line) - len(line.rstrip(b"\\"))) % 2:
            told.append(f"line {number} ends inside an escape")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            told.append(f"line {number} ends inside a character")
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8", "replace")
    if re.search(r"^METHOD[:;]", unfolded, re.M):
        told.append("has a METHOD")
    for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", unfolded, re.S):
        own = re.sub(r"BEGIN:VALARM\r\n.*?END:VALARM\r\n", "", event, flags=re.S)
        names = re.findall(r"^([A-Z-]+)[:;]", own, re.M)
        told += [f"an event has {name} {names.count(name)} times" for name in ONCE_AN_EVENT if names.count(name) != 1]
        if "STATUS:CANCELLED" in event and ("BEGIN:VALARM" in event or "TRANSP:TRANSPARENT" not in event):
            told.append("a cancelled event takes time or rings")
    return told
