"""Calendar programs that keep what they are given: each takes the revisions of one plan in turn and gives what it holds in the end."""

import atexit
import http.client
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from events import Event
from parsers import with_icalendar


def khal(revisions: list[bytes], plan: dict) -> list[Event]:
    """Imported one over the other, without asking."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        config = root / "config"
        config.write_text(
            f"[calendars]\n[[training]]\npath = {root}/training\n[sqlite]\npath = {root}/khal.db\n[locale]\n"
            f"default_timezone = {plan['timezone']}\nlocal_timezone = {plan['timezone']}\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        )
        (root / "training").mkdir()
        run = [Path(sys.executable).with_name("khal"), "-c", config]
        for number, revision in enumerate(revisions):
            file = root / f"{number}.ics"
            file.write_bytes(revision)
            subprocess.run([*run, "import", "--batch", "-a", "training", file], check=True, capture_output=True)
        return [
            with_icalendar(path.read_text(encoding="utf-8"))[0] for path in sorted((root / "training").glob("*.ics"))
        ]


class Radicale:
    """A CalDAV server of its own process on a port of this machine. Each event is put under its UID, as a client does: one that is
    there is replaced, and what a later revision does not speak of stays."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = {
            "server-hosts": f"127.0.0.1:{self.port}",
            "storage-filesystem-folder": self.folder.name,
            "auth-type": "none",
            "logging-level": "critical",
        }
        arguments = [f"--{name}={value}" for name, value in options.items()]
        server = [sys.executable, "-m", "radicale", "--config=", *arguments]
        self.process = subprocess.Popen(server, stderr=subprocess.DEVNULL)
        atexit.register(self.stop)
        self.plans = 0
        while not self.answers():
            if self.process.poll() is not None:
                raise RuntimeError(f"the CalDAV server ended with {self.process.returncode}")
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            self.request("GET", "/.web/")
        except OSError:
            return False
        return True

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, {"Authorization": "Basic cnVubmVyOg==", **headers})
        answer = connection.getresponse()
        text = answer.read().decode()
        if answer.status not in (200, 201, 204, 302):
            raise ValueError(f"{method} {path} was answered with {answer.status}: {text}")
        return answer.getheader("ETag") or "", text

    def __call__(self, revisions: list[bytes], plan: dict) -> list[Event]:
        self.plans += 1
        collection = f"/runner/plan-{self.plans}/"
        self.request("MKCALENDAR", collection)
        tags: dict[str, str] = {}
        for revision in revisions:
            for uid, alone in each(revision):
                known = {"If-Match": tags[uid]} if uid in tags else {"If-None-Match": "*"}
                tags[uid], _ = self.request("PUT", f"{collection}{uid}.ics", alone, **known, **CALENDAR)
        return with_icalendar(self.request("GET", collection)[1])


CALENDAR = {"Content-Type": "text/calendar; charset=utf-8"}


def each(revision: bytes) -> list[tuple[str, bytes]]:
    """Every event of a file with its UID, as a calendar of its own."""
    head, *events = revision.split(b"BEGIN:VEVENT\r\n")
    events = [event.split(b"END:VEVENT\r\n")[0] for event in events]
    uid = re.compile(rb"^UID:(.*?)\r\n", re.M)
    alone = [b"BEGIN:VEVENT\r\n".join([head, event]) + b"END:VEVENT\r\nEND:VCALENDAR\r\n" for event in events]
    return [(uid.search(event).group(1).decode(), one) for event, one in zip(events, alone)]


STORES = {"khal": lambda: khal, "Radicale": Radicale}
