/**
 * Not part of the kernel: the bench's measure of what this machine can do. Dot products and sums of values that stay in
 * registers, and nothing else, so that no kernel can multiply and add faster by the same instruction.
 */

/** Dot products a round, of eight multiply-adds each. */
export const dotsPerRound: i32 = 8;

/** Runs `rounds` rounds. The result only keeps the work from being left out. */
export function dots(rounds: i32): i32 {
  let x = i16x8(1, -2, 3, -4, 5, -6, 7, -8);
  let y = i16x8(8, 7, -6, 5, -4, 3, -2, 1);
  const one = i16x8.splat(1);
  const k = i32x4.splat(rounds);
  const l = i32x4.splat(rounds * 3);
  const m = i32x4.splat(rounds * 5);
  const n = i32x4.splat(rounds * 7);
  let a = k;
  let b = k;
  let c = k;
  let d = k;
  let e = k;
  let f = k;
  let g = k;
  let h = k;
  for (let round: i32 = 0; round < rounds; round++) {
    a = i32x4.add(a, i32x4.dot_i16x8_s(x, k));
    b = i32x4.add(b, i32x4.dot_i16x8_s(x, l));
    c = i32x4.add(c, i32x4.dot_i16x8_s(x, m));
    d = i32x4.add(d, i32x4.dot_i16x8_s(x, n));
    e = i32x4.add(e, i32x4.dot_i16x8_s(y, k));
    f = i32x4.add(f, i32x4.dot_i16x8_s(y, l));
    g = i32x4.add(g, i32x4.dot_i16x8_s(y, m));
    h = i32x4.add(h, i32x4.dot_i16x8_s(y, n));
    // New factors for every round, or the products would be moved out of the loop.
    x = i16x8.add(x, one);
    y = i16x8.sub(y, one);
  }
  const all = v128.xor(v128.xor(v128.xor(a, b), v128.xor(c, d)), v128.xor(v128.xor(e, f), v128.xor(g, h)));
  return (
    i32x4.extract_lane(all, 0) ^ i32x4.extract_lane(all, 1) ^ i32x4.extract_lane(all, 2) ^ i32x4.extract_lane(all, 3)
  );
}
