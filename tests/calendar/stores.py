"""Calendar programs that keep what they are given: each takes the revisions of one plan in turn and gives what it holds in the end."""

import io
import subprocess
import sys
import tempfile
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


def radicale(revisions: list[bytes], plan: dict) -> list[Event]:
    """Put one over the other, as a client of CalDAV does."""
    from radicale import Application, config

    with tempfile.TemporaryDirectory() as folder:
        settings = config.load()
        settings.update(
            {
                "storage": {"filesystem_folder": folder},
                "auth": {"type": "none"},
                "rights": {"type": "authenticated"},
                "logging": {"level": "critical"},
            },
            "check",
        )
        application = Application(settings)

        def request(method: str, body: bytes = b"") -> str:
            answered = []
            environ = {
                "REQUEST_METHOD": method,
                "SERVER_PROTOCOL": "HTTP/1.1",
                "PATH_INFO": "/runner/training/",
                "SCRIPT_NAME": "",
                "CONTENT_TYPE": "text/calendar; charset=utf-8",
                "CONTENT_LENGTH": str(len(body)),
                "wsgi.input": io.BytesIO(body),
                "wsgi.errors": sys.stderr,
                "REMOTE_ADDR": "127.0.0.1",
                "HTTP_HOST": "localhost",
                "HTTP_AUTHORIZATION": "Basic cnVubmVyOg==",
            }
            answer = b"".join(application(environ, lambda status, headers: answered.append(status)))
            if not answered[0].startswith("2"):
                raise ValueError(f"{method} was answered with {answered[0]}: {answer.decode()}")
            return answer.decode()

        for revision in revisions:
            request("PUT", revision)
        return with_icalendar(request("GET"))


STORES = {"khal": khal, "Radicale": radicale}
