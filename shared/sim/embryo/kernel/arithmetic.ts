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
  x *= MIX_FIRST;
  x ^= x >>> 15;
  x *= MIX_SECOND;
  x ^= x >>> 16;
  return x;
}

export const MIX_FIRST: u32 = 0x7feb352d;
export const MIX_SECOND: u32 = 0x846ca68b;

/** Four mixes at once. */
export function mix4(value: v128): v128 {
  return mix4By(value, i32x4.splat(MIX_FIRST), i32x4.splat(MIX_SECOND));
}

/** The same with its factors handed in. */
export function mix4By(value: v128, first: v128, second: v128): v128 {
  let x = value;
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, first);
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, second);
  return v128.xor(x, i32x4.shr_u(x, 16));
}
