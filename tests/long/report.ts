/** What came of the long test, engine by engine. */
import type { Comparison } from '../support/kernel-comparison.ts';

/** All embryos in one engine. */
export interface Result {
  readonly engine: string;
  /** The hash of each embryo's body; empty where there is none. */
  readonly bodies: string[];
  /** What was wrong, embryo by embryo. */
  readonly wrong: Map<number, string>;
  /** Embryos that grew to a size worth comparing, where the engine counts them. */
  viable: number;
}

/** Failures told one by one; there may be 100,000. */
const TOLD = 20;

/** What a batch comes to whose engine failed altogether. */
export function failures(from: number, count: number, error: unknown): Comparison {
  const what = `the engine failed: ${error instanceof Error ? error.message : String(error)}`;
  return {
    bodies: [],
    differences: Array.from({ length: count }, (_, at) => ({ index: from + at, what })),
    viable: 0,
  };
}

/** In words, and how many embryos failed: those in which kernel and reference differ, or that another engine grew otherwise. */
export function report(results: readonly Result[]): { lines: string[]; failed: number } {
  const [first] = results;
  const lines: string[] = [];
  let failed = 0;
  for (const { engine, bodies, wrong, viable } of results) {
    bodies.forEach((hash, index) => {
      if (wrong.has(index)) return;
      if (hash === '') wrong.set(index, 'no body');
      else if (hash !== first?.bodies[index]) wrong.set(index, `another body than in ${first?.engine}`);
    });
    failed += wrong.size;
    const grown = viable > 0 ? `, ${viable.toLocaleString('en')} of them grown large enough to tell something` : '';
    lines.push(`${wrong.size === 0 ? '✓' : '✗'} ${engine}: ${bodies.length.toLocaleString('en')} embryos${grown}`);
    for (const [index, what] of [...wrong].slice(0, TOLD)) lines.push(`    embryo ${index}: ${what}`);
    if (wrong.size > TOLD) lines.push(`    and ${wrong.size - TOLD} more`);
  }
  lines.push(`${new Set(first?.bodies).size.toLocaleString('en')} different bodies.`);
  return { lines, failed };
}
