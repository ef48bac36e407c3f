/** Keeps a history in step with a match: as it happens live; a replay is known to its end: all of it, one generation after another. */
import { effect } from '@preact/signals';
import type { History } from './history.ts';
import type { WorldSource } from './world-source.ts';

/** Returns the way to stop. */
export function remember(source: WorldSource, history: History): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { playback } = source;
  /** Generations taken down, as far as they go: the last of a match broken off may have no season. */
  const known = new Set<number>();

  /** A large world takes some milliseconds a generation: the page must not stand still for a whole match. */
  function catchUp(): void {
    timer = undefined;
    if (!playback) return;
    for (let generation = 0; generation < playback.generations; generation++) {
      if (known.has(generation)) continue;
      known.add(generation);
      history.keep(playback.worldAt(2 * generation + 1));
      history.keep(playback.worldAt(2 * generation + 2));
      timer = setTimeout(catchUp);
      return;
    }
  }

  const stop = effect(() => {
    const world = source.world.value;
    if (!world) return;
    history.keep(world);
    if (playback && timer === undefined) timer = setTimeout(catchUp);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
