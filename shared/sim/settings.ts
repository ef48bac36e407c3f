/** A match's settings: what is usual, and what is possible. */
import { MAX_CREATURES, MAX_HABITATS, type Settings } from './world/world.ts';

export const DEFAULT_SETTINGS: Omit<Settings, 'founder' | 'mapSeed'> = {
  habitats: 6,
  rounds: 8,
  generationsPerRound: 3,
  population: 30,
  /** One newborn in twenty-five: habitats stay different, yet what one finds spreads within a match. */
  migration: 40,
  noise: 100,
};

/** Lowest and highest value of each number. */
export const SETTING_LIMITS = {
  habitats: [1, MAX_HABITATS],
  rounds: [1, 20],
  generationsPerRound: [1, 10],
  population: [4, 200],
  migration: [0, 500],
  noise: [0, 400],
  mapSeed: [0, 0xffffffff],
} as const satisfies Record<Exclude<keyof Settings, 'founder'>, readonly [number, number]>;

/** Longest key of a founder species. */
export const MAX_FOUNDER_KEY = 40;

const WORDS: Record<keyof typeof SETTING_LIMITS, string> = {
  habitats: 'The number of habitats',
  rounds: 'The number of rounds',
  generationsPerRound: 'The number of generations a round',
  population: 'The population of a habitat',
  migration: 'Migration (in 1,000ths)',
  noise: 'Developmental noise (in per cent)',
  mapSeed: 'The seed of the map',
};

type NumberSetting = keyof typeof SETTING_LIMITS;
const NUMBERS: readonly NumberSetting[] = [
  'habitats',
  'rounds',
  'generationsPerRound',
  'population',
  'migration',
  'noise',
  'mapSeed',
];

/** What is wrong with these settings, as a sentence for a person; null if nothing is. */
export function checkSettings(settings: Settings): string | null {
  for (const name of NUMBERS) {
    const [low, high] = SETTING_LIMITS[name];
    const value = settings[name];
    if (!Number.isInteger(value) || value < low || value > high) {
      return `${WORDS[name]} must be a whole number from ${low} to ${high}, not ${value}.`;
    }
  }
  if (settings.habitats * settings.population > MAX_CREATURES) {
    const most = Math.floor(MAX_CREATURES / settings.habitats);
    return `A world holds at most ${MAX_CREATURES} creatures: with ${settings.habitats} habitats the population can be ${most} at most.`;
  }
  if (!/^[a-z0-9-]{1,40}$/.test(settings.founder))
    return 'The founder’s key must be 1 to 40 small letters, digits or hyphens.';
  return null;
}
