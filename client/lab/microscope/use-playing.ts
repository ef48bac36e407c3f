/** Playing the steps of growth one after another. */
import { useEffect, useState } from 'preact/hooks';
import { STEPS } from '../../../shared/sim/embryo/body.ts';

/** The whole of growth in six seconds. */
const STEP_MS = 130;

export interface Playing {
  readonly step: number;
  readonly playing: boolean;
  toggle(): void;
  /** Leaves off where it is. */
  stop(): void;
}

/** `onStop` is told where it ended: an address need not follow every step. */
export function usePlaying(at: number, onStop: (step: number) => void): Playing {
  const [run, setRun] = useState<number | null>(null);
  useEffect(() => {
    if (run === null) return;
    const timer = setTimeout(() => {
      if (run < STEPS) return setRun(run + 1);
      setRun(null);
      onStop(STEPS);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [run]);
  const stop = (): void => setRun(null);
  return {
    step: run ?? at,
    playing: run !== null,
    stop,
    toggle() {
      if (run === null) return setRun(at === STEPS ? 0 : at);
      stop();
      onStop(run);
    },
  };
}
