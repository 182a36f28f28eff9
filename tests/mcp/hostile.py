"""Calls that no client should make. None of them may write, reach out of the folder, or end the program."""

import json
import os
import random
import shutil

from drivers import META, STATELESS, Lines
from story import FILES, MOMENT, command, snapshot

TOOLS = "show why why_not advise check diff rules plan replan next undo log".split()
NAMES = "what place brief of week rule seed replace from moves stay type date start minutes note apply path file cwd pain".split()
PATHS = ["../outside.txt", "/etc/passwd", "..\\..\\x", "file:///etc/passwd", "plan.json", ".", "CON", "\0", "~/.ssh/id_rsa"]
TEXTS = [*PATHS, "", "x" * 5000, "\ud7ff\u202e\u0000\x1b[31m", "'; DROP", "{{7*7}}", "$(id)", "2026-13-45", "1e999", "NaN", "w01-easy-1", "thu"]


def value(dice, depth=0):
    kind = dice.randrange(12)
    if kind < 4:
        return dice.choice(TEXTS)
    if kind < 7:
        return dice.choice([0, -1, 1, 2**63, -(2**63), 10**30, 0.5, 1e308, 104, 105])
    if kind == 7:
        return dice.choice([None, True, False])
    if depth > 4 or kind == 8:
        return []
    if kind == 9:
        return [value(dice, depth + 1) for _ in range(dice.randrange(4))]
    return {dice.choice([*NAMES, "athlete", "block", "sessions"]): value(dice, depth + 1) for _ in range(dice.randrange(4))}


def forged(dice):
    uuid = lambda: "".join(dice.choice("0123456789abcdef") for _ in range(32))
    return f"{MOMENT - dice.randrange(4000)}.{uuid()}.{uuid()}.{uuid()}"


def call(dice, brief):
    tool = dice.choice([*TOOLS, *TOOLS, "write_file", "../plan", ""])
    arguments = {dice.choice(NAMES): value(dice) for _ in range(dice.randrange(5))}
    if dice.random() < 0.3:
        arguments["apply"] = forged(dice)
    if dice.random() < 0.1:
        changed = json.loads(json.dumps(brief))
        changed[dice.choice(list(changed))] = value(dice)
        arguments["brief"] = changed
    if tool in ("advise", "plan", "next") and dice.random() < 0.8:
        arguments[dice.choice(["nonsense", "path"])] = value(dice)
    params = {"name": tool, "arguments": arguments if dice.random() < 0.95 else value(dice), "_meta": META}
    method = "tools/call" if dice.random() < 0.9 else dice.choice(["tools/list", "resources/read", "initialize", "rpc.discover", "logging/setLevel"])
    message = {"jsonrpc": "2.0", "id": dice.choice([1, "a", 2**40]), "method": method, "params": params}
    if dice.random() < 0.15:
        message[dice.choice(["jsonrpc", "id", "method", "params"])] = value(dice)
    if dice.random() < 0.1:
        message["params"] = {"name": tool, "_meta": dice.choice([{}, value(dice), {**META, "io.modelcontextprotocol/protocolVersion": "1999-01-01"}])}
    return json.dumps(message)


def line(dice, brief):
    text = call(dice, brief)
    kind = dice.randrange(20)
    if kind == 0:
        at = dice.randrange(len(text))
        return text[:at] + dice.choice(["", "\0", "}", "\"", "é"]) + text[at + 1:]
    if kind == 1:
        return dice.choice(["[" * 20000, "{\"a\":" * 20000, "[]", "[" + text + "]", "null", "1", "\"x\"", "\x00\x01", "  "])
    if kind == 2 and dice.random() < 0.1:
        return '{"jsonrpc":"2.0","id":1,"method":"' + "x" * 3_000_000 + '"}'
    return text


def hostile(program, space, count, seed):
    dice = random.Random(seed)
    shutil.rmtree(space, ignore_errors=True)
    folder = os.path.join(space, "inside")
    os.makedirs(folder)
    for name in ("brief.json", "plan.json"):
        shutil.copy(os.path.join(FILES, name), folder)
    with open(os.path.join(space, "outside.txt"), "w") as file:
        file.write("the secret of another folder")
    brief = json.load(open(os.path.join(FILES, "brief.json")))
    before = snapshot(space)
    lines = Lines([program, "mcp", folder], MOMENT)
    answers = 0
    for number in range(count):
        lines.send(line(dice, brief).encode("utf-8", "replace").decode())
        # What comes next is always answered, so that every answer before it is here.
        lines.send(json.dumps({"jsonrpc": "2.0", "id": f"mark {number}", "method": "server/discover", "params": {"_meta": META}}))
        while (answer := lines.receive()).get("id") != f"mark {number}":
            answers += 1
            said = json.dumps(answer)
            assert "secret of another" not in said and "root:" not in said, said[:500]
            assert "panicked" not in said
    lines.close()
    assert snapshot(space) == before, "something was written without a preview"
    return answers


def links(program, space):
    """Files that are links out of the folder are neither read nor written."""
    shutil.rmtree(space, ignore_errors=True)
    folder, outside = os.path.join(space, "inside"), os.path.join(space, "outside")
    os.makedirs(folder)
    os.makedirs(outside)
    for name in ("brief.json", "plan.json"):
        shutil.copy(os.path.join(FILES, name), outside)
    shutil.copy(os.path.join(FILES, "brief.json"), folder)
    before = snapshot(outside)
    lines = Lines([program, "mcp", folder], MOMENT)

    def told(tool, **arguments):
        params = {"name": tool, "arguments": arguments, "_meta": META}
        lines.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}))
        result = lines.receive()["result"]
        return result["isError"], result["content"][0]["text"], result.get("structuredContent")

    tried = 0
    for name in ("plan.json", "plan.html", "plan.ics", "plan.json.before"):
        os.symlink(os.path.join(outside, "plan.json"), os.path.join(folder, name))
        is_error, text, _ = told("plan")
        if name != "plan.json.before":
            assert is_error and "leads out" in text, (name, text)
        os.remove(os.path.join(folder, name))
        tried += 1
    # One that is put there between the preview and its use.
    _, _, data = told("plan")
    os.symlink(os.path.join(outside, "new.html"), os.path.join(folder, "plan.html"))
    is_error, text, _ = told("plan", apply=data["preview"])
    assert is_error, text
    os.remove(os.path.join(folder, "plan.html"))
    _, _, data = told("plan")
    assert not told("plan", apply=data["preview"])[0]
    os.symlink(os.path.join(outside, "log.jsonl"), os.path.join(folder, "log.jsonl"))
    assert told("log", type="check_in", pain=1)[0]
    os.mkfifo(os.path.join(folder, "pipe"))
    os.remove(os.path.join(folder, "log.jsonl"))
    os.rename(os.path.join(folder, "pipe"), os.path.join(folder, "log.jsonl"))
    is_error, text, _ = told("replan")
    assert is_error and "no file" in text, text
    os.remove(os.path.join(folder, "log.jsonl"))
    # The next block's folder leads out.
    start = json.load(open(os.path.join(FILES, "brief.json")))["block"]
    is_error, text, data = told("next")
    inner = data["files"][0].split("/")[0]
    os.symlink(outside, os.path.join(folder, inner))
    is_error, text, _ = told("next", apply=data["preview"])
    assert is_error and "leads out" in text, (start, text)
    lines.close()
    assert snapshot(outside) == before, "something outside was written"
    return tried + 5
