/** Prints the final hash of one small match with real bodies, and how many died: to be run by any engine. */

import { growBy } from '../../server/growth/kernel.ts';
import { playMatch } from '../../shared/replay/play-match.ts';
import { botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { tinyPlan, tinySettings } from './tiny-match.ts';

const SEED = 13;
const grow = growBy(CURRENT_KERNEL);
const [founder] = FOUNDERS;
if (founder === undefined) throw new Error('The library of founders is empty.');
let dead = 0;

const { world } = await playMatch({
  ...tinyPlan(SEED),
  settings: tinySettings({ founder: founder.key, habitats: 4, generationsPerRound: 3, population: 16, mapSeed: SEED }),
  founderGenome: founder.genome,
  growAll: async (now) => growWith(grow, now),
  commandsFor: (now) => now.habitats.flatMap(({ id }) => botCommands(botPolicyFor(id, SEED), now, id, SEED)),
  onGeneration({ season }) {
    dead += season.causes.filter((cause) => cause !== 0).length;
  },
});
process.stdout.write(`${hexOf(world.hash)} ${dead}\n`);
