/** What all panels of a match share: the creatures on show, those before them, the time, and what the person has picked. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Seedling } from '../worker/jobs.ts';
import { nursery, Urgency, type Wish } from '../worker/nursery.ts';
import { type CreatureView, generationShown, viewWorld } from './creature-view.ts';
import type { Following } from './following.ts';
import { createHistory, type History } from './history.ts';
import { createMeasuring, type Measuring } from './measuring.ts';
import { type Moment, momentOf } from './moment.ts';
import { remember } from './remembering.ts';
import type { WorldSource } from './world-source.ts';

export interface MatchModel {
  readonly source: WorldSource;
  /** Of the generation on show. */
  readonly creatures: ReadonlySignal<readonly CreatureView[]>;
  /** Of the generation before, by index; empty when it was never seen. */
  readonly elders: ReadonlySignal<readonly CreatureView[]>;
  /** Moves on a few times a second. */
  readonly moment: ReadonlySignal<Moment>;
  /** The habitat that panels tell about. */
  readonly habitat: ReadonlySignal<number>;
  /** Picked by the person; null for their own (or the first). */
  readonly picked: Signal<number | null>;
  /** Key of the creature whose card is open. */
  readonly creature: Signal<number | null>;
  /** Keys of the creatures to be pointed out in the world: those of a line, the descendants of someone. */
  readonly pointedOut: Signal<readonly number[]>;
  /** Who is pointed out in each generation of a recording; null for nobody. */
  readonly following: Signal<Following | null>;
  /** Where the map is to go, as a new object at each wish; its habitat is null for the whole world. */
  readonly aim: Signal<{ readonly habitat: number | null } | null>;
  /** All generations that this page has seen. */
  readonly history: History;
  /** Their traits, on the way. */
  readonly measuring: Measuring;
  /** This very instant, for pictures that move. */
  momentNow(): Moment;
  close(): void;
}

const TICK_MS = 250;
const STILL: Moment = { growth: 1, season: 1 };

const measureHere = (of: readonly Seedling[], hurried: boolean): Wish<Int16Array> => {
  const wish = nursery().ask({ kind: 'measure', of }, hurried ? Urgency.soon : Urgency.idle);
  return { cancel: wish.cancel, done: wish.done.then((rows) => Int16Array.from(rows)) };
};

/** `measure`: how bodies are grown and measured; for trials without a worker. */
export function createMatchModel(source: WorldSource, measure = measureHere): MatchModel {
  const picked = signal<number | null>(null);
  const creature = signal<number | null>(null);
  const creatures = signal<readonly CreatureView[]>([]);
  const elders = signal<readonly CreatureView[]>([]);
  const moment = signal<Moment>(STILL);
  const pointedOut = signal<readonly number[]>([]);
  const following = signal<Following | null>(null);
  const aim = signal<{ readonly habitat: number | null } | null>(null);
  const history = createHistory();
  const measuring = createMeasuring(history, measure);
  let shown = Number.NaN;

  const momentNow = (): Moment => {
    const world = source.world.peek();
    return world && world.creatures.length > 0 ? momentOf(source.table.peek(), world.stage, performance.now()) : STILL;
  };
  const tell = (): void => {
    const next = momentNow();
    const last = moment.peek();
    if (next.growth !== last.growth || next.season !== last.season) moment.value = next;
  };

  const stopWorld = effect(() => {
    const world = source.world.value;
    if (!world) return;
    const generation = generationShown(world);
    if (generation !== shown) {
      elders.value = generation === shown + 1 ? creatures.peek() : [];
      creature.value = null;
      pointedOut.value = [];
      shown = generation;
    }
    creatures.value = viewWorld(world);
    tell();
  });
  const stopRemembering = remember(source, history);
  const stopTable = effect(() => {
    void source.table.value;
    tell();
  });
  const timer = setInterval(tell, TICK_MS);

  return {
    source,
    creatures,
    elders,
    moment,
    picked,
    creature,
    pointedOut,
    following,
    aim,
    history,
    measuring,
    habitat: computed(() => picked.value ?? Math.max(0, source.seat.value)),
    momentNow,
    close() {
      stopWorld();
      stopTable();
      stopRemembering();
      measuring.close();
      clearInterval(timer);
    },
  };
}
