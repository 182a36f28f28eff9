// Reads FIT workouts, one name a line on standard input, with Garmin's own JavaScript SDK; one JSON object a line comes out.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const { Decoder, Stream } = await import(require.resolve("@garmin/fitsdk"));

const snake = (name) => name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase());
const plain = (message) => Object.fromEntries(Object.entries(message).map(([name, value]) => [snake(name), value]));

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const decoder = new Decoder(Stream.fromByteArray([...readFileSync(path)]));
  if (!decoder.checkIntegrity()) throw new Error(`${path} is not whole`);
  const { messages, errors } = decoder.read({
    applyScaleAndOffset: false, convertDateTimesToDates: false, convertTypesToStrings: false, expandSubFields: false, mergeHeartRates: false,
  });
  if (errors.length) throw new Error(`${path}: ${errors}`);
  console.log(JSON.stringify({
    fileId: plain(messages.fileIdMesgs[0]), workout: plain(messages.workoutMesgs[0]), steps: messages.workoutStepMesgs.map(plain),
  }));
}
