/** When a match is taken up by another process its people come back over some seconds: the first must not leave the others behind. */
import { isPerson, isPresent, type Steward } from './stewards.ts';

/** Longer than pages wait between two tries to come back. */
const COMING_BACK_MS = 20_000;

export interface Homecoming {
  /** Whether some who hold seats are still to be waited for. */
  waits(): boolean;
  stop(): void;
}

/** `expected`: whether anybody is to come back. `onEnd`: patience has ended, and what waited for it may be done. */
export function createHomecoming(stewards: readonly Steward[], expected: boolean, onEnd: () => void): Homecoming {
  let patient = expected;
  const end = (): void => {
    patient = false;
    onEnd();
  };
  const timer = expected ? setTimeout(end, COMING_BACK_MS).unref() : undefined;
  return {
    waits() {
      patient &&= stewards.some((steward) => isPerson(steward) && !isPresent(steward));
      return patient;
    },
    stop: () => clearTimeout(timer),
  };
}
