#!/usr/bin/env bash
# node-ical 0.27.2 does not read the VTIMEZONE of a file whose zone has a name of its own: noon at UTC-5 (17:00 UTC) becomes noon on
# whatever machine reads it, without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit node-ical@0.27.2
cat >read.mjs <<'JAVASCRIPT'
import ical from "node-ical";
const file = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD",
    "DTSTART:19700101T000000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0500", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
    "UID:a", "DTSTAMP:20260101T000000Z", "DTSTART;TZID=Office:20261201T120000", "DTEND;TZID=Office:20261201T140000",
    "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
console.log(ical.sync.parseICS(file).a.start.toISOString());
JAVASCRIPT
echo "node-ical $(node -p 'JSON.parse(require("fs").readFileSync("node_modules/node-ical/package.json")).version')"
utc=$(TZ=UTC node read.mjs)
tokyo=$(TZ=Asia/Tokyo node read.mjs)
echo "the file says 2026-12-01T17:00:00.000Z; on a machine at UTC: $utc, in Tokyo: $tokyo"
[ "$utc" = 2026-12-01T12:00:00.000Z ] && [ "$tokyo" = 2026-12-01T03:00:00.000Z ]
