/** Closes a room that nobody needs any more: after patience, since people come back. */
import { anybodyHere, type People } from './people.ts';
import { AFTERWARDS_EMPTY_MS, AFTERWARDS_MS, AWAY_MS, type Mode } from './phases.ts';

export interface Desertion {
  /** To be called whenever somebody comes or goes, and when the match ends. */
  watch(): void;
  stop(): void;
}

/** `isOver`: whether the match cannot go on. `onDeserted` is called at most once. */
export function createDesertion(people: People, mode: Mode, isOver: () => boolean, onDeserted: () => void): Desertion {
  let timer: NodeJS.Timeout | undefined;
  return {
    watch() {
      clearTimeout(timer);
      const over = isOver();
      const here = anybodyHere(people);
      if (here && !over) return;
      timer = setTimeout(onDeserted, over ? (here ? AFTERWARDS_MS : AFTERWARDS_EMPTY_MS) : AWAY_MS[mode]);
      timer.unref();
    },
    stop: () => clearTimeout(timer),
  };
}
