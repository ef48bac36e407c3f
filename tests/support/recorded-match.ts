/** A small match as a recording, its bodies grown by today's kernel. */
import { playMatch } from '../../shared/replay/play-match.ts';
import type { Recording } from '../../shared/replay/recording.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { Settings } from '../../shared/sim/world/world.ts';
import { currentKernel } from './kernel.ts';
import { botsLay, tinySettings } from './tiny-match.ts';

export async function recordedMatch(seed: number, changes: Partial<Settings> = {}): Promise<Recording> {
  const { grow } = currentKernel();
  const founder = FOUNDERS[3];
  if (!founder) throw new Error('There is no fourth founder.');
  const { recording } = await playMatch({
    settings: tinySettings({ founder: founder.key, ...changes }),
    founderGenome: founder.genome,
    secret: secretFromSeed(seed),
    kernel: CURRENT_KERNEL,
    growAll: async (world) => growWith(grow, world),
    commandsFor: botsLay(seed),
  });
  return recording;
}
