/** Cosmetic chance that gives the same picture for the same seed. Nothing in a world follows from it. */
import { mix } from '../../shared/sim/rng.ts';

export interface Dice {
  /** 0 (inclusive) to 1. */
  roll(): number;
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
}

export function dice(seed: number): Dice {
  let state = mix(seed + 0x9e3779b9);
  const roll = (): number => {
    state = mix(state + 0x6d2b79f5);
    return state / 4294967296;
  };
  return {
    roll,
    between: (low, high) => low + (high - low) * roll(),
    pick: (items) => items[Math.floor(roll() * items.length)],
  };
}
