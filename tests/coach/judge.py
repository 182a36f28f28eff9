#!/usr/bin/env python3
"""Judges plans as a strict coach would: `judge.py [--json] [--quiet] PLAN.json...`. Exit status 1 where one is not signed."""

import json
import sys

from judge import table
from judge.checks import CHECKS
from judge.verdict import SIGNED, Judgement


def report(path, judged, quiet):
    print(f"{path}: {judged.verdict}")
    if not quiet and judged.plan:
        print("\n".join(table.weeks(judged.plan)))
    for it in judged.musts:
        print(f"  must  {it}")
    for no, star, asks, _ in CHECKS:
        answer = judged.answers.get(no)
        if answer and (answer.failed or not quiet):
            mark = "FAILS" if answer.failed else "holds" if answer.state == "holds" else "  -  "
            print(f"  {no}{'*' if star else ' '} {mark} {asks}{': ' if answer.text else ''}{answer.text}")
    for it in judged.beside:
        print(f"  beside {it}")


def main(words):
    paths = [word for word in words if not word.startswith("--")]
    judged = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            judged.append(Judgement(json.load(file)))
    if "--json" in words:
        print(json.dumps({path: it.as_json() for path, it in zip(paths, judged)}, indent=1))
    else:
        for path, it in zip(paths, judged):
            report(path, it, "--quiet" in words)
    return 0 if all(it.verdict == SIGNED for it in judged) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
