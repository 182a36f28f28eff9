// Unpacks an LZMA file (the format of `xz --format=lzma`), a quarter smaller than what browsers unpack themselves. The names are those
// of Igor Pavlov's specification.
function unpack(packed) {
  const header = new DataView(packed.buffer, packed.byteOffset), properties = packed[0];
  const lc = properties % 9, lp = Math.floor(properties / 9) % 5, posMask = (1 << Math.floor(properties / 45)) - 1, lpMask = (1 << lp) - 1;
  const size = header.getUint32(5, true), out = new Uint8Array(size);
  const [MATCH, REP, G0, G1, G2, LONG, SLOT, SPECIAL, ALIGN, LENGTH, REPEATED, LITERAL] = [0, 192, 204, 216, 228, 240, 432, 688, 816, 832, 1346, 1860];
  const probs = new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);
  let at = 18, range = -1, code = header.getUint32(14, false) | 0, pos = 0, state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;

  function bit(index) {
    const prob = probs[index], bound = Math.imul(range >>> 11, prob);
    let found = 0;
    if ((code ^ 0x80000000) < (bound ^ 0x80000000)) { range = bound; probs[index] = prob + ((2048 - prob) >> 5); }
    else { range = (range - bound) | 0; code = (code - bound) | 0; probs[index] = prob - (prob >> 5); found = 1; }
    if (range >>> 0 < 0x1000000) { range <<= 8; code = (code << 8) | packed[at++]; }
    return found;
  }
  function direct(count) {
    let found = 0;
    for (; count; count--) {
      range >>>= 1;
      const past = (code >>> 0) >= range;
      if (past) code = (code - range) | 0;
      found = (found << 1) | (past ? 1 : 0);
      if (range < 0x1000000) { range <<= 8; code = (code << 8) | packed[at++]; }
    }
    return found;
  }
  function tree(base, bits) {
    let node = 1;
    for (let left = bits; left; left--) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  }
  function reversed(base, bits) {
    let node = 1, found = 0;
    for (let index = 0; index < bits; index++) { const one = bit(base + node); node = (node << 1) | one; found |= one << index; }
    return found;
  }
  const length = (base, posState) => !bit(base) ? tree(base + 2 + (posState << 3), 3) : !bit(base + 1) ? 8 + tree(base + 130 + (posState << 3), 3) : 16 + tree(base + 258, 8);

  while (pos < size) {
    const posState = pos & posMask;
    if (!bit(MATCH + (state << 4) + posState)) {
      const before = pos ? out[pos - 1] : 0, base = LITERAL + 0x300 * (((pos & lpMask) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let like = out[pos - rep0 - 1];
        do {
          const expected = (like >> 7) & 1;
          like <<= 1;
          const one = bit(base + ((1 + expected) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (one !== expected) break;
        } while (symbol < 0x100);
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
      out[pos++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(REP + state)) {
      if (!bit(G0 + state)) {
        if (!bit(LONG + (state << 4) + posState)) {
          state = state < 7 ? 9 : 11;
          out[pos] = out[pos - rep0 - 1];
          pos++;
          continue;
        }
      } else {
        let distance;
        if (!bit(G1 + state)) distance = rep1;
        else {
          if (!bit(G2 + state)) distance = rep2;
          else { distance = rep3; rep3 = rep2; }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      count = length(REPEATED, posState);
      state = state < 7 ? 8 : 11;
    } else {
      rep3 = rep2; rep2 = rep1; rep1 = rep0;
      count = length(LENGTH, posState);
      state = state < 7 ? 7 : 10;
      const slot = tree(SLOT + (Math.min(count, 3) << 6), 6);
      if (slot < 4) rep0 = slot;
      else {
        const bits = (slot >> 1) - 1, base = (2 | (slot & 1)) << bits;
        rep0 = slot < 14 ? base + reversed(SPECIAL + base - slot, bits) : base + (direct(bits - 4) << 4) + reversed(ALIGN, 4);
      }
    }
    if (rep0 >= pos) throw new Error('what was packed did not arrive whole');
    for (let end = Math.min(pos + count + 2, size), from = pos - rep0 - 1; pos < end; pos++, from++) out[pos] = out[from];
  }
  return out;
}
