/** Grows, in the background, every creature of the generations that the page remembers, to measure its traits. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Seedling } from '../worker/jobs.ts';
import type { Wish } from '../worker/nursery.ts';
import { countOf, type GenerationRecord, type History, isMeasured, seedlingOf } from './history.ts';

export interface Progress {
  readonly measured: number;
  /** Creatures remembered with their genomes, or measured. */
  readonly total: number;
  /** Why it does not go on; empty while it does. */
  readonly trouble: string;
}

export interface Measuring {
  readonly progress: ReadonlySignal<Progress>;
  /** Somebody is waiting for it. */
  readonly hurried: { value: boolean };
  close(): void;
}

/** Bodies at a time: few, so that a body somebody wants to see never waits long behind them. */
const BATCH = 12;

/** `measure` answers with Int16Array[n × TRAITS]. */
export function createMeasuring(
  history: History,
  measure: (of: readonly Seedling[], hurried: boolean) => Wish<Int16Array>,
): Measuring {
  const progress = signal<Progress>({ measured: 0, total: 0, trouble: '' });
  const hurried = { value: false };
  let wish: Wish<Int16Array> | null = null;
  let closed = false;

  function tell(trouble = ''): void {
    const records = history.records().filter(canBeMeasured);
    const measured = records.reduce((sum, record) => sum + record.measured, 0);
    progress.value = { measured, total: records.reduce((sum, record) => sum + countOf(record), 0), trouble };
  }

  function next(): void {
    if (closed || wish || progress.peek().trouble) return;
    const record = history.records().findLast((each) => canBeMeasured(each) && !isMeasured(each));
    if (!record) return;
    const batch = batchOf(record);
    wish = measure(batch, hurried.value);
    wish.done.then(
      (rows) => {
        wish = null;
        if (closed) return;
        history.addTraits(record.generation, rows);
        tell();
        next();
      },
      (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
    );
  }

  const stop = effect(() => {
    void history.version.value;
    tell(progress.peek().trouble);
    next();
  });
  return {
    progress,
    hurried,
    close() {
      closed = true;
      stop();
      wish?.cancel();
    },
  };
}

const canBeMeasured = (record: GenerationRecord): boolean => record.genomes !== null || isMeasured(record);

function batchOf(record: GenerationRecord): Seedling[] {
  const end = Math.min(countOf(record), record.measured + BATCH);
  const batch: Seedling[] = [];
  for (let index = record.measured; index < end; index++) {
    const seedling = seedlingOf(record, index);
    if (seedling) batch.push(seedling);
  }
  return batch;
}
