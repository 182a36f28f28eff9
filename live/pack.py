"""Packs the planner, the page, its style and its script into one file: python3 pack.py PLANNER.wasm PAGE.html"""

import base64
import gzip
import sys
from pathlib import Path

SCRIPTS = ["dom.js", "engine.js", "store.js", "solve.js", "board.js", "plan.js", "log.js", "you.js", "take.js", "main.js"]


def part(name):
    text = (Path(__file__).parent / "page" / name).read_text(encoding="utf-8")
    if "</script" in text.lower():
        sys.exit(f"{name} holds the end of a script and cannot be packed")
    return text


def main(planner, page):
    packed = gzip.compress(Path(planner).read_bytes(), 9, mtime=0)
    script = "'use strict';\n(() => {\n" + "\n".join(part(name) for name in SCRIPTS) + "\n})();\n"
    text = (Path(__file__).parent / "page" / "page.html").read_text(encoding="utf-8")
    for mark, content in [
        ("/*STYLE*/", part("style.css")),
        ("/*WASM*/", base64.b64encode(packed).decode()),
        ("/*WORKER*/", part("worker.js")),
        ("/*SCRIPT*/", script),
    ]:
        if text.count(mark) != 1:
            sys.exit(f"page.html needs {mark} once")
        text = text.replace(mark, content)
    Path(page).write_text(text, encoding="utf-8")
    print(f"{page}: {len(text.encode()) / 1e6:.2f} MB")


main(*sys.argv[1:])
