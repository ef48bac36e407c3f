/** Two histories of one match, generation by generation: what is the same in them, and how far apart they are. Plain functions. */
import { sameBytes } from '../../shared/sim/hash.ts';
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import type { SeasonFrame, World } from '../../shared/sim/world/world.ts';
import type { BranchedGeneration } from '../worker/branch-jobs.ts';
import { type CreatureView, viewCreatures } from './creature-view.ts';

/** A generation of one history. */
export interface Side {
  /** Between its births and its season: as its bodies grew. */
  readonly born: World;
  readonly season: SeasonFrame;
  /** Int32Array[creatures × TRAITS]. */
  readonly traits: Int32Array;
}

export interface ComparedGeneration {
  readonly generation: number;
  /** What happened; null where the recording ends before. */
  readonly was: Side | null;
  readonly is: Side;
  /** As BranchedGeneration has it. */
  readonly apart: Float64Array;
}

export const compared = (branched: BranchedGeneration, was: Side | null, born: World): ComparedGeneration => ({
  generation: branched.generation,
  was,
  is: { born, season: branched.season, traits: branched.traits },
  apart: branched.apart,
});

/** One place of a habitat in both histories. */
export interface Place {
  readonly was: CreatureView | null;
  readonly is: CreatureView | null;
  /** One genome in both. */
  readonly twins: boolean;
  /** Share of cells that differ, 0 to 1; null where only one history has a creature here. */
  readonly apart: number | null;
}

/** The creatures of a habitat, place by place. */
export function placesOf({ was, is, apart }: ComparedGeneration, habitat: number): readonly Place[] {
  const [before, after] = [was === null ? [] : (homesOf(was)[habitat] ?? []), homesOf(is)[habitat] ?? []];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at): Place => {
    const [one, other] = [before[at] ?? null, after[at] ?? null];
    if (one === null || other === null) return { was: one, is: other, twins: false, apart: null };
    return { was: one, is: other, twins: sameBytes(one.of.genome, other.of.genome), apart: apart[other.index] ?? null };
  });
}

/** Sides never change, and are looked at again and again while the next generations come in. */
const homes = new WeakMap<Side, readonly (readonly CreatureView[])[]>();

/** The creatures of each habitat, with what became of them in their season. */
function homesOf(side: Side): readonly (readonly CreatureView[])[] {
  const known = homes.get(side);
  if (known) return known;
  const { born, season } = side;
  const found = born.habitats.map((): CreatureView[] => []);
  for (const creature of viewCreatures(born)) {
    const cause = season.causes[creature.index] ?? 0;
    found[creature.habitat]?.push({ ...creature, cause, moment: season.moments[creature.index] ?? 0 });
  }
  homes.set(side, found);
  return found;
}

export interface TraitGap {
  readonly trait: TraitName;
  /** What-if minus what happened, in standard deviations. */
  readonly gap: number;
}

export interface Divergence {
  readonly generation: number;
  /** Places with a creature in both histories, and those among them with one genome in both. */
  readonly places: number;
  readonly sameGenomes: number;
  /** Places whose creature lived in one history and died in the other. */
  readonly otherFates: number;
  /** Mean share of cells, 0 to 1, that differ between the bodies in one place; null where there is none to compare. */
  readonly apart: number | null;
  /** Mean distance of the means of all traits, in standard deviations; null where one history has nobody. */
  readonly traits: number | null;
  /** The trait whose means lie farthest apart; null where all are alike or there is nobody. */
  readonly most: TraitGap | null;
  readonly was: Survival | null;
  readonly is: Survival;
}

export interface Survival {
  readonly born: number;
  readonly survived: number;
}

/** As with the homes: by generation and habitat. */
const reckoned = new WeakMap<ComparedGeneration, Map<number | null, Divergence>>();

/** How far apart both histories are in a habitat; null: in the whole world. */
export function divergenceIn(of: ComparedGeneration, habitat: number | null): Divergence {
  const known = reckoned.get(of) ?? new Map<number | null, Divergence>();
  reckoned.set(of, known);
  const found = known.get(habitat) ?? reckon(of, habitat);
  known.set(habitat, found);
  return found;
}

function reckon(of: ComparedGeneration, habitat: number | null): Divergence {
  const all = habitat === null ? of.is.born.habitats.map(({ id }) => id) : [habitat];
  const pairs = all.flatMap((home) => placesOf(of, home)).filter(isPair);
  const sum = pairs.reduce((total, { apart }) => total + apart, 0);
  const gaps = of.was === null ? null : gapsBetween(of.was, of.is, habitat);
  const [widest] = [...(gaps ?? [])].sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  return {
    generation: of.generation,
    places: pairs.length,
    sameGenomes: pairs.filter(({ twins }) => twins).length,
    otherFates: pairs.filter(({ was, is }) => (was.cause === 0) !== (is.cause === 0)).length,
    apart: pairs.length === 0 ? null : sum / pairs.length,
    traits: gaps === null ? null : gaps.reduce((total, { gap }) => total + Math.abs(gap), 0) / TRAITS.length,
    most: widest && widest.gap !== 0 ? widest : null,
    was: of.was === null ? null : survivalOf(of.was, habitat),
    is: survivalOf(of.is, habitat),
  };
}

type Pair = Place & { readonly was: CreatureView; readonly is: CreatureView; readonly apart: number };
const isPair = (place: Place): place is Pair => place.was !== null && place.is !== null && place.apart !== null;

const indicesIn = ({ born }: Side, habitat: number | null): number[] =>
  born.creatures.flatMap((creature, index) => (habitat === null || creature.habitat === habitat ? [index] : []));

function survivalOf(side: Side, habitat: number | null): Survival {
  const here = indicesIn(side, habitat);
  return { born: here.length, survived: here.filter((index) => side.season.causes[index] === 0).length };
}

/** How many died of what in a habitat, the deadliest first. */
export function causesIn(side: Side, habitat: number): readonly (readonly [cause: number, dead: number])[] {
  const dead = new Map<number, number>();
  for (const index of indicesIn(side, habitat)) {
    const cause = side.season.causes[index] ?? 0;
    if (cause > 0) dead.set(cause, (dead.get(cause) ?? 0) + 1);
  }
  return [...dead].sort(([one, a], [other, b]) => b - a || one - other);
}

/** Null where one of both has nobody. A trait that varies in neither counts as no gap, or where it differs as one of one standard deviation. */
function gapsBetween(was: Side, is: Side, habitat: number | null): readonly TraitGap[] | null {
  const [before, after] = [indicesIn(was, habitat), indicesIn(is, habitat)];
  if (before.length === 0 || after.length === 0) return null;
  return TRAITS.map((trait, column) => {
    const [one, other] = [momentsOf(was.traits, before, column), momentsOf(is.traits, after, column)];
    const spread = Math.sqrt((one.variance + other.variance) / 2);
    const distance = other.mean - one.mean;
    return { trait, gap: spread === 0 ? Math.sign(distance) : distance / spread };
  });
}

function momentsOf(rows: Int32Array, indices: readonly number[], column: number): { mean: number; variance: number } {
  const value = (index: number): number => rows[index * TRAITS.length + column] ?? 0;
  const mean = indices.reduce((sum, index) => sum + value(index), 0) / indices.length;
  const variance = indices.reduce((sum, index) => sum + (value(index) - mean) ** 2, 0) / indices.length;
  return { mean, variance };
}
