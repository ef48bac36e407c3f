/** A recording generation by generation, for who takes all of it away: nothing of it is forgotten, and little is held at a time. */
import type { Timeline } from '../../../shared/replay/timeline.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import type { Seedling } from '../../worker/jobs.ts';
import type { Wish } from '../../worker/nursery.ts';
import { countOf, createHistory, type GenerationRecord, isMeasured, seedlingOf } from '../history.ts';
import { granted } from './granted.ts';

/** A generation as it was born and as its season left it; undecided where the recording ends before that. */
export function generationAt(timeline: Timeline, generation: number): GenerationRecord {
  const history = createHistory();
  history.keep(timeline.worldAt(2 * generation + 1));
  if (timeline.frames.length > 2 * generation + 1) history.keep(timeline.worldAt(2 * generation + 2));
  const record = history.at(generation);
  if (!record) throw new RangeError(`The recording has no generation ${generation + 1}.`);
  return record;
}

/** Traits that were measured already, by generation: Int16Array[creatures × TRAITS]. */
export type Known = Map<number, Int16Array>;

export interface MeasureOptions {
  readonly timeline: Timeline;
  /** Answers with Int16Array[n × TRAITS]. */
  readonly measure: (of: readonly Seedling[]) => Wish<Int16Array>;
  /** What is measured is added to it. */
  readonly known: Known;
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Bodies at a time: a body that somebody wants to see does not wait long behind them. */
const BATCH = 24;

/** Every generation with all traits, each body grown anew where its traits are not known. Throws when its signal is aborted. */
export async function* measuredGenerations(options: MeasureOptions): AsyncGenerator<GenerationRecord> {
  const { timeline, known, onProgress, signal } = options;
  for (let generation = 0; generation < timeline.generations; generation++) {
    signal.throwIfAborted();
    const record = generationAt(timeline, generation);
    const within = (share: number): void => onProgress((generation + share) / timeline.generations);
    const traits = known.get(generation) ?? (await measureAll(record, options, within));
    known.set(generation, traits);
    yield { ...record, traits, measured: countOf(record) };
    within(1);
  }
}

async function measureAll(
  record: GenerationRecord,
  { measure, signal }: MeasureOptions,
  within: (share: number) => void,
): Promise<Int16Array> {
  const count = countOf(record);
  const traits = new Int16Array(count * TRAITS.length);
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const batch = Array.from({ length: size }, (_, at) => seedlingOf(record, from + at)).filter((of) => of !== null);
    traits.set(await granted(measure(batch), signal), from * TRAITS.length);
    within((from + size) / count);
  }
  return traits;
}

/** What a page has measured already of the generations that it remembers. */
export function knownFrom(records: readonly GenerationRecord[]): Known {
  return new Map(records.filter(isMeasured).map(({ generation, traits }) => [generation, traits]));
}
