"""Ways to call the tools of `runweave mcp`: by hand in both generations of the protocol, and through clients that others wrote."""

import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
STATELESS = "2026-07-28"
META = {
    "io.modelcontextprotocol/protocolVersion": STATELESS,
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "check", "version": "1"},
}


class Lines:
    """A process that answers a line with a line."""

    def __init__(self, command, moment=None):
        environment = dict(os.environ)
        if moment is not None:
            environment["SOURCE_DATE_EPOCH"] = str(moment)
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )

    def send(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"error: it ended: {self.process.stderr.read().decode()[-2000:]}")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        errors = self.process.stderr.read().decode()
        self.process.stdout.read()
        code = self.process.wait(20)
        assert code == 0 and "panicked" not in errors, (code, errors[-2000:])


class ByHand:
    """JSON-RPC written here, in one of the generations."""

    def __init__(self, program, folder, moment, version):
        self.lines, self.id, self.stateless = Lines([program, "mcp", folder], moment), 0, version == STATELESS
        self.name = f"by hand, {version}"
        if not self.stateless:
            about = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "check", "version": "1"}}
            opened = self.ask("initialize", about)["result"]
            assert opened["protocolVersion"] == version and "tools" in opened["capabilities"], opened
            self.lines.send(json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}))
        else:
            found = self.ask("server/discover", {})["result"]
            assert found["supportedVersions"] == [STATELESS] and found["resultType"] == "complete", found
        self.tools = self.ask("tools/list", {})["result"]["tools"]

    def ask(self, method, params):
        self.id += 1
        params = {**params, "_meta": META} if self.stateless else params
        self.lines.send(json.dumps({"jsonrpc": "2.0", "id": self.id, "method": method, "params": params}))
        answer = self.lines.receive()
        assert answer["id"] == self.id, answer
        return answer

    def call(self, tool, **arguments):
        result = self.ask("tools/call", {"name": tool, "arguments": arguments})["result"]
        return result["isError"], result["content"][0]["text"], result.get("structuredContent")

    def close(self):
        self.lines.close()


class Client:
    """A client that others wrote, in a process of its own: it lists the tools, then calls one for every line."""

    def __init__(self, name, command, program, folder, moment):
        self.name, self.lines = name, Lines([*command, program, folder], moment)
        self.tools = self.lines.receive()["tools"]

    def call(self, tool, **arguments):
        self.lines.send(json.dumps({"name": tool, "arguments": arguments}))
        answer = self.lines.receive()
        return answer["isError"], answer["text"], answer["data"]

    def close(self):
        self.lines.close()


def clients():
    """The clients of others that are installed: name and command."""
    python = os.path.join(ROOT, "tests/.venv/bin/python")
    found = []
    if subprocess.run([python, "-c", "import mcp"], capture_output=True).returncode == 0 if os.path.exists(python) else False:
        for mode in ("auto", "legacy"):
            found.append((f"PyPI mcp, {mode}", [python, os.path.join(HERE, "client.py"), mode]))
    if os.path.isdir(os.path.join(ROOT, "tests/tools/node_modules/@modelcontextprotocol/sdk")):
        found.append(("npm @modelcontextprotocol/sdk", ["node", os.path.join(HERE, "client.mjs")]))
    return found


def drivers(program, moment, every=True):
    """Makes a driver for a folder, for each way there is."""
    for version in ("2025-06-18", "2025-11-25", STATELESS):
        yield lambda folder, version=version: ByHand(program, folder, moment, version)
    for name, command in clients() if every else []:
        yield lambda folder, name=name, command=command: Client(name, command, program, folder, moment)
