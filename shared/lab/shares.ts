/** Shares of a count, and how sure they are. */

/** z of two-sided 95 %. */
const Z = 1.96;

/** The 95 % interval of a share, both ends 0 to 1, by Wilson's score (1927, J. Am. Stat. Assoc. 22: 209); all of it for none. */
export function shareInterval(count: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const share = count / of;
  const spread = (Z * Z) / of;
  const half = Z * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  const [low, high] = [-half, half].map((side) => (share + spread / 2 + side) / (1 + spread));
  return [Math.max(0, low ?? 0), Math.min(1, high ?? 1)];
}
