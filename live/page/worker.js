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
  let answer;
  try { answer = planner.answer(at, bytes.length); }
  catch (error) { throw new Error(read(planner.stopped()) || error.message); }
  const text = read(answer);
  planner.release(answer, new DataView(planner.memory.buffer).getUint32(answer, true));
  return JSON.parse(text);
}

function read(at) {
  const length = new DataView(planner.memory.buffer).getUint32(at, true);
  return new TextDecoder().decode(new Uint8Array(planner.memory.buffer, at + 4, length));
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
