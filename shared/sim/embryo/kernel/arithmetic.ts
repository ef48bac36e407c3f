/** Fixed point and noise, one number and four at a time: the same arithmetic as fixed.ts and rng.ts of the reference. */

export function saturate(value: i32): i32 {
  return min(max(value, -32768), 32767);
}

export function clamp(value: i32, low: i32, high: i32): i32 {
  return min(max(value, low), high);
}

/** Product of two q15 numbers, rounded. */
export function multiply(a: i32, b: i32): i32 {
  return saturate((a * b + 0x4000) >> 15);
}

export function low16(value: i32): i32 {
  return (value << 16) >> 16;
}

export function high16(value: i32): i32 {
  return value >> 16;
}

/** Two i16 in one i32. */
export function pair(low: i32, high: i32): i32 {
  return (low & 0xffff) | (high << 16);
}

/** The mixing function of rng.ts. */
export function mix(value: u32): u32 {
  let x = value;
  x ^= x >>> 16;
  x *= 0x7feb352d;
  x ^= x >>> 15;
  x *= 0x846ca68b;
  x ^= x >>> 16;
  return x;
}

/** Four mixes at once. */
export function mix4(value: v128): v128 {
  let x = value;
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
