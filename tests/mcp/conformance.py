"""The scenarios of npm @modelcontextprotocol/conformance for what is offered here: the others want tools, prompts and resources of a
server that is made for them."""

import os
import shutil
import subprocess
import sys

from drivers import HERE, ROOT
from story import FILES, MOMENT

SCENARIOS = ["server-initialize", "ping", "tools-list"]
TOOL = os.path.join(ROOT, "tests/tools/node_modules/@modelcontextprotocol/conformance/dist/index.js")


def conformance(program, folder):
    """How many scenarios passed; none where the tool is not installed."""
    if not os.path.exists(TOOL):
        assert os.environ.get("CI") != "true", "npm @modelcontextprotocol/conformance is missing (tests/tools/setup)"
        return 0
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
        for scenario in SCENARIOS:
            words = [*node, "server", "--url", address, "--scenario", scenario]
            ran = subprocess.run(words, capture_output=True, text=True, cwd=folder, timeout=120)
            assert ran.returncode == 0 and " 0 failed, 0 warnings" in ran.stdout, ran.stdout + ran.stderr
    finally:
        bridge.terminate()
        bridge.wait(10)
    return len(SCENARIOS)
