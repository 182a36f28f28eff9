#!/usr/bin/env bash
# A feed's event keeps its UID when it moves, so that a calendar can move it too. vdirsyncer 0.20.0 gives every event that it reads over
# HTTP a UID made from its content instead: the publisher's is gone, and a moved event is a deletion and a new event.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check vdirsyncer==0.20.0
mkdir "$folder/web" "$folder/calendar"

publish() {
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//feed//EN BEGIN:VEVENT UID:run-1@example.org \
        DTSTAMP:20270101T000000Z "SEQUENCE:$2" "DTSTART:$1" DURATION:PT30M SUMMARY:Run END:VEVENT END:VCALENDAR >"$folder/web/feed.ics"
}

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --bind 127.0.0.1 --directory "$folder/web" "$port" >/dev/null 2>&1 &
server=$!
cat >"$folder/config" <<CONFIG
[general]
status_path = "$folder/status/"
[pair training]
a = "feed"
b = "here"
collections = null
[storage feed]
type = "http"
url = "http://127.0.0.1:$port/feed.ics"
[storage here]
type = "filesystem"
path = "$folder/calendar/"
fileext = ".ics"
CONFIG
sync() {
    yes | "$folder/venv/bin/vdirsyncer" -c "$folder/config" discover >/dev/null 2>&1 || true
    "$folder/venv/bin/vdirsyncer" -c "$folder/config" sync 2>&1
}
for _ in $(seq 50); do python3 -c "import socket; socket.create_connection(('127.0.0.1', $port))" 2>/dev/null && break; sleep 0.1; done

publish 20270105T170000Z 0
sync >/dev/null
before=$(ls "$folder/calendar")
publish 20270105T180000Z 1
said=$(sync)
after=$(ls "$folder/calendar")

"$folder/venv/bin/vdirsyncer" --version
echo "$said" | grep -iE 'copying|deleting'
echo "before: $before, UIDs $(cat "$folder/calendar"/* | grep -c '^UID:run-1@example.org' || true) of the publisher's"
echo "after:  $after"
[ "$(echo "$after" | wc -l)" = 1 ] && [ "$before" != "$after" ]
! grep -q 'UID:run-1@example.org' "$folder/calendar"/*
echo "$said" | grep -qi deleting
echo "$said" | grep -qi copying
