/** A clock for two histories at once: which generation is on show in both, and how far through its season. */
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Steps {
  /** Place among the generations that there are, from 0. */
  readonly at: number;
  /** 0 (all alive) to 1 (the season is over). */
  readonly season: number;
  readonly playing: boolean;
  /** To a generation, as it ended; stands still there. */
  seek(at: number): void;
  toggle(): void;
}

const GENERATION_MS = 3600;
/** Share of a generation's time in which all who were born stand there. */
const NEWBORN = 0.3;
/** The season moves on in so many steps: enough to see who dies first. */
const SEASON_STEPS = 12;
const TICK_MS = 100;

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** `count`: generations there are so far; `more`: whether others will come. */
export function useSteps(count: number, more: boolean): Steps {
  const position = useRef(0);
  const [playing, setPlaying] = useState(() => !calm());
  const [shown, setShown] = useState({ at: 0, season: calm() ? 1 : 0 });
  const show = (at: number, season: number): void =>
    setShown((now) => (now.at === at && now.season === season ? now : { at, season }));

  useEffect(() => {
    if (!playing || count === 0) return;
    const timer = setInterval(() => {
      position.current = Math.min(count, position.current + TICK_MS / GENERATION_MS);
      if (position.current >= count) {
        show(count - 1, 1);
        // Where more are on their way it waits at the end of what there is.
        if (!more) setPlaying(false);
        return;
      }
      const at = Math.floor(position.current);
      const passed = Math.max(0, (position.current - at - NEWBORN) / (1 - NEWBORN));
      show(at, calm() ? 1 : Math.floor(passed * SEASON_STEPS) / SEASON_STEPS);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [playing, count, more]);

  return {
    ...shown,
    playing,
    seek(at) {
      setPlaying(false);
      position.current = at;
      show(at, 1);
    },
    toggle() {
      if (!playing && position.current >= count) position.current = 0;
      setPlaying(!playing);
    },
  };
}
