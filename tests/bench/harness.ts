/** What every bench is made of: rows with a bar, and rates measured side by side so that a noisy machine hits all alike. */

/** A line of a bench's result. `baseline`, `ratio` and `bar` are null where there is nothing to compare with or to pass. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure it is compared with, measured in the same run, in the same unit. */
  readonly baseline: number | null;
  /** value / baseline. */
  readonly ratio: number | null;
  /** The bar in words, e.g. "ratio >= 10" or "value <= 8". */
  readonly bar: string | null;
  readonly holds: boolean | null;
  /** What the value sums up, by name: shown beside it. */
  readonly parts?: Readonly<Record<string, number>>;
}

/** What a bench lets be chosen on the command line, as parseArgs has it. */
export type BenchOptions = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly default?: string | boolean }>
>;
export type Chosen = Readonly<Record<string, string | boolean | undefined>>;

export type Bench = (chosen: Chosen) => Promise<readonly BenchRow[]>;

/** A bar on the value itself or on its ratio to the baseline. */
export interface Bar {
  readonly of: 'value' | 'ratio';
  readonly least?: number;
  readonly most?: number;
}

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly bar?: Bar;
  readonly parts?: Readonly<Record<string, number>>;
}

/** The value below which this part of all lies: 0.99 for the hundredth that takes longest. */
export function percentile(values: readonly number[], part = 0.99): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** A row from what was measured: the ratio and whether the bar holds are worked out here, never by hand. */
export function row({ name, value, unit, baseline, bar, parts }: Measured): BenchRow {
  const ratio = baseline === undefined ? null : value / baseline;
  const plain = {
    name,
    value,
    unit,
    baseline: baseline ?? null,
    ratio,
    bar: null,
    holds: null,
    ...(parts && { parts }),
  };
  if (!bar) return plain;
  const figure = bar.of === 'value' ? value : ratio;
  if (figure === null) throw new Error(`The bench row “${name}” has a bar on its ratio but no baseline.`);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bar;
  const words = [bar.least !== undefined && `>= ${bar.least}`, bar.most !== undefined && `<= ${bar.most}`];
  return {
    ...plain,
    bar: `${bar.of} ${words.filter(Boolean).join(' and ')}`,
    holds: figure >= least && figure <= most,
  };
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('The median of no values was asked for.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export interface RateOptions {
  /** How often each subject takes its turn. */
  readonly rounds?: number;
  /** About how long a turn takes. */
  readonly turnMs?: number;
}

/**
 * Units of work a second of each subject: the median over rounds in which the subjects take turns (A B C, A B C, …), after
 * one turn of warming up that does not count. A subject does a little work each time it is called and returns how many
 * units that was.
 */
export function measureRates<Name extends string>(
  subjects: Readonly<Record<Name, () => number>>,
  { rounds = 7, turnMs = 300 }: RateOptions = {},
): Record<Name, number> {
  const names = Object.keys(subjects) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const rate = turn(subjects[name], turnMs);
      if (round > 0) rates[name].push(rate);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(rates[name])])) as Record<Name, number>;
}

function turn(work: () => number, turnMs: number): number {
  const start = performance.now();
  let units = 0;
  let now = start;
  while (now - start < turnMs) {
    units += work();
    now = performance.now();
  }
  return (units * 1000) / (now - start);
}
