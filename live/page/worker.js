// Runs the planner off the page's own thread: requests come in as objects, answers go back with the request's number.
let planner;

/** The bytes of a text of base 85 with the letters of Python's `b85encode`: five letters are four bytes. */
function bytesOf(text) {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~', worth = new Uint8Array(128);
  for (let at = 0; at < 85; at++) worth[letters.charCodeAt(at)] = at;
  const bytes = new Uint8Array(text.length / 5 * 4), view = new DataView(bytes.buffer);
  for (let from = 0, to = 0; from < text.length; to += 4) {
    let number = 0;
    for (let end = from + 5; from < end; from++) number = number * 85 + worth[text.charCodeAt(from)];
    view.setUint32(to, number);
  }
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
