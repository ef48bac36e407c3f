/**
 * What a page remembers of the generations that it has seen: who lived, of whom, how it ended, what genome each had and, once
 * measured, every trait. Small rows, so that a whole match fits; the oldest genomes go first when it does not.
 */
import { type Signal, signal } from '@preact/signals';
import type { GrowthConditions } from '../../shared/sim/embryo/body.ts';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { conditionsFor } from '../../shared/sim/world/grow.ts';
import type { Pressure, World } from '../../shared/sim/world/world.ts';
import type { Seedling } from '../worker/jobs.ts';
import { generationShown, pressuresShown } from './creature-view.ts';

/** One generation, creature by creature, in the world's order (by habitat). */
export interface GenerationRecord {
  readonly generation: number;
  /** Index of each habitat's first creature, and at the end the number of creatures. */
  readonly starts: readonly number[];
  /** Indices in the generation before, or FOUNDER_PARENT. */
  readonly mothers: Uint16Array;
  readonly fathers: Uint16Array;
  /** Index in this generation, or NO_TWIN. */
  readonly twins: Int16Array;
  readonly noiseSeeds: Uint32Array;
  /** Per habitat: the pressures that its creatures meet; null where they are not to be told. */
  readonly pressures: readonly (readonly Pressure[] | null)[];
  /** Per habitat, as its creatures grew. */
  readonly conditions: readonly GrowthConditions[];
  /** False while the season is still to come: then all causes are 0. */
  readonly decided: boolean;
  readonly causes: Uint8Array;
  readonly moments: Uint8Array;
  /** Uint8Array[creatures × GENOME_BYTES]; null once forgotten. */
  readonly genomes: Uint8Array | null;
  /** Int16Array[creatures × TRAITS]: filled from the first creature on. Every trait's range fits 16 bits. */
  readonly traits: Int16Array;
  /** How many of the rows are filled. */
  readonly measured: number;
}

export interface History {
  /** Counts up whenever anything in it has changed. */
  readonly version: Signal<number>;
  /** Takes down the generation that a world holds, or what has since become of it. */
  keep(world: World): void;
  at(generation: number): GenerationRecord | undefined;
  /** All that is known, the oldest first. */
  records(): readonly GenerationRecord[];
  /** Takes down rows of traits from `measured` on: Int16Array[n × TRAITS]. */
  addTraits(generation: number, rows: Int16Array): void;
}

/** 11 MB of genomes: a class's whole match, or the last 33 generations of the largest world. */
const KEPT_GENOMES = 40_000;

export const countOf = (record: GenerationRecord): number => record.mothers.length;
export const isMeasured = (record: GenerationRecord): boolean => record.measured >= countOf(record);

/** The habitat in which a creature lives. */
export function habitatOf(record: GenerationRecord, index: number): number {
  return record.starts.findLastIndex((start, habitat) => start <= index && habitat < record.starts.length - 1);
}

/** Indices [start, end) of a habitat's creatures. */
export const rangeOf = (record: GenerationRecord, habitat: number): readonly [start: number, end: number] => [
  record.starts[habitat] ?? 0,
  record.starts[habitat + 1] ?? 0,
];

/** A creature's genome, or null where it has been forgotten or never was. */
export function genomeOf(record: GenerationRecord, index: number): Uint8Array | null {
  if (index < 0 || index >= countOf(record)) return null;
  return record.genomes?.subarray(index * GENOME_BYTES, (index + 1) * GENOME_BYTES) ?? null;
}

/** All that a creature's body follows from; null where its genome has been forgotten. */
export function seedlingOf(record: GenerationRecord, index: number): Seedling | null {
  const genome = genomeOf(record, index);
  const conditions = record.conditions[habitatOf(record, index)];
  const noiseSeed = record.noiseSeeds[index];
  // A genome of its own: of a part, the whole would go along to a worker.
  return genome && conditions && noiseSeed !== undefined ? { genome: genome.slice(), noiseSeed, conditions } : null;
}

/** `keptGenomes`: of how many creatures the genomes are kept at most; the generation seen last is always kept whole. */
export function createHistory(keptGenomes = KEPT_GENOMES): History {
  const known = new Map<number, GenerationRecord>();
  const version = signal(0);
  const put = (record: GenerationRecord): void => {
    known.set(record.generation, record);
    version.value = version.peek() + 1;
  };
  const records = (): GenerationRecord[] => [...known.values()].sort((a, b) => a.generation - b.generation);

  function forget(latest: number): void {
    const held = records().filter(({ genomes, generation }) => genomes && generation !== latest);
    let creatures = held.reduce((sum, record) => sum + countOf(record), known.get(latest)?.mothers.length ?? 0);
    for (const record of held) {
      if (creatures <= keptGenomes) return;
      creatures -= countOf(record);
      known.set(record.generation, { ...record, genomes: null });
    }
  }

  return {
    version,
    records,
    at: (generation) => known.get(generation),
    keep(world) {
      if (world.creatures.length === 0) return;
      const generation = generationShown(world);
      const before = known.get(generation);
      const decided = world.stage !== 'season';
      if (before?.decided || (before && !decided)) return;
      put(before ? { ...before, ...fatesOf(world), decided } : recordOf(world, generation));
      forget(generation);
    },
    addTraits(generation, rows) {
      const record = known.get(generation);
      if (!record) return;
      record.traits.set(rows, record.measured * TRAITS.length);
      put({ ...record, measured: record.measured + rows.length / TRAITS.length });
    },
  };
}

const fatesOf = ({ creatures }: World): Pick<GenerationRecord, 'causes' | 'moments'> => ({
  causes: Uint8Array.from(creatures, ({ cause }) => cause),
  moments: Uint8Array.from(creatures, ({ moment }) => moment),
});

function recordOf(world: World, generation: number): GenerationRecord {
  const { creatures, habitats } = world;
  const starts = [0];
  for (const { id } of habitats) {
    starts.push((starts.at(-1) ?? 0) + creatures.filter(({ habitat }) => habitat === id).length);
  }
  const genomes = new Uint8Array(creatures.length * GENOME_BYTES);
  for (const [index, { genome }] of creatures.entries()) genomes.set(genome, index * GENOME_BYTES);
  return {
    generation,
    starts,
    mothers: Uint16Array.from(creatures, ({ mother }) => mother),
    fathers: Uint16Array.from(creatures, ({ father }) => father),
    twins: Int16Array.from(creatures, ({ twin }) => twin),
    noiseSeeds: Uint32Array.from(creatures, ({ noiseSeed }) => noiseSeed),
    pressures: habitats.map(({ id }) => pressuresShown(world, id)),
    conditions: habitats.map(({ id }) => conditionsFor(world, { habitat: id })),
    decided: world.stage !== 'season',
    ...fatesOf(world),
    genomes,
    traits: new Int16Array(creatures.length * TRAITS.length),
    measured: 0,
  };
}
