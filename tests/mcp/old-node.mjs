// Node.js before 22 has no `fs.globSync`, which the conformance tool imports and the scenarios that run here never call.
import { register } from "node:module";

const shim = `export * from "node:fs"; import fs from "node:fs"; export default fs; export const globSync = fs.globSync ?? (() => []);`;
const hooks = `export const resolve = (name, context, next) =>
  name === "fs" && context.parentURL?.includes("/conformance/") ? { url: ${JSON.stringify("data:text/javascript," + encodeURIComponent(shim))}, shortCircuit: true } : next(name, context);`;
register("data:text/javascript," + encodeURIComponent(hooks));
