/** What a change of a genome does to the body, measured against what chance does without it. */
import { divergence } from '../sim/divergence.ts';
import type { Body } from '../sim/embryo/body.ts';
import { draw, Stream } from '../sim/rng.ts';
import type { Seedling } from '../sim/seedling.ts';
import { measure } from '../sim/traits.ts';
import { type Experiment, fingerprint } from './experiment.ts';

export interface RewriteAsk {
  readonly before: Seedling;
  /** The same with another genome. */
  readonly after: Seedling;
  /** Clones of each to measure chance by, each with dice of its own: draw(noise seed, development, i). */
  readonly twins: number;
}

export interface Rewritten {
  /** Before, after, and the first two clones of what came after. */
  readonly bodies: readonly Body[];
  readonly print: string;
  /** Shares of cells, 0 to 1, that differ between before and after on the same dice: their own, then those of each clone. */
  readonly byEdit: readonly number[];
  /** … between what was before and each of its clones: nothing but chance. */
  readonly byChance: readonly number[];
  /** Trait rows of before and after, and of the clones of before. */
  readonly traits: readonly [before: Int32Array, after: Int32Array];
  readonly twinTraits: readonly Int32Array[];
}

/** Grows a creature before and after an edit, with clones of both. */
export const rewrite: Experiment<RewriteAsk, Rewritten> = function* ({ grow }, { before, after, twins }) {
  const grown = ({ genome, conditions }: Seedling, seed: number): Body => grow(genome, seed, conditions);
  const bodies = [grown(before, before.noiseSeed), grown(after, before.noiseSeed)] as const;
  const byEdit = [divergence(...bodies)];
  const byChance: number[] = [];
  const twinTraits: Int32Array[] = [];
  const later: Body[] = [];
  for (let at = 0; at < twins; at++) {
    const seed = draw(before.noiseSeed, Stream.development, at);
    const [old, written] = [grown(before, seed), grown(after, seed)];
    byEdit.push(divergence(old, written));
    byChance.push(divergence(bodies[0], old));
    twinTraits.push(measure(old));
    later.push(written);
    yield (at + 1) / twins;
  }
  const shown = [...bodies, ...later.slice(0, 2)];
  return {
    ...{ bodies: shown, print: fingerprint(shown), byEdit, byChance },
    ...{ traits: [measure(bodies[0]), measure(bodies[1])], twinTraits },
  };
};
