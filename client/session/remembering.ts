/** Keeps a history in step with a match: as it happens live; in a replay all up to what is on show, one generation after another. */
import { effect } from '@preact/signals';
import { generationShown } from './creature-view.ts';
import type { History } from './history.ts';
import type { WorldSource } from './world-source.ts';

/** Returns the way to stop. */
export function remember(source: WorldSource, history: History): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { playback } = source;

  /** A large world takes some milliseconds a generation: the page must not stand still for a whole match. */
  function catchUp(): void {
    timer = undefined;
    const world = source.world.peek();
    if (!world || !playback) return;
    const last = generationShown(world);
    for (let generation = 0; generation < last; generation++) {
      if (history.at(generation)?.decided) continue;
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
