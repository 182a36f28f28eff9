// Reads a calendar on stdin with one library and prints its events as JSON, times in minutes of UTC since 1970.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const minutes = (date) => Math.floor(date.getTime() / 60_000);

const parsers = {
  "ical.js": (text) => {
    const ical = require("ical.js");
    const calendar = new ical.Component(ical.parse(text));
    calendar.getAllSubcomponents("vtimezone").forEach((zone) => ical.TimezoneService.register(zone));
    return calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ical.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        start: Math.floor(event.startDate.toUnixTime() / 60),
        end: Math.floor(event.endDate.toUnixTime() / 60),
        status: component.getFirstPropertyValue("status"),
        sequence: event.sequence,
      };
    });
  },
  "node-ical": (text) => {
    const ical = require("node-ical");
    return Object.values(ical.sync.parseICS(text))
      .filter((it) => it.type === "VEVENT")
      .map((event) => ({
        uid: event.uid,
        summary: event.summary,
        start: minutes(event.start),
        end: minutes(event.end),
        status: event.status,
        sequence: Number(event.sequence),
      }));
  },
};

console.log(JSON.stringify(parsers[process.argv[2]](readFileSync(0, "utf8"))));
