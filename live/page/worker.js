// Runs the planner off the page's own thread: requests come in as objects, answers go back with the request's number.
'use strict';
let planner;

async function start(packed) {
  const unpacked = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
  const module = await WebAssembly.compile(await unpacked.arrayBuffer());
  // A library behind the planner names functions of a browser that are never called here.
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = kind === 'function' ? () => { throw new Error('not to be called: ' + name); } : undefined;
  }
  planner = (await WebAssembly.instantiate(module, imports)).exports;
}

function ask(request) {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const at = planner.reserve(bytes.length);
  new Uint8Array(planner.memory.buffer, at, bytes.length).set(bytes);
  const answer = planner.answer(at, bytes.length);
  const length = new DataView(planner.memory.buffer).getUint32(answer, true);
  const text = new TextDecoder().decode(new Uint8Array(planner.memory.buffer, answer + 4, length));
  planner.release(answer, length);
  return JSON.parse(text);
}

onmessage = async ({ data }) => {
  try {
    if (data.packed) {
      await start(data.packed);
      postMessage({ ready: true });
    } else {
      const began = performance.now();
      const answer = ask(data.request);
      postMessage({ number: data.number, answer, took: performance.now() - began });
    }
  } catch (error) {
    postMessage({ number: data.number, broken: String(error) });
  }
};
