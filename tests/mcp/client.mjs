// The npm client `@modelcontextprotocol/sdk`, a tool call for every line: `client.mjs PROGRAM FOLDER`.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { Client } = await load("@modelcontextprotocol/sdk/client/index.js");
const { StdioClientTransport } = await load("@modelcontextprotocol/sdk/client/stdio.js");

const [program, folder] = process.argv.slice(2);
const client = new Client({ name: "check", version: "1" });
await client.connect(new StdioClientTransport({ command: program, args: ["mcp", folder], env: { ...process.env } }));
const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
say({ tools: (await client.listTools()).tools });
for await (const line of createInterface({ input: process.stdin })) {
  const { name, arguments: given } = JSON.parse(line);
  const result = await client.callTool({ name, arguments: given });
  say({ isError: result.isError ?? false, text: result.content[0].text, data: result.structuredContent ?? null });
}
await client.close();
