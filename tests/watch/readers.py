"""A FIT workout as other people's programs read it: a list of (seconds, target, low, high, text) with repeats unrolled.

Targets are `pace` in mm/s, `beats` in beats a minute, or `open`.
"""

import logging
import subprocess
import warnings
from pathlib import Path

import fitdecode
from fit_tool.fit_file import FitFile
from garmin_fit_sdk import Decoder, Stream

logging.disable(logging.WARNING)
warnings.simplefilter("ignore")
HERE = Path(__file__).parent
FIT_EPOCH = 631_065_600
TARGETS = {0: "pace", "speed": "pace", 1: "beats", "heart_rate": "beats", 2: "open", "open": "open"}
TIME, REPEAT = (0, "time"), (6, "repeat_until_steps_cmplt", "repeatUntilStepsCmplt")


def unrolled(steps):
    """Steps as raw dicts in order; a repeat goes back to its first step."""
    flat, start = [], {}
    for index, step in enumerate(steps):
        start[index] = len(flat)
        if step["duration_type"] in REPEAT:
            again = flat[start[step["duration_value"]]:]
            flat += again * (step["target_value"] - 1)
            continue
        assert step["duration_type"] in TIME, step
        kind = TARGETS[step["target_type"]]
        low, high = step.get("custom_target_value_low"), step.get("custom_target_value_high")
        if kind == "open":
            assert low in (None, 0xFFFFFFFF) and high in (None, 0xFFFFFFFF), step
            low = high = None
        if kind == "beats":
            low, high = low - 100, high - 100
        assert step["duration_value"] % 1000 == 0, step
        flat.append((step["duration_value"] // 1000, kind, low, high, step.get("notes")))
    return flat


def shape(file_id, workout, steps):
    assert workout["num_valid_steps"] == len(steps), (workout, len(steps))
    return {"type": file_id["type"], "serial": file_id["serial_number"], "maker": (file_id["manufacturer"], file_id["product"]),
            "created": file_id["time_created"], "name": workout["wkt_name"], "steps": unrolled(steps)}


def garmin(path):
    stream = Stream.from_file(path)
    decoder = Decoder(stream)
    assert decoder.is_fit() and decoder.check_integrity(), path
    read = lambda scaled: Decoder(Stream.from_file(path)).read(
        apply_scale_and_offset=scaled, convert_datetimes_to_dates=False, convert_types_to_strings=False, expand_sub_fields=scaled, merge_heart_rates=False)
    messages, errors = read(False)
    assert not errors, errors
    # What it makes of the numbers itself, by the names of their meanings.
    for raw, told in zip(messages["workout_step_mesgs"], read(True)[0]["workout_step_mesgs"]):
        if raw["duration_type"] == 0:
            assert told["duration_time"] * 1000 == raw["duration_value"], told
            assert raw["target_type"] != 0 or round(told["custom_target_speed_low"] * 1000) == raw["custom_target_value_low"], told
        else:
            assert told["duration_step"] == raw["duration_value"] and told["repeat_steps"] == raw["target_value"], told
            assert "target_speed_zone" not in told, told
    return shape(messages["file_id_mesgs"][0], messages["workout_mesgs"][0], messages["workout_step_mesgs"])


def decoded(path):
    found = {}
    with fitdecode.FitReader(path, check_crc=fitdecode.CrcCheck.RAISE) as frames:
        for frame in frames:
            if isinstance(frame, fitdecode.FitDataMessage):
                found.setdefault(frame.name, []).append({field.name_or_num if not field.parent_field else field.parent_field.name: field.raw_value for field in frame.fields})
    return found


def fitdecoder(path):
    found = decoded(path)
    file_id = found["file_id"][0]
    names = {"garmin_product": "product"}
    file_id = {names.get(key, key): value for key, value in file_id.items()}
    return shape(file_id, found["workout"][0], found["workout_step"])


def fit_tool(path):
    plain = lambda value: getattr(value, "value", value)
    found = {}
    for record in FitFile.from_file(str(path)).records:
        if not record.is_definition:
            found.setdefault(type(record.message).__name__, []).append(record.message)
    [file_id], [workout] = found["FileIdMessage"], found["WorkoutMessage"]
    names = ["duration_type", "duration_value", "target_type", "target_value", "custom_target_value_low", "custom_target_value_high", "notes"]
    steps = []
    for step in found["WorkoutStepMessage"]:
        raw = {name: plain(getattr(step, name)) for name in names}
        # It gives seconds and metres a second under the names of the raw numbers.
        if raw["duration_type"] == 0:
            raw["duration_value"] = round(raw["duration_value"] * 1000)
        if raw["target_type"] == 0:
            for end in names[4:6]:
                raw[end] = round(raw[end] * 1000)
        steps.append(raw)
    told = shape({"type": plain(file_id.type), "serial_number": file_id.serial_number, "manufacturer": plain(file_id.manufacturer),
                  "product": file_id.product, "time_created": None},
                 {"wkt_name": workout.workout_name, "num_valid_steps": workout.num_valid_steps}, steps)
    # It gives milliseconds since 1970.
    return {**told, "created": file_id.time_created // 1000 - FIT_EPOCH}


def npm(paths):
    """All files at once by Garmin's JavaScript reader."""
    import json

    done = subprocess.run(["node", HERE / "fitsdk.mjs"], input="\n".join(map(str, paths)), capture_output=True, text=True, check=True)
    return [shape(one["fileId"], one["workout"], one["steps"]) for one in map(json.loads, done.stdout.splitlines())]
