#!/usr/bin/env bash
# gpxpy 1.6.2 drops a time without seconds (2026-12-01T05:05Z, valid ISO 8601 that some services write) without an error: the point
# has no time, and a track of such points no length in time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check gpxpy==1.6.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import gpxpy


def duration(times):
    points = "".join(f'<trkpt lat="50.00{n}" lon="8"><time>{time}</time></trkpt>' for n, time in enumerate(times))
    file = f'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{points}</trkseg></trk></gpx>'
    return gpxpy.parse(file).get_duration()


print("gpxpy", version("gpxpy"))
whole, short = duration(["2026-12-01T05:05:00Z", "2026-12-01T05:35:00Z"]), duration(["2026-12-01T05:05Z", "2026-12-01T05:35Z"])
print("half an hour with seconds:", whole, "and without:", short)
sys.exit(not (whole == 1800 and not short))
PYTHON
