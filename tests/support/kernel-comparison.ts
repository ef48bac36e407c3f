/** The kernel beside the reference, embryo by embryo. Runs in Node and in Bun alike. */
import { BodyField, bodyField, STEPS, VIABLE_CELLS } from '../../shared/sim/embryo/body.ts';
import type { Kernel } from '../../shared/sim/embryo/kernel.ts';
import * as reference from '../../shared/sim/embryo/reference.ts';
import { type EmbryoCase, embryoCase } from './kernel-cases.ts';
import { hashBody } from './kernel-digest.ts';

export interface Comparison {
  /** One for each embryo in which kernel and reference differ. */
  readonly differences: readonly { readonly index: number; readonly what: string }[];
  /** The hash of each embryo's body, in order: as the kernel grew it, and so the reference, where they do not differ. */
  readonly bodies: readonly string[];
  /** Embryos that became more than a clump of cells: two empty bodies are equal too, but tell little. */
  readonly viable: number;
}

/** The reference takes its time to tell a body: each embryo is looked at after every eighth step, the next one a step later. */
const LOOK_EVERY = 8;

/** Grows embryos `from` to `from + count - 1` (kernel-cases.ts), each by kernel and reference, step by step and whole. */
export function compareEmbryos(kernel: Kernel, from: number, count: number): Comparison {
  const differences: { index: number; what: string }[] = [];
  const bodies: string[] = [];
  let viable = 0;
  for (let index = from; index < from + count; index++) {
    const embryo = embryoCase(index);
    const what = difference(kernel, embryo, index);
    if (what !== undefined) differences.push({ index, what });
    const body = kernel.grow(embryo.genome, embryo.noiseSeed, embryo.conditions);
    bodies.push(hashBody(body));
    if (bodyField(body, BodyField.tissue).filter((tissue) => tissue !== 0).length >= VIABLE_CELLS) viable++;
  }
  return { differences, bodies, viable };
}

/** The first difference between kernel and reference in growing this embryo, in words; undefined if there is none. */
export function difference(kernel: Kernel, embryo: EmbryoCase, offset: number): string | undefined {
  const { genome, noiseSeed, conditions } = embryo;
  const ours = kernel.beginGrowth(genome, noiseSeed, conditions);
  const theirs = reference.beginGrowth(genome, noiseSeed, conditions);
  for (let step = 0; step <= STEPS; step++) {
    if (ours.step !== theirs.step) return `the kernel stands at step ${ours.step}, the reference at ${theirs.step}`;
    if ((step + offset) % LOOK_EVERY === 0) {
      const at = firstDifference(ours.body(), theirs.body());
      if (at >= 0) return `after step ${step} byte ${at} of the body differs`;
    }
    if (ours.advance() !== theirs.advance()) return `step ${step} ends growth in one and not in the other`;
  }
  const final = theirs.body();
  if (firstDifference(ours.body(), final) >= 0) return 'the finished body differs';
  if (firstDifference(kernel.grow(genome, noiseSeed, conditions), final) >= 0) return 'grown whole, the body differs';
  return undefined;
}

const firstDifference = (one: Uint8Array, other: Uint8Array): number =>
  one.length === other.length ? one.findIndex((byte, at) => byte !== other[at]) : Math.min(one.length, other.length);
