/** Runs in a worker thread: one claim, one seed. */
import { workerData } from 'piscina';
import type { Sample } from './claim.ts';
import { claimByKey } from './claims.ts';
import { openLab } from './lab.ts';

export interface Task {
  readonly key: string;
  readonly seed: number;
}

export interface Done {
  readonly sample: Sample;
  /** What it took of a core, waiting for others included. */
  readonly seconds: number;
}

/** The kernel's hash, given by the pool. */
const labOf = openLab(String(workerData));

/** Rejects, with the claim and the seed, when it throws or a figure is no number: a line must not pass, or fail, by accident. */
export function measureTask({ key, seed }: Task): Done {
  const begun = performance.now();
  const claim = claimByKey(key);
  try {
    const sample = claim.measure(labOf(seed));
    for (const { key: figure } of claim.figures) {
      const value = sample.figures[figure];
      if (value === undefined || !Number.isFinite(value)) throw new RangeError(`its figure "${figure}" is no number`);
    }
    return { sample, seconds: (performance.now() - begun) / 1000 };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The claim "${key}" could not be measured with the seed ${seed}: ${why}.`, { cause: error });
  }
}
