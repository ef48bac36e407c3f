/**
 * What each card does to creatures, as whole-number formulas over named traits. MODEL.md, "Pressures", says the same in
 * words; CARDS in cards.ts carries them for readers. Exposures are in 1,000ths: 0 would be safe, 1,000 lost.
 */
import { BUDGET, CARD_IDS, CARDS, type CardId } from './cards.ts';
import type { TraitName } from './trait-names.ts';
import type { Traits } from './traits.ts';
import type { Background, Habitat, Pressure } from './world/world.ts';

/** Encounters with a hazard in one season, for every 1,000 creatures and point: 15 in 100. Five points meet 75 in 100. */
export const ENCOUNTERS_PER_POINT = 150;
/** Living creatures that an encounter comes upon; it strikes the most exposed of them. */
export const ENCOUNTER_COMPANY = 5;
/** Nobody is quite safe and nobody quite lost: bounds of the chance to die in an encounter, in 1,000ths. */
export const STRIKE_CHANCE = { low: 60, high: 940 } as const;

/** Where creatures live, and with whom. */
export interface Place {
  readonly habitat: Habitat;
  /** The creatures born there this generation. */
  readonly neighbours: readonly Traits[];
}

export interface Hazard {
  /** The number that decides, as a word for it. */
  readonly measure: string;
  /** Traits that enter into it. */
  readonly traits: readonly TraitName[];
  /** The number that decides, for this creature. */
  readonly of: (traits: Traits, place: Place) => number;
  /** 0 to 1,000, from that number. */
  readonly exposure: (measured: number) => number;
}

/** 0 at 0, 500 at `half`, towards 1,000: more is worse, and there is always worse. */
const rises = (value: number, half: number): number => {
  const x = Math.max(0, value);
  return Math.floor((1000 * x) / (x + half));
};
/** 1,000 at 0, 500 at `half`, towards 0: more is better, and there is always better. */
const falls = (value: number, half: number): number => Math.floor((1000 * half) / (half + Math.max(0, value)));
const itself = (measured: number): number => Math.max(0, Math.min(1000, measured));

/** Loss through the surface against what holds it back, in 1,000ths. */
const leaks = (loss: number, guard: number): number => Math.floor((1000 * loss) / (loss + 40 + guard));

/** How far a creature stands out from the ground: 0 (not at all) to some 300. */
export function contrastAgainst(ground: Background, traits: Traits): number {
  const colours =
    Math.abs(traits.red - ground.red) + Math.abs(traits.green - ground.green) + Math.abs(traits.blue - ground.blue);
  return Math.floor(colours / 3) + Math.floor(Math.abs(2 * traits.coatContrast - ground.contrast) / 4);
}

/** Difference of red, green and blue together at which two creatures are half alike to a parasite, or to a mate. */
const ALIKE = 200;

/** How much a creature looks like those around it, itself not counted: 0 (nothing like) to 1,000 (all the same). */
export function likeness(traits: Traits, neighbours: readonly Traits[]): number {
  let sum = 0;
  let others = 0;
  for (const other of neighbours) {
    if (other === traits || other.size === 0) continue;
    const difference =
      Math.abs(traits.red - other.red) + Math.abs(traits.green - other.green) + Math.abs(traits.blue - other.blue);
    sum += Math.floor((1000 * ALIKE * ALIKE) / (ALIKE * ALIKE + difference * difference));
    others++;
  }
  return others === 0 ? 0 : Math.floor(sum / others);
}

