/** Scores in bins of one round width. Plain functions. */

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Whether the champion's own score lies here, and where in it: 0 to 1. */
  readonly own: boolean;
  readonly place: number;
}

const MOST_BINS = 10;
const STEPS = [1, 2, 5];

/** Bins that hold all scores and the champion's own: at most MOST_BINS, their edges whole multiples of 1, 2 or 5 times a power of ten. */
export function binScores(scores: readonly number[], own: number): Bin[] {
  const low = Math.min(own, ...scores);
  const high = Math.max(own, ...scores);
  let width = 1;
  for (let power = 0; Math.floor(high / width) - Math.floor(low / width) >= MOST_BINS; power++) {
    width = (STEPS[power % STEPS.length] ?? 1) * 10 ** Math.floor(power / STEPS.length);
  }
  const first = Math.floor(low / width);
  const bins = Math.floor(high / width) - first + 1;
  return Array.from({ length: bins }, (_, bin) => {
    const from = (first + bin) * width;
    const holds = (score: number): boolean => Math.floor(score / width) === first + bin;
    return {
      from,
      to: from + width,
      count: scores.filter(holds).length,
      own: holds(own),
      place: (own - from) / width,
    };
  });
}
