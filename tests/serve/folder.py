"""The page, and the folder as it reads and saves it."""

import json
import os

from served import Site, command, snapshot

PAGE = """<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'none'">
</head><body>plan</body></html>"""


def folder(program, space):
    page = os.path.join(space, "page.html")
    with open(page, "w") as file:
        file.write(PAGE)
    place = os.path.join(space, "folder")
    site = Site(program, place, "--page", page)
    status, headers, body = site.ask(site.path(""))
    assert status == 200 and headers["Content-Type"] == "text/html; charset=utf-8"
    assert b'<meta name="runweave-folder" content="api/">' in body and b"connect-src 'self'" in body
    assert site.ask("/" + site.secret)[1]["Location"] == f"/{site.secret}/"

    names = json.loads(site.ask(site.path("api/files"))[2])["files"]
    assert list(names) == ["brief.json", "plan.json"], names
    status, headers, plan = site.ask(site.path("api/plan.json"))
    assert status == 200 and headers["ETag"] == names["plan.json"]["etag"] and headers["Content-Type"] == "application/json"
    assert site.ask(site.path("api/plan.json"), If_None_Match=headers["ETag"])[0] == 304
    assert site.ask(site.path("api/log.jsonl"))[0] == 404 and site.ask(site.path("api/.runweave.secret"))[0] == 404

    def save(data, **headers):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        headers = {"Content_Type": "application/json", **headers}
        status, _, answer = site.ask(site.path("api/save"), "POST", body, **headers)
        return status, json.loads(answer) if answer.startswith(b"{") else answer

    before = snapshot(place)
    other = plan.replace(b'"seed": 1,', b'"seed": 2,')
    assert other != plan
    etag = names["plan.json"]["etag"]
    good = {"if": {"plan.json": etag, "log.jsonl": None}, "files": {"plan.json": other.decode(), "plan.ics": "x", "log.jsonl": ""}}
    # What is refused, whole.
    assert save({**good, "if": {"plan.json": '"old"'}})[0] == 412
    assert save({**good, "if": {"plan.json": None}})[0] == 412
    assert save({**good, "if": {"plan.json": etag, "log.jsonl": '"x"'}})[0] == 412
    assert save({**good, "files": {**good["files"], "plan.json": "{}"}})[0] == 422
    for bad in ({}, [], {"if": {}, "files": {"../x": "y"}}, {"if": {}, "files": {"plan.json": 1}}, {"if": {"plan.json": 1}, "files": {}},
                {"if": {}, "files": {".runweave.secret": "0" * 32}}, b"{", b"\xff", b"[" * 100000):
        assert save(bad)[0] == 400, bad
    assert save(good, Origin="http://evil.example")[0] == 403
    assert save(good, Origin="null")[0] == 403
    assert save(good, Sec_Fetch_Site="cross-site")[0] == 403
    assert save(good, Host="evil.example")[0] == 421
    assert save(good, Content_Type="text/plain")[0] == 415
    assert site.ask(site.path("api/save"), "PUT", b"{}")[0] == 405
    assert snapshot(place) == before, "something was saved"
    # What is saved, whole; what it replaces is kept for `undo`.
    status, answer = save(good, Origin=f"http://{site.host}")
    assert status == 200, answer
    after = snapshot(place)
    assert after["plan.json"] == other and after["plan.json.before"] == plan and after["plan.ics"] == b"x" and after["log.jsonl"] == b""
    assert answer["files"]["plan.json"]["etag"] != etag
    assert save(good)[0] == 412
    command(program, place, "undo")
    assert json.loads(snapshot(place)["plan.json"])["seed"] == 1
    site.close()
