/** Small real matches for tests: the real world, with a way to grow that takes microseconds instead of milliseconds. */

import { type MatchPlan, playMatch } from '../../shared/replay/play-match.ts';
import { botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { BODY_BYTES, type Grow, LATTICE, SITES } from '../../shared/sim/embryo/body.ts';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import { INTERVENTION_IDS } from '../../shared/sim/interventions.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { allowedOf } from '../../shared/sim/world/commands.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { GrowAll } from '../../shared/sim/world/step.ts';
import type { Command, Settings, World } from '../../shared/sim/world/world.ts';

/** A founder that has no meaning to the real model: any bytes do. */
export const TINY_FOUNDER = Uint8Array.from(
  { length: GENOME_BYTES },
  (_, at) => draw(7, Stream.founderSearch, at) & 0xff,
);

/**
 * An oval: its axes, colours, stripes and tissues are single bytes of the genome, its outline is a little frayed by noise.
 * Heritable, noisy, bit-exact: enough for a world that has to select.
 */
export const tinyGrow: Grow = (genome, noiseSeed, { noise }) => {
  const byte = (at: number): number => genome[at] ?? 0;
  const body = new Uint8Array(BODY_BYTES);
  const tall = 6 + (byte(0) >>> 5);
  const wide = 6 + (byte(1) >>> 5);
  for (let site = 0; site < SITES; site++) {
    const x = (site % LATTICE) - 16;
    const y = (site >>> 5) - 16;
    const far = (100 * x * x) / (wide * wide) + (100 * y * y) / (tall * tall);
    if (far > 120) continue;
    const fray = noise === 0 || far < 80 ? 0 : (draw(noiseSeed, Stream.development, site) % 40) - 20;
    if (far > 100 + fray) continue;
    body[site] = 1 + (byte(2 + ((y + 16) >>> 2)) % 7);
    body[SITES + site] = byte(20);
    body[2 * SITES + site] = byte(21);
    body[3 * SITES + site] = byte(22);
    body[4 * SITES + site] = (x + 16) % (2 + (byte(23) >>> 6)) === 0 ? byte(24) : 0;
  }
  return body;
};

export const tinyGrowAll: GrowAll = async (world) => growWith(tinyGrow, world);

export function tinySettings(changes: Partial<Settings> = {}): Settings {
  return {
    ...DEFAULT_SETTINGS,
    founder: 'tiny',
    habitats: 3,
    rounds: 2,
    generationsPerRound: 2,
    population: 12,
    mapSeed: 5,
    ...changes,
  };
}

/** What four kinds of bots lay on an empty table; where two share one, the second lays what is left. */
export const botsLay =
  (seed: number) =>
  (world: World): Command[] =>
    allowedOf(
      world,
      world.habitats.flatMap(({ id }) => botCommands(botPolicyFor(id, seed), world, id, seed)),
    );

/** Every seat intervenes when and as chance will have it: as often as it may, or more seldom. */
export const chanceIntervenes =
  (seed: number) =>
  (world: World): Command[] =>
    allowedOf(
      world,
      world.habitats.flatMap(({ id }): Command[] => {
        const intervention = INTERVENTION_IDS[draw(seed, Stream.bot, world.tick, id) % 6];
        return intervention === undefined ? [] : [{ kind: 'intervention', tick: world.tick, seat: id, intervention }];
      }),
    );

/** A plan for a tiny match in which bots play; any part of it can be replaced. */
export function tinyPlan(seed = 1, changes: Partial<MatchPlan> = {}): MatchPlan {
  return {
    settings: tinySettings(),
    founderGenome: TINY_FOUNDER,
    secret: secretFromSeed(seed),
    kernel: 'tiny',
    growAll: tinyGrowAll,
    commandsFor: botsLay(seed),
    ...changes,
  };
}

export const playTiny = (seed = 1, changes: Partial<MatchPlan> = {}): ReturnType<typeof playMatch> =>
  playMatch(tinyPlan(seed, changes));
