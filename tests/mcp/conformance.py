"""The scenarios of npm @modelcontextprotocol/conformance for what is offered here: the others want tools, prompts and resources of a
server that is made for them."""

import os
import re
import shutil
import subprocess
import sys

from drivers import HERE, ROOT
from story import FILES, MOMENT

SCENARIOS = [
    ("2025-11-25", "server-initialize"),
    ("2025-11-25", "ping"),
    ("2025-11-25", "tools-list"),
    ("2026-07-28", "tools-list"),
    ("2026-07-28", "server-stateless"),
]
# These ask for tools that only a server for tests has.
NOT_TESTABLE = 4
TOOL = os.path.join(ROOT, "tests/tools/node_modules/@modelcontextprotocol/conformance/dist/index.js")


def conformance(program, folder):
    """How many checks passed; none where the tool is not installed."""
    if not os.path.exists(TOOL):
        assert os.environ.get("CI") != "true", "npm @modelcontextprotocol/conformance is missing (tests/tools/setup)"
        return 0
    checks = 0
    os.makedirs(folder)
    shutil.copy(os.path.join(FILES, "brief.json"), folder)
    bridge = subprocess.Popen(
        [sys.executable, os.path.join(HERE, "bridge.py"), program, folder],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(MOMENT)},
    )
    try:
        address = bridge.stdout.readline().strip()
        node = ["node", "--import", os.path.join(HERE, "old-node.mjs"), TOOL]
        for version, scenario in SCENARIOS:
            words = [*node, "server", "--url", address, "--scenario", scenario, "--spec-version", version]
            ran = subprocess.run(words, capture_output=True, text=True, cwd=folder, timeout=120)
            result = re.search(r"Passed: (\d+)/\d+, (\d+) failed, 0 warnings", ran.stdout)
            allowed = NOT_TESTABLE if scenario == "server-stateless" else 0
            untestable = ran.stdout.count("Error: Not testable: server does not list the diagnostic tool")
            assert result and int(result[2]) == allowed == untestable, ran.stdout + ran.stderr
            checks += int(result[1])
    finally:
        bridge.terminate()
        bridge.wait(10)
    return checks
