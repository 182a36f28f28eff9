"""What the two feeds say, and when they say that nothing is new."""

import os
import time

from served import Site, command


def events(text):
    return [part.split("END:VEVENT")[0] for part in text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]]


def field(event, name):
    return next(line.split(":", 1)[1] for line in event.split("\r\n") if line.split(":")[0].split(";")[0] == name)


def feeds(program, folder):
    site = Site(program, folder)
    status, headers, body = site.ask(site.path("training.ics"))
    text = body.decode()
    assert status == 200 and headers["Content-Type"] == "text/calendar; charset=utf-8", headers
    assert headers["Cache-Control"] == "no-cache" and headers["ETag"].startswith('"') and "Last-Modified" in headers
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in text and "X-PUBLISHED-TTL:PT1H\r\n" in text
    assert "METHOD" not in text and "STATUS:CANCELLED" not in text
    training = events(text)
    uids = [field(event, "UID") for event in training]
    assert len(set(uids)) == len(uids) > 10, len(uids)

    # Asked again, nothing is sent; a HEAD tells the same and sends nothing.
    for known in ({"If_None_Match": headers["ETag"]}, {"If_None_Match": f'"x", W/{headers["ETag"]}'}, {"If_None_Match": "*"},
                  {"If_Modified_Since": headers["Last-Modified"]}):
        status, again, body = site.ask(site.path("training.ics"), **known)
        assert (status, body, again["ETag"]) == (304, b"", headers["ETag"]), (known, status)
    assert site.ask(site.path("training.ics"), If_None_Match='"other"')[0] == 200
    status, head, body = site.ask(site.path("training.ics"), "HEAD")
    assert status == 200 and body == b"" and head["Content-Length"] == headers["Content-Length"]

    # The discreet one tells the times and nothing else, and its address does not lead to the other.
    busy_path = site.told["busy"].split(str(site.port), 1)[1]
    status, busy_headers, body = site.ask(busy_path)
    busy = body.decode()
    assert status == 200 and busy_headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert site.secret not in busy_path and site.ask(busy_path.replace("busy.ics", "training.ics"))[0] == 404
    for event in events(busy):
        names = {line.split(":")[0] for line in event.strip().split("\r\n")}
        assert names == {"UID", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP"}, names
        assert field(event, "SUMMARY") == "Busy"
    words = {field(event, "SUMMARY").split()[0] for event in training} | {"runweave", "DESCRIPTION", "min"}
    assert not [word for word in words if word in busy], words
    stretches = sorted((field(event, "DTSTART"), field(event, "DTEND")) for event in events(busy))
    assert all(one[1] < other[0] for one, other in zip(stretches, stretches[1:])), "two touch"

    # Another plan: other bytes, another tag, the same identities.
    before = open(os.path.join(folder, "plan.json"), "rb").read()
    time.sleep(1.1)
    command(program, folder, "missed", "long", "--date", "2027-03-06")
    command(program, folder, "replan", "--stay", "0", "--seed", "7")
    assert open(os.path.join(folder, "plan.json"), "rb").read() != before
    status, newer, body = site.ask(site.path("training.ics"), If_None_Match=headers["ETag"])
    assert status == 200 and newer["ETag"] != headers["ETag"]
    after = [field(event, "UID") for event in events(body.decode())]
    assert len(set(after)) == len(after) and len(set(after) & set(uids)) > len(after) // 2
    status, _, _ = site.ask(site.path("training.ics"), If_Modified_Since=headers["Last-Modified"])
    assert status == 200

    # The same address after a new start; another folder has another.
    secret = site.secret
    mode = os.stat(os.path.join(folder, ".runweave.secret")).st_mode & 0o777
    assert mode == 0o600, oct(mode)
    site.close()
    again = Site(program, folder, "--only", "runs", port=str(site.port))
    assert again.secret == secret
    runs = again.ask(again.path("training.ics"))[2].decode()
    assert runs.count("BEGIN:VEVENT") < len(after) and "CATEGORIES:Strength" not in runs
    again.close()
    return len(training), len(stretches)


def written(program, folder, out):
    """The two feeds for a folder that is published already."""
    os.makedirs(out)
    told = command(program, folder, "serve", folder, "--write", out).stderr
    assert "training.ics and busy.ics" in told and sorted(os.listdir(out)) == ["busy.ics", "training.ics"], told
    stamps = [os.stat(os.path.join(out, name)).st_mtime_ns for name in sorted(os.listdir(out))]
    assert "Nothing was written" in command(program, folder, "serve", folder, "--write", out).stderr
    assert stamps == [os.stat(os.path.join(out, name)).st_mtime_ns for name in sorted(os.listdir(out))]
