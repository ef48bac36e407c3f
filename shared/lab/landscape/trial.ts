/** One embryo grown without a kick, and the same from the same noise with one. */
import { quantile } from 'simple-statistics';
import { type Body, type Growth, SITES } from '../../sim/embryo/body.ts';
import type { Kernel } from '../../sim/embryo/kernel.ts';
import { GENES } from '../../sim/genome.ts';
import { drawBelow, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { FULL } from '../microscope/values.ts';
import { cloneSeeds } from '../twins.ts';
import { squareApart } from './basins.ts';
import { GROWTHS, slotsOf } from './landscape.ts';

/** One cell in so many is kicked, as on the model card. */
const KICKED_ONE_IN = 10;
/** Home is as near to itself unkicked as the nearest tenth of pairs of cells of a body are to each other. */
const NEAR = 0.1;
const PAIRS = 64;
/** Trails have a point after every so many steps. */
const TRAIL_LOOK = 2;

export interface Kick {
  /** Each gene moves by up to this much of full expression, up or down: per cent, 0 to 100. */
  readonly strength: number;
  /** The step after which it comes, 1 to STEPS - 1. */
  readonly step: number;
}

/** An embryo that nobody kicks. */
export interface Control {
  readonly seed: number;
  readonly body: Body;
  readonly end: End;
}

interface End {
  /** Int16Array[GENES × cells]. */
  readonly expression: Int16Array;
  readonly slots: ReadonlyMap<number, number>;
  /** Uint8Array[1,024]: for each site one more than the step since which its cell has lived there, as far as anybody looked. */
  readonly since: Uint8Array;
}

export interface Trial {
  readonly body: Body;
  readonly kicked: readonly KickedCell[];
  /** Cells that were there at the kick, and were not kicked. */
  readonly spared: readonly Followed[];
}

interface Followed {
  /** At the end, from the same cell of the control: root of the sum of squares over genes. Infinite where it died alone. */
  readonly apart: number;
}

export interface KickedCell extends Followed {
  /** As far as the kick threw it. */
  readonly thrown: number;
  /** Before the kick, after it, and then on, if it is to be drawn: each Int16Array[GENES]. */
  readonly states: readonly Int16Array[];
  readonly goal: Int16Array;
}

export interface Controls {
  readonly grown: readonly Control[];
  /** The distance below which a cell is home. */
  readonly near: number;
}

/** The creature itself and its twins. Yields the share done. */
export function* growControls({ beginGrowth }: Kernel, of: Seedling): Generator<number, Controls> {
  const grown: Control[] = [];
  for (const seed of cloneSeeds(of.noiseSeed, GROWTHS)) {
    const growth = beginGrowth(of.genome, seed, of.conditions);
    const end = finish(growth);
    grown.push({ seed, body: growth.body(), end });
    yield grown.length / GROWTHS;
  }
  const apart = grown.flatMap(({ end, seed }) => pairsApart(end.expression, seed));
  return { grown, near: apart.length > 0 ? quantile(apart, NEAR) : 0 };
}

/** Distances of pairs of cells drawn by chance. */
function pairsApart(states: Int16Array, seed: number): number[] {
  const cells = states.length / GENES;
  if (cells === 0) return [];
  return Array.from({ length: PAIRS }, (_, pair) => {
    const [a, b] = [0, 1].map((part) => drawBelow(cells, seed, Stream.standing, pair, part));
    return Math.sqrt(squareApart(states, a ?? 0, states, b ?? 0));
  });
}

/** Grows on to the end. `look` is called after each step. */
function finish(growth: Growth, look: (slots: () => ReadonlyMap<number, number>) => void = () => undefined): End {
  let since: Uint8Array = new Uint8Array(SITES);
  let sites = growth.sites();
  for (const site of sites) since[site] = growth.step + 1;
  while (growth.advance()) {
    sites = growth.sites();
    const next = new Uint8Array(SITES);
    for (const site of sites) next[site] = since[site] || growth.step + 1;
    since = next;
    look(() => slotsOf(sites));
  }
  return { expression: growth.expression(), slots: slotsOf(sites), since };
}

/** `drawn`: keep the kicked cells' states on the way. */
export function tryKick({ beginGrowth }: Kernel, of: Seedling, control: Control, kick: Kick, drawn: boolean): Trial {
  const growth = beginGrowth(of.genome, control.seed, of.conditions);
  while (growth.step < kick.step && growth.advance());
  const there = growth.sites();
  const kicks = kickNow(growth, control.seed, kick.strength);
  const end = finish(growth, (slots) => {
    if (!drawn || (growth.step - kick.step) % TRAIL_LOOK !== 0) return;
    const [at, expression] = [slots(), growth.expression()];
    for (const [site, { states }] of kicks) {
      const slot = at.get(site);
      if (slot !== undefined) states.push(stateOf(expression, slot));
    }
  });
  const lived = ({ since }: End, site: number): boolean => since[site] !== 0 && (since[site] ?? 0) <= kick.step + 1;
  const apartOf = (site: number): number => {
    const [here, there] = [end.slots.get(site), control.end.slots.get(site)];
    if (here === undefined || there === undefined || !lived(end, site)) return Number.POSITIVE_INFINITY;
    return Math.sqrt(squareApart(end.expression, here, control.end.expression, there));
  };
  // A cell that would have died in any case has nowhere to come back to.
  const followed = [...there].filter((site) => lived(control.end, site));
  return {
    body: growth.body(),
    kicked: followed.flatMap((site) => {
      const kicked = kicks.get(site);
      if (!kicked) return [];
      const goal = stateOf(control.end.expression, control.end.slots.get(site) ?? 0);
      return [{ ...kicked, apart: apartOf(site), goal }];
    }),
    spared: followed.filter((site) => !kicks.has(site)).map((site) => ({ apart: apartOf(site) })),
  };
}

/** Kicks one cell in ten, drawn by chance, and tells of each (by its site) how far, from where, to where. */
function kickNow(growth: Growth, seed: number, strength: number) {
  const [sites, expression] = [growth.sites(), growth.expression()];
  const before = expression.slice();
  const kicks = new Map<number, { thrown: number; states: Int16Array[] }>();
  sites.forEach((site, slot) => {
    if (drawBelow(KICKED_ONE_IN, seed, Stream.standing, site) !== 0) return;
    for (let gene = 0; gene < GENES; gene++) {
      const at = gene * sites.length + slot;
      const share = drawBelow(2001, seed, Stream.standing, site, 1 + gene) / 1000 - 1;
      const moved = (expression[at] ?? 0) + Math.round((share * FULL * strength) / 100);
      expression[at] = Math.min(FULL, Math.max(0, moved));
    }
    kicks.set(site, {
      thrown: Math.sqrt(squareApart(before, slot, expression, slot)),
      states: [stateOf(before, slot), stateOf(expression, slot)],
    });
  });
  growth.setExpression(expression);
  return kicks;
}

/** One cell of Int16Array[GENES × cells]. */
function stateOf(expression: Int16Array, slot: number): Int16Array {
  const cells = expression.length / GENES;
  return Int16Array.from({ length: GENES }, (_, gene) => expression[gene * cells + slot] ?? 0);
}