/** The cards that kill. */
export const HAZARDS: Readonly<Partial<Record<CardId, Hazard>>> = {
  hunters: {
    measure: 'contrast',
    traits: ['red', 'green', 'blue', 'coatContrast'],
    of: (traits, { habitat }) => contrastAgainst(habitat.background, traits),
    exposure: (contrast) => rises(contrast, 60),
  },
  frost: {
    measure: 'heat loss',
    traits: ['surface', 'fat'],
    of: (traits, { habitat }) => leaks(Math.floor((traits.surface * (300 - habitat.temperature)) / 300), traits.fat),
    exposure: itself,
  },
  drought: {
    measure: 'water loss',
    traits: ['surface', 'shell'],
    of: (traits, { habitat }) => leaks(Math.floor((traits.surface * (300 + habitat.temperature)) / 300), traits.shell),
    exposure: itself,
  },
  pursuers: {
    measure: 'speed',
    traits: ['muscle', 'slenderness', 'shell', 'fat'],
    of: ({ muscle, slenderness, shell, fat }) =>
      Math.max(0, muscle + Math.floor((slenderness + 2000) / 8) - Math.floor((shell + fat) / 4)),
    exposure: (speed) => falls(speed, 250),
  },
  jaws: {
    measure: 'armour',
    traits: ['shell', 'size'],
    of: ({ shell, size }) => shell + Math.floor(size / 8),
    exposure: (armour) => falls(armour, 150),
  },
  canopy: {
    measure: 'reach',
    traits: ['height', 'appendages'],
    of: ({ height, appendages }) => height + appendages,
    exposure: (reach) => falls(reach - 8, 20),
  },
  burrows: {
    measure: 'girth',
    traits: ['width', 'size', 'height'],
    // Tenths of a site. The mean width counts beside the widest row: one limb does not make a body stout.
    of: ({ width, size, height }) => 10 * width + Math.floor((10 * size) / Math.max(1, height)),
    exposure: (girth) => rises(girth - 100, 150),
  },
  dimLight: {
    measure: 'eyes',
    traits: ['eyes'],
    of: ({ eyes }) => eyes,
    exposure: (eyes) => falls(eyes, 2),
  },
  strongSun: {
    measure: 'burn',
    traits: ['leaf', 'luminance'],
    of: ({ leaf, luminance }) => leaf + 2 * (255 - luminance),
    exposure: (burn) => rises(burn, 400),
  },
  famine: {
    measure: 'endurance',
    traits: ['cost', 'fat', 'leaf'],
    of: ({ cost, fat, leaf }, { habitat }) => {
      const need = Math.max(1, Math.floor((cost * (200 - habitat.nutrition)) / 200));
      return Math.floor((300 * (400 + fat + leaf)) / need);
    },
    exposure: (endurance) => falls(endurance, 200),
  },
  currents: {
    measure: 'fin',
    traits: ['fin'],
    of: ({ fin }) => fin,
    exposure: (fin) => falls(fin, 100),
  },
  parasites: {
    measure: 'likeness',
    traits: ['red', 'green', 'blue'],
    of: (traits, { neighbours }) => likeness(traits, neighbours),
    exposure: itself,
  },
};

export interface MateChoice {
  /** The number that mates look at, as a word for it. */
  readonly measure: string;
  readonly traits: readonly TraitName[];
  readonly of: (traits: Traits, place: Place) => number;
  /** 0 to 1,000, from that number. */
  readonly appeal: (measured: number) => number;
}

/** The cards that choose mates. */
export const MATE_CHOICE: Readonly<Partial<Record<CardId, MateChoice>>> = {
  symmetricMates: {
    measure: 'matching cells',
    traits: ['size', 'symmetry'],
    // By symmetry alone mates would choose little but luck: three quarters of its variance is noise of development.
    of: ({ size, symmetry }) => Math.max(0, Math.floor((size * (2 * symmetry - 1000)) / 1000)),
    appeal: (matching) => rises(matching, 600),
  },
  brightMates: {
    measure: 'brightness',
    traits: ['luminance', 'red', 'green', 'blue'],
    of: (traits, { neighbours }) => Math.floor((traits.luminance * (2000 - likeness(traits, neighbours))) / (2 * 255)),
    appeal: itself,
  },
};

export const HAZARD_CARDS: readonly CardId[] = CARD_IDS.filter((card) => HAZARDS[card] !== undefined);

/** What a pressure takes from the budget. */
export const pointsOf = ({ card, level }: Pressure): number => CARDS[card].cost * level;
export const totalPoints = (pressures: readonly Pressure[]): number =>
  pressures.reduce((sum, pressure) => sum + pointsOf(pressure), 0);
/** Points of those among them that kill: what a season's dangers were worth. */
export const dangerPoints = (pressures: readonly Pressure[]): number =>
  totalPoints(pressures.filter(({ card }) => HAZARDS[card] !== undefined));
export const pointsLeft = (pressures: readonly Pressure[]): number => BUDGET - totalPoints(pressures);

/** How many encounters a hazard brings upon so many creatures in one season. */
export const encountersOf = (pressure: Pressure, creatures: number): number =>
  Math.round((creatures * ENCOUNTERS_PER_POINT * pointsOf(pressure)) / 1000);

/**
 * The chance to die of an encounter, in 1,000ths: exposure squared, bounded by STRIKE_CHANCE. Squared, so that a lineage which halves its
 * exposure loses a quarter: what was learned in training is worth something in the exam.
 */
export const strikeChance = (exposure: number): number =>
  Math.max(STRIKE_CHANCE.low, Math.min(STRIKE_CHANCE.high, Math.floor((exposure * exposure) / 1000)));
