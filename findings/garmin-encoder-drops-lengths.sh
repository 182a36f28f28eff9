#!/usr/bin/env bash
# Garmin's own FIT encoders (@garmin/fitsdk 21.217.0, garmin-fit-sdk 21.218.0) take a workout step of 600 s at 2.5 to 3 m/s in the very
# names that their decoders give it back in (durationTime, customTargetSpeedLow), and write it without length and speed, and without an
# error: those are names of sub-fields, which only the decoders know. durationValue and customTargetValueLow are written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent @garmin/fitsdk@21.217.0
cat >step.mjs <<'JAVASCRIPT'
import { Decoder, Encoder, Profile, Stream } from "@garmin/fitsdk";

function written(length, low, high) {
  const encoder = new Encoder();
  encoder.onMesg(Profile.MesgNum.FILE_ID, { type: "workout", manufacturer: "development", product: 1, serialNumber: 7 });
  encoder.onMesg(Profile.MesgNum.WORKOUT, { sport: "running", numValidSteps: 1, wktName: "Tempo" });
  encoder.onMesg(Profile.MesgNum.WORKOUT_STEP, { messageIndex: 0, durationType: "time", targetType: "speed", targetValue: 0, intensity: "active", ...length, ...low, ...high });
  const { messages, errors } = new Decoder(Stream.fromByteArray([...encoder.close()])).read();
  const { durationTime, customTargetSpeedLow } = messages.workoutStepMesgs[0];
  return `${durationTime} s, ${customTargetSpeedLow} m/s, errors: ${errors.length}`;
}

const named = written({ durationTime: 600 }, { customTargetSpeedLow: 2.5 }, { customTargetSpeedHigh: 3 });
const raw = written({ durationValue: 600000 }, { customTargetValueLow: 2500 }, { customTargetValueHigh: 3000 });
console.log("by the names it is read in:", named);
console.log("by the raw names:", raw);
process.exit(named === "undefined s, undefined m/s, errors: 0" && raw === "600 s, 2.5 m/s, errors: 0" ? 0 : 1);
JAVASCRIPT
node step.mjs
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check garmin-fit-sdk==21.218.0
venv/bin/python - <<'PYTHON'
import sys

from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

encoder = Encoder()
encoder.write_mesg({"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "workout", "manufacturer": "development", "product": 1, "serial_number": 7})
encoder.write_mesg({"mesg_num": Profile["mesg_num"]["WORKOUT"], "sport": "running", "num_valid_steps": 1, "wkt_name": "Tempo"})
encoder.write_mesg({"mesg_num": Profile["mesg_num"]["WORKOUT_STEP"], "message_index": 0, "duration_type": "time", "duration_time": 600,
                    "target_type": "open", "intensity": "active"})
messages, errors = Decoder(Stream.from_byte_array(bytearray(encoder.close()))).read()
step = messages["workout_step_mesgs"][0]
print("in Python:", step, "errors:", errors)
sys.exit(bool(errors) or "duration_time" in step or "duration_value" in step)
PYTHON
