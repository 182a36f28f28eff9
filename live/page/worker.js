// Runs the planner off the page's own thread: requests come in as objects, answers go back with the request's number.
let planner;

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text), bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

async function start(packed) {
  const module = await WebAssembly.compile(unpack(bytesOf(packed)));
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
