/** Variance among and within groups: the estimators of quantitative genetics that the card rests on. */
import { mean } from 'simple-statistics';

export interface Components {
  /** Variance among groups beyond what scatter within them explains. Unbiased, so it may come out below 0. */
  readonly among: number;
  readonly within: number;
}

/**
 * One-way analysis of variance with random groups of whatever sizes (Sokal & Rohlf, “Biometry”, box 9.2). Groups of one tell
 * of `among` only. Both are 0 where there are fewer than two groups.
 */
export function components(groups: readonly (readonly number[])[]): Components {
  const filled = groups.filter((group) => group.length > 0);
  const all = filled.flat();
  const spare = all.length - filled.length;
  if (filled.length < 2 || spare < 1) return { among: 0, within: 0 };
  const grand = mean(all);
  let between = 0;
  let inside = 0;
  let squares = 0;
  for (const group of filled) {
    const own = mean([...group]);
    between += group.length * (own - grand) ** 2;
    for (const value of group) inside += (value - own) ** 2;
    squares += group.length ** 2;
  }
  const usual = (all.length - squares / all.length) / (filled.length - 1);
  const within = inside / spare;
  return { among: (between / (filled.length - 1) - within) / usual, within };
}

/** Share of the variance that is among groups: with clones as groups, the heritability H². NaN where nothing varies. */
export function amongShare({ among, within }: Components): number {
  const whole = among + within;
  return whole > 0 ? Math.min(1, Math.max(0, among / whole)) : Number.NaN;
}
