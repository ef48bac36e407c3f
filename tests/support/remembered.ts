/** A tiny match as a page remembers it: each world kept in turn, every body measured by the same small way to grow. */
import { createHistory, type History } from '../../client/session/history.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { playTiny, tinyGrow, tinySettings } from './tiny-match.ts';

export interface Remembered {
  readonly history: History;
  /** After each generation's season, and the rows of its creatures as a server would measure them. */
  readonly generations: readonly { readonly world: World; readonly rows: Int32Array }[];
}

/** `from`: the first frame after which the page is there. */
export async function rememberTiny(seed = 1, from = 0, keptGenomes?: number): Promise<Remembered> {
  const { recording } = await playTiny(seed, { settings: tinySettings({ rounds: 3, generationsPerRound: 2 }) });
  const timeline = openTimeline(recording);
  const history = createHistory(keptGenomes);
  const generations = [];
  for (let tick = 1; tick <= recording.frames.length; tick++) {
    const world = timeline.worldAt(tick);
    if (tick > from) history.keep(world);
    if (tick % 2 === 1) continue;
    const rows = growWith(tinyGrow, world);
    generations.push({ world, rows });
    if (tick > from) history.addTraits(tick / 2 - 1, Int16Array.from(rows));
  }
  return { history, generations };
}

/** A trait of one habitat's creatures, from the world and its rows alone. */
export const columnOf = (world: World, rows: Int32Array, habitat: number, trait: (typeof TRAITS)[number]): number[] =>
  world.creatures.flatMap((creature, index) =>
    creature.habitat === habitat ? [rows[index * TRAITS.length + TRAITS.indexOf(trait)] ?? 0] : [],
  );
