"""A `runweave serve` to ask, and plain HTTP to ask it with."""

import http.client
import os
import shutil
import subprocess
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FILES = os.path.join(ROOT, "tests/errors/cli/files")
# Noon of the tenth day of the block of these files.
MOMENT = "1804680000"


def command(program, folder, *words):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": MOMENT, "TZ": "UTC"}
    done = subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done


def snapshot(folder):
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


class Site:
    """It serves a folder that holds a brief and its plan."""

    def __init__(self, program, folder, *options, port="0"):
        self.program, self.folder = program, folder
        if not os.path.exists(folder):
            os.makedirs(folder)
            for name in ("brief.json", "plan.json"):
                shutil.copy(os.path.join(FILES, name), folder)
        self.process = subprocess.Popen(
            [program, "serve", folder, "--port", port, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.told = {}
        while len(self.told) < (3 if "--page" in options else 2):
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit(f"error: it ended: {self.process.stderr.read()}")
            name, address = line.split()
            self.told[name] = address
        self.host, _, path = self.told["training"].removeprefix("http://").partition("/")
        self.secret = path.split("/")[0]
        self.port = int(self.host.split(":")[1])
        self.errors = []
        threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True).start()

    def ask(self, path, method="GET", body=None, timeout=20, **headers):
        """Status, headers and body of an answer; underscores in the names of headers stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        said = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return said

    def path(self, name):
        return f"/{self.secret}/{name}"

    def close(self):
        assert self.process.poll() is None, f"it ended by itself: {self.errors}"
        self.process.terminate()
        self.process.wait(10)
        assert not any("panicked" in line for line in self.errors), self.errors
