"""Exports of a runner who lifts, as the programs of watches and phones write them, for eight weeks up to a day."""

import datetime
import gzip
import io
import struct
import zipfile

RUNS = [(1, "06:10", 40, 6.5), (3, "06:20", 50, 8.2), (6, "08:00", 80, 13.0)]  # weekday, start, minutes, kilometres
LIFTS = [(0, "18:05", 63, "Push Day"), (4, "18:00", 70, "Legs")]
FIT_BEGINS = datetime.datetime(1989, 12, 31)


def weeks(today, rows):
    monday = today - datetime.timedelta(days=today.weekday() + 7 * 8)
    for week in range(8):
        for day, start, *rest in rows:
            hour, minute = map(int, start.split(":"))
            begins = datetime.datetime.combine(monday + datetime.timedelta(days=7 * week + day), datetime.time(hour, minute, 5))
            yield begins, *rest


def points(begins, minutes, km):
    for minute in range(minutes + 1):
        yield begins + datetime.timedelta(minutes=minute), 52.5 + km / 111.195 * minute / minutes, 13.4


def gpx(begins, minutes, km, creator, kind):
    rows = "".join(f'<trkpt lat="{lat:.7f}" lon="{lon}"><ele>34</ele><time>{at:%Y-%m-%dT%H:%M:%S}Z</time></trkpt>'
                   for at, lat, lon in points(begins, minutes, km))
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx creator="{creator}" version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
            f"<metadata><time>{begins:%Y-%m-%dT%H:%M:%S}Z</time></metadata><trk><name>Morning Run</name><type>{kind}</type>"
            f"<trkseg>{rows}</trkseg></trk></gpx>").encode()


def tcx(begins, minutes, km):
    rows = "".join(f"<Trackpoint><Time>{at:%Y-%m-%dT%H:%M:%S.000}Z</Time><Position><LatitudeDegrees>{lat:.7f}</LatitudeDegrees>"
                   f"<LongitudeDegrees>{lon}</LongitudeDegrees></Position></Trackpoint>" for at, lat, lon in points(begins, minutes, km))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
            f'<Activities><Activity Sport="Running"><Id>{begins:%Y-%m-%dT%H:%M:%S.000}Z</Id><Lap StartTime="{begins:%Y-%m-%dT%H:%M:%S.000}Z">'
            f"<TotalTimeSeconds>{minutes * 60}.0</TotalTimeSeconds><DistanceMeters>{km * 1000}</DistanceMeters><Track>{rows}</Track>"
            "</Lap></Activity></Activities></TrainingCenterDatabase>").encode()


def fit(begins, minutes, km):
    """A file with one session: a definition and its data, between a header and a checksum."""
    stamp = int((begins - FIT_BEGINS).total_seconds())
    file_id = struct.pack("<BBBHB", 0x40, 0, 0, 0, 2) + bytes([0, 1, 0, 4, 4, 0x86]) + struct.pack("<BBI", 0, 4, stamp)
    fields = [(253, 4, 0x86), (2, 4, 0x86), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (5, 1, 0)]
    session = struct.pack("<BBBHB", 0x41, 0, 0, 18, len(fields)) + b"".join(map(bytes, fields))
    session += struct.pack("<BIIIIIB", 1, stamp + 60 * minutes, stamp, 60000 * minutes, 60000 * minutes, int(km * 100000), 1)
    data = file_id + session
    whole = struct.pack("<BBHI4s", 12, 0x20, 2140, len(data), b".FIT") + data
    return whole + struct.pack("<H", checksum(whole))


def checksum(data):
    table = [0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400]
    crc = 0
    for byte in data:
        for half in (byte & 15, byte >> 4):
            crc = (crc >> 4) & 0x0FFF ^ table[crc & 15] ^ table[half]
    return crc


def strava_list(today):
    head = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Elapsed Time,Moving Time,Distance"
    rows = [f'{number},"{at:%b} {at.day}, {at.year}, {at:%I:%M:%S %p}",Morning Run,Run,,{60 * minutes},{km},{60 * minutes}.0,{60 * minutes}.0,{km * 1000}'
            for number, (at, minutes, km) in enumerate(weeks(today, RUNS))]
    return "\n".join([head, *rows, ""]).encode()


def strava_archive(today):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("activities.csv", strava_list(today))
        for number, (at, minutes, km) in enumerate(weeks(today, RUNS)):
            archive.writestr(f"activities/{number}.gpx.gz", gzip.compress(gpx(at, minutes, km, "StravaGPX", "running")))
        archive.writestr("profile.csv", "Athlete ID,Email Address\n1,nobody@example.org\n")
    return packed.getvalue()


def garmin_list(today):
    rows = [f'Running,{at:%Y-%m-%d %H:%M:%S},false,"Berlin Running","{km}","430","{minutes // 60:02}:{minutes % 60:02}:00","141"'
            for at, minutes, km in weeks(today, RUNS)]
    return "\n".join(["Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR", *rows, ""]).encode()


def health(today):
    rows = [f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="{minutes}" durationUnit="min" sourceName="Watch" '
            f'startDate="{at:%Y-%m-%d %H:%M:%S} +0000" endDate="{at + datetime.timedelta(minutes=minutes):%Y-%m-%d %H:%M:%S} +0000">'
            f'<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="{km}" unit="km"/></Workout>'
            for at, minutes, km in weeks(today, RUNS)]
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">' + "".join(rows) + "</HealthData>").encode()


def hevy(today):
    head = '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps"'
    rows = [f'"{name}","{at.day} {at:%b %Y, %H:%M}","{at + datetime.timedelta(minutes=minutes):%d %b %Y, %H:%M}","","Squat (Barbell)",,"",{one},"normal",100,5'
            for at, minutes, name in weeks(today, LIFTS) for one in range(5)]
    return "\n".join([head, *rows, ""]).encode()


def strong(today):
    rows = [f'{at:%Y-%m-%d %H:%M:%S};"{name}";{minutes // 60}h {minutes % 60}m;"Squat (Barbell)";{one};100;5;;;;;'
            for at, minutes, name in weeks(today, LIFTS) for one in range(5)]
    head = "Date;Workout Name;Duration;Exercise Name;Set Order;Weight;Reps;Distance;Seconds;Notes;Workout Notes;RPE"
    return "\n".join([head, *rows, ""]).encode()


def exports(today):
    """Each export by name: the files that it is."""
    runs = list(weeks(today, RUNS))
    files = lambda make, end: {f"{number}.{end}": make(*run) for number, run in enumerate(runs)}  # noqa: E731
    return {
        "Garmin GPX": files(lambda *run: gpx(*run, "Garmin Connect", "running"), "gpx"),
        "Strava GPX": files(lambda *run: gpx(*run, "StravaGPX", "running"), "gpx"),
        "Garmin TCX": files(tcx, "tcx"),
        "Coros FIT": files(fit, "fit"),
        "Strava archive": {"export.zip": strava_archive(today)},
        "Strava list": {"activities.csv": strava_list(today)},
        "Garmin list": {"Activities.csv": garmin_list(today)},
        "Apple Health": {"export.xml": health(today)},
        "Hevy beside a list": {"workouts.csv": hevy(today), "activities.csv": strava_list(today)},
        "Strong beside a list": {"strong.csv": strong(today), "activities.csv": strava_list(today)},
    }
