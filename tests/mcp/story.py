"""A whole story through `runweave mcp`, held against what the command line makes of the same."""

import json
import os
import shutil
import subprocess

from drivers import ROOT

FILES = os.path.join(ROOT, "tests/errors/cli/files")
MADE = ["plan.json", "plan.html", "plan.ics"]
# Noon of the tenth day of that block.
MOMENT = 1804680000


def told(answer):
    is_error, text, data = answer
    assert not is_error, text
    return text, data


def refused(answer, word):
    is_error, text, data = answer
    assert is_error and data is None and word in text, (word, text)


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def snapshot(folder):
    return {
        os.path.relpath(os.path.join(at, name), folder): read(at, name)
        for at, _, names in os.walk(folder)
        for name in names
        if os.path.isfile(os.path.join(at, name))
    }


def command(program, folder, *words):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(MOMENT), "TZ": "UTC"}
    done = subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done


def applied(driver, folder, tool, **arguments):
    """Calls a tool that writes: first nothing may change, then what it named, and a second time is refused or changes nothing."""
    before = snapshot(folder)
    text, data = told(driver.call(tool, **arguments))
    assert snapshot(folder) == before, f"{tool} wrote without being told to"
    assert data["written"] is False and data["files"] and "Nothing is written yet" in text, text
    name = data["preview"]
    refused(driver.call(tool, **arguments, apply=name[:-1] + ("1" if name.endswith("0") else "0")), "preview")
    other = {"log": {"note": "other"}, "undo": {}}.get(tool, {"seed": 77})
    if other:
        refused(driver.call(tool, **{**arguments, **other}, apply=data["preview"]), "not those of the preview")
    assert snapshot(folder) == before
    _, written = told(driver.call(tool, **arguments, apply=data["preview"]))
    assert written["written"] is True and written["files"] == data["files"], written
    after = snapshot(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == set(data["files"]) and before.keys() <= after.keys(), (changed, data["files"])
    refused(driver.call(tool, **arguments, apply=data["preview"]), "has changed since the preview")
    assert snapshot(folder) == after
    return written


def story(driver_of, program, space):
    """Plan, why, why not, a missed run, replan, undo, next. Returns how many calls that were."""
    shutil.rmtree(space, ignore_errors=True)
    folder, twin = os.path.join(space, "mcp"), os.path.join(space, "cli")
    for made in (folder, twin):
        os.makedirs(made)
        shutil.copy(os.path.join(FILES, "brief.json"), made)
    driver = driver_of(folder)
    names = [tool["name"] for tool in driver.tools]
    assert names == "show why why_not advise check diff rules plan replan next undo log".split(), names
    assert all("outputSchema" in tool and tool["description"] for tool in driver.tools)
    refused(driver.call("show"), "no plan")

    same = lambda: [name for name in MADE if read(folder, name) != read(twin, name)]
    applied(driver, folder, "plan")
    command(program, twin, "plan", "brief.json")
    assert same() == [], same()

    text, data = told(driver.call("show"))
    runs = [entry for week in data["weeks"] for entry in week["entries"] if entry["is_run"]]
    late = next(run for run in runs if run["start"] > "2027-03-10T13:00")
    assert runs and "week" in text.lower()
    assert command(program, twin, "why", late["id"]).stdout.strip() in told(driver.call("why", what=late["id"]))[0]
    refused(driver.call("why", what="the moon"), "hint:")
    assert command(program, twin, "why", late["id"], "--not", "mon").stdout.strip() in told(
        driver.call("why_not", what=late["id"], place="mon"))[0]
    assert told(driver.call("check"))[1]["answer"]["score"]["must"] == 0
    assert told(driver.call("rules", rule="left_out"))[0] and len(told(driver.call("rules"))[0].splitlines()) > 50
    refused(driver.call("rules", rule="lft_out"), "left_out")

    applied(driver, folder, "log", type="missed", what=late["id"], note="a cold")
    command(program, twin, "missed", late["id"], "--note", "a cold")
    assert read(folder, "log.jsonl") == read(twin, "log.jsonl"), (read(folder, "log.jsonl"), read(twin, "log.jsonl"))
    refused(driver.call("log", type="missed", minutes=20), "does not belong")
    refused(driver.call("log", type="check_in", pain=11), "from 0 to 10")
    refused(driver.call("diff"), "no plan was replaced")

    brief = json.loads(read(folder, "brief.json"))
    brief["running"]["runs_per_week"] = 2
    # What somebody else writes between the preview and its use is never lost.
    _, stale = told(driver.call("replan", brief=brief))
    with open(os.path.join(folder, "log.jsonl"), "ab") as log:
        log.write(b"\n")
    refused(driver.call("replan", brief=brief, apply=stale["preview"]), "has changed since the preview")
    shutil.copy(os.path.join(folder, "log.jsonl"), twin)
    applied(driver, folder, "replan", brief=brief)
    with open(os.path.join(twin, "new.json"), "w") as file:
        json.dump(brief, file)
    command(program, twin, "replan", "--brief", "new.json")
    assert same() == [] and read(folder, "plan.json.before") == read(twin, "plan.json.before"), same()
    assert command(program, twin, "diff").stdout.strip() in told(driver.call("diff"))[0]

    kept = read(folder, "brief.json.before")
    applied(driver, folder, "undo")
    command(program, twin, "undo")
    assert same() == [], same()
    assert read(folder, "brief.json") == kept
    _, next_block = told(driver.call("next"))
    assert next_block["files"][0].endswith("/brief.json"), next_block["files"]
    refused(driver.call("plan", brief={"athlete": 1}), "expected")
    driver.close()
    return driver.name
