/** Fixed-point arithmetic, exactly as 128-bit SIMD has it: the reference speaks the kernel's dialect. */

/** To the 16-bit range, saturating. */
export function saturate(value: number): number {
  return value > 32767 ? 32767 : value < -32768 ? -32768 : value;
}

/** Product of two q15 numbers, rounded (i16x8.q15mulr_sat_s). */
export function multiply(a: number, b: number): number {
  return saturate((a * b + 0x4000) >> 15);
}

/** The low 16 bits of a draw as a signed number, -32768 to 32767. */
export function low16(draw: number): number {
  return (draw << 16) >> 16;
}

/** The high 16 bits of a draw as a signed number, -32768 to 32767. */
export function high16(draw: number): number {
  return draw >> 16;
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
