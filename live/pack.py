"""Packs the planner, the page, its style and its scripts into one file: python3 pack.py PLANNER.wasm PAGE.html"""

import base64
import lzma
import re
import sys
from pathlib import Path

SCRIPTS = ["dom.js", "engine.js", "keep.js", "folder.js", "store.js", "solve.js", "board.js", "drag.js", "plan.js", "log.js", "line.js", "you.js", "take.js", "main.js"]
WORKER = ["unpack.js", "worker.js"]
MOST = 1_200_000
# A quarter smaller than gzip, which is the best that a browser unpacks itself; page/unpack.js reads it.
LZMA = {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0, "nice_len": 273, "depth": 1000}


def part(name):
    """A file of the page, without its remarks and what indents it: neither is read by a browser, and both weigh."""
    text = (Path(__file__).parent / "page" / name).read_text(encoding="utf-8")
    text = re.sub(r"^\s*(//.*|/\*[^*].*\*/|/\*\*(?:[^*]|\*(?!/))*\*/)$", "", text, flags=re.MULTILINE)
    text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    if "</script" in text.lower():
        sys.exit(f"{name} holds the end of a script and cannot be packed")
    return text


def number(at, wasm):
    """The number at a place of a module and the place after it (LEB128)."""
    value = shift = 0
    while True:
        byte = wasm[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def without_remarks(wasm):
    """A module without its custom sections, which no browser needs."""
    kept, at = wasm[:8], 8
    while at < len(wasm):
        length, begin = number(at + 1, wasm)
        if wasm[at] != 0:
            kept += wasm[at:begin + length]
        at = begin + length
    return kept


def packed(wasm):
    data = lzma.compress(wasm, format=lzma.FORMAT_ALONE, filters=[LZMA])
    text = base64.b85encode(data[:5] + len(wasm).to_bytes(8, "little") + data[13:], pad=True).decode()
    if "<!--" in text or "<script" in text.lower():
        sys.exit("what is packed holds the beginning of a script and cannot stand in one")
    return text


def main(planner, page):
    script = "'use strict';\n(() => {\n" + "\n".join(part(name) for name in SCRIPTS) + "\n})();\n"
    text = (Path(__file__).parent / "page" / "page.html").read_text(encoding="utf-8")
    for mark, content in [
        ("/*STYLE*/", part("style.css").strip()),
        ("/*WASM*/", packed(without_remarks(Path(planner).read_bytes()))),
        ("/*WORKER*/", "'use strict';\n" + "\n".join(part(name) for name in WORKER)),
        ("/*SCRIPT*/", script),
    ]:
        if text.count(mark) != 1:
            sys.exit(f"page.html needs {mark} once")
        text = text.replace(mark, content)
    Path(page).write_text(text, encoding="utf-8")
    size = len(text.encode())
    print(f"{page}: {size / 1e6:.2f} MB")
    if size > MOST:
        sys.exit(f"{page} is larger than {MOST / 1e6:.1f} MB")


main(*sys.argv[1:])
