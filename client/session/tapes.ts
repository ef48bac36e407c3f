/** "Replay the tape": many histories from one moment on, and which of their outcomes recur. Plain functions. */
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import { TRAIT_INFO } from '../../shared/sim/traits.ts';
import type { Outcome, Start } from '../worker/branch-jobs.ts';

export interface Tape {
  readonly secret: Uint8Array;
  readonly outcome: Outcome;
}

/**
 * Recurs: nearly all tapes went the same way. Luck: some went one way and some the other. Leaning: neither. Stays: nearly all
 * stayed where they began.
 */
export type Verdict = 'recurs' | 'luck' | 'leaning' | 'stays';

/** This share of the tapes is "nearly all"; and from this share on each way, it was luck. */
export const NEARLY_ALL = 0.9;
export const EITHER_WAY = 0.2;
/** A mean has moved when it lies this many standard deviations from where it began. */
export const MOVED = 0.25;
/** Of fewer tapes nothing is said: what they have in common may itself be luck. */
export const ENOUGH_TAPES = 10;
/** In shares of those born: half of the tapes within the one recur, spread over the other are luck. */
export const NARROW = 0.15;
export const WIDE = 0.3;

/** What hardly varied at the start is measured by a hundredth of the trait's own range, lest a hair become a mile. */
const LEAST_SPREAD = 0.01;

export interface TraitFates {
  readonly trait: TraitName;
  readonly verdict: Verdict;
  /** How many tapes moved up and down. */
  readonly up: number;
  readonly down: number;
  /** By how many standard deviations the mean moved, tape by tape; null where nobody was left to have one. */
  readonly shifts: readonly (number | null)[];
  readonly middle: number;
  /** The same in what happened; null where it is not known, or nobody was left. */
  readonly happened: number | null;
}

export interface SurvivalFates {
  readonly verdict: Verdict;
  /** Share of those born that lived, tape by tape; 0 where nobody was born. */
  readonly shares: readonly number[];
  /** A quarter of the tapes lie below `low`, a quarter above `high`. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly happened: number | null;
  /** Tapes in which nobody was even born to be examined. */
  readonly lost: number;
}

/** All traits of a habitat: what recurs, what was luck, then the others; of each the farthest moved first. */
export function traitFates(
  tapes: readonly Tape[],
  start: Start | null,
  happened: Outcome | null,
  habitat: number,
): readonly TraitFates[] {
  if (start === null) return [];
  const order: readonly Verdict[] = ['recurs', 'luck', 'leaning', 'stays'];
  return TRAITS.map((trait, column) => {
    const { low, high } = TRAIT_INFO[trait];
    const unit = Math.max(start.spreads[column] ?? 0, (high - low) * LEAST_SPREAD);
    const shiftOf = (outcome: Outcome): number | null => {
      const mean = outcome[habitat]?.means?.[column];
      return mean === undefined ? null : (mean - (start.means[column] ?? 0)) / unit;
    };
    const shifts = tapes.map(({ outcome }) => shiftOf(outcome));
    return { trait, ...fatesOf(shifts), shifts, happened: happened === null ? null : shiftOf(happened) };
  }).sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || Math.abs(b.middle) - Math.abs(a.middle));
}

function fatesOf(shifts: readonly (number | null)[]): Pick<TraitFates, 'verdict' | 'up' | 'down' | 'middle'> {
  const known = shifts.filter((shift) => shift !== null);
  const up = known.filter((shift) => shift >= MOVED).length;
  const down = known.filter((shift) => shift <= -MOVED).length;
  const nearly = NEARLY_ALL * known.length;
  return { up, down, middle: quantile(known, 0.5), verdict: verdictOf() };

  function verdictOf(): Verdict {
    if (known.length === 0) return 'leaning';
    if (Math.max(up, down) >= nearly) return 'recurs';
    if (known.length - up - down >= nearly) return 'stays';
    return Math.min(up, down) >= EITHER_WAY * known.length ? 'luck' : 'leaning';
  }
}

export function survivalFates(tapes: readonly Tape[], happened: Outcome | null, habitat: number): SurvivalFates {
  const shares = tapes.map(({ outcome }) => shareIn(outcome, habitat));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(shares, part));
  const width = (high ?? 0) - (low ?? 0);
  return {
    verdict: width <= NARROW ? 'recurs' : width >= WIDE ? 'luck' : 'leaning',
    shares,
    low: low ?? 0,
    middle: middle ?? 0,
    high: high ?? 0,
    happened: happened === null ? null : shareIn(happened, habitat),
    lost: tapes.filter(({ outcome }) => (outcome[habitat]?.born ?? 0) === 0).length,
  };
}

function shareIn(outcome: Outcome, habitat: number): number {
  const { born, survived } = outcome[habitat] ?? { born: 0, survived: 0 };
  return born === 0 ? 0 : survived / born;
}

/** Between two neighbours in proportion; 0 of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}
