import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_LEVEL } from '../../shared/sim/cards.ts';
import { causeOfCard } from '../../shared/sim/causes.ts';
import { encountersOf, HAZARD_CARDS, HAZARDS, MATE_CHOICE } from '../../shared/sim/pressures.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import type { Traits } from '../../shared/sim/traits.ts';
import { liveThrough } from '../../shared/sim/world/season.ts';
import { fertility, mostYoung, parentWeigher, wearChance } from '../../shared/sim/world/upkeep.ts';
import type { Pressure } from '../../shared/sim/world/world.ts';
import { creatureWith, MEADOW } from '../support/creatures.ts';

/** A creature, and the number and exposure (in 1,000ths) that MODEL.md's formula gives it, reckoned by hand. */
interface Kind {
  readonly traits: Partial<Traits>;
  readonly number: number;
  readonly exposure: number;
}

/** For each hazard: what helps against it, and what those without it are like. The rest of them is equal. */
const ADAPTED: Readonly<Partial<Record<CardId, { better: Kind; worse: Kind }>>> = {
  hunters: {
    better: { traits: { red: 95, green: 118, blue: 75 }, number: 4, exposure: 62 },
    worse: { traits: { red: 250, green: 60, blue: 40 }, number: 83, exposure: 580 },
  },
  frost: {
    better: { traits: { fat: 400 }, number: 169, exposure: 169 },
    worse: { traits: {}, number: 692, exposure: 692 },
  },
  drought: {
    better: { traits: { shell: 400 }, number: 169, exposure: 169 },
    worse: { traits: {}, number: 692, exposure: 692 },
  },
  pursuers: {
    better: { traits: { muscle: 600 }, number: 850, exposure: 227 },
    worse: { traits: {}, number: 250, exposure: 500 },
  },
  jaws: {
    better: { traits: { shell: 400 }, number: 437, exposure: 255 },
    worse: { traits: {}, number: 37, exposure: 802 },
  },
  canopy: {
    better: { traits: { appendages: 9, height: 26, slenderness: 400 }, number: 35, exposure: 425 },
    worse: { traits: {}, number: 22, exposure: 588 },
  },
  burrows: {
    better: { traits: { width: 10, slenderness: 1000, size: 180 }, number: 190, exposure: 375 },
    worse: { traits: {}, number: 350, exposure: 625 },
  },
  dimLight: {
    better: { traits: { eyes: 5 }, number: 5, exposure: 285 },
    worse: { traits: {}, number: 0, exposure: 1000 },
  },
  strongSun: {
    better: { traits: {}, number: 270, exposure: 402 },
    worse: { traits: { leaf: 700 }, number: 970, exposure: 708 },
  },
  famine: {
    better: { traits: { size: 120 }, number: 500, exposure: 285 },
    worse: { traits: {}, number: 200, exposure: 500 },
  },
  currents: {
    better: { traits: { fin: 400 }, number: 400, exposure: 200 },
    worse: { traits: {}, number: 0, exposure: 1000 },
  },
};

const SEASONS = 60;

/** Deaths by this card of each kind, 15 of each together in a habitat, over many seasons. */
function deaths(card: CardId, level: number, better: Traits, worse: Traits): { better: number; worse: number } {
  const neighbours = Array.from({ length: 30 }, (_, at) => ({ ...(at % 2 === 0 ? better : worse) }));
  const count = { better: 0, worse: 0 };
  for (let seed = 0; seed < SEASONS; seed++) {
    for (const { who, cause } of liveThrough({ habitat: MEADOW, neighbours }, [{ card, level }], seed)) {
      if (cause === causeOfCard(card)) count[who % 2 === 0 ? 'better' : 'worse']++;
    }
  }
  return count;
}

/** Young that a creature can expect where no card is laid: its weight as a parent times its chance to live. */
const yieldOf = (traits: Traits): number => fertility(traits, MEADOW) * (1000 - wearChance(traits, MEADOW));

describe('the deck', () => {
  it('has words, a cost and either a hazard or a choice of mates for every card', () => {
    for (const card of CARD_IDS) {
      const { id, cost, name, sentence, formula, price } = CARDS[card];
      expect(id).toBe(card);
      expect([1, 2]).toContain(cost);
      for (const words of [name, sentence, formula, price]) expect(words.length).toBeGreaterThan(4);
      expect(HAZARDS[card] === undefined).toBe(MATE_CHOICE[card] !== undefined);
    }
    expect(CARD_IDS.length).toBeGreaterThanOrEqual(14);
  });

  it('tells the same numbers on its cards as in MODEL.md', () => {
    const model = readFileSync(new URL('../../shared/sim/MODEL.md', import.meta.url), 'utf8');
    const numbersIn = (text: string): string[] => text.replaceAll(',000', '000').match(/[0-9]+/g) ?? [];
    for (const card of CARD_IDS) {
      const line = model.split('\n').find((each) => each.startsWith(`| ${card} |`)) ?? '';
      expect([card, numbersIn(line)]).toEqual([card, expect.arrayContaining(numbersIn(CARDS[card].formula))]);
      expect(numbersIn(CARDS[card].formula)).not.toEqual([]);
    }
  });

  it('names traits that are measured', () => {
    for (const card of HAZARD_CARDS) for (const trait of HAZARDS[card]?.traits ?? []) expect(TRAITS).toContain(trait);
  });
});

describe.each(HAZARD_CARDS.filter((card) => card !== 'parasites'))('%s', (card) => {
  const kinds = ADAPTED[card];
  const hazard = HAZARDS[card];
  if (kinds === undefined || hazard === undefined) throw new Error(`${card} has no kinds to compare.`);
  const better = kinds.better.traits;
  const worse = kinds.worse.traits;
  const level = Math.min(MAX_LEVEL, Math.floor(BUDGET / CARDS[card].cost));

  it.each([kinds.better, kinds.worse])(
    'measures and exposes $traits by its formula',
    ({ traits, number, exposure }) => {
      const measured = hazard.of(creatureWith(traits), { habitat: MEADOW, neighbours: [] });
      expect(measured).toBe(number);
      expect(hazard.exposure(measured)).toBe(exposure);
    },
  );

  it.each([kinds.better, kinds.worse])('kills $traits, all alike, in the square of their exposure', (kind) => {
    const alike = creatureWith(kind.traits);
    const count = deaths(card, level, alike, alike);
    const met = SEASONS * encountersOf({ card, level }, 30);
    const chance = Math.max(0.06, Math.min(0.94, (kind.exposure / 1000) ** 2));
    expect((count.better + count.worse) / met).toBeGreaterThan(chance - 0.06);
    expect((count.better + count.worse) / met).toBeLessThan(chance + 0.06);
  });

  it('wears out those without the trait: they have fewer young than with it', () => {
    const neighbours = [creatureWith(better), creatureWith(worse)];
    const [adapted = creatureWith(), other = creatureWith()] = neighbours;
    const odds = (pressures: readonly Pressure[]): number => {
      const weigh = parentWeigher({ habitat: MEADOW, neighbours }, pressures);
      return weigh(adapted) / weigh(other);
    };
    expect(odds([{ card, level: 1 }])).toBeGreaterThan(1.3 * odds([]));
    // Where one has nothing at all of the trait, level 1 leaves it no young to lose.
    expect(odds([{ card, level: 2 }])).toBeGreaterThanOrEqual(odds([{ card, level: 1 }]));
  });

  it('takes at least twice as many of those without the trait as of those with it', () => {
    const count = deaths(card, level, creatureWith(better), creatureWith(worse));
    expect(count.worse).toBeGreaterThanOrEqual(2 * count.better);
    expect(count.worse).toBeGreaterThan(SEASONS);
  });

  it('takes fewer of a population that has the trait than of one without', () => {
    const adapted = deaths(card, level, creatureWith(better), creatureWith(better));
    const not = deaths(card, level, creatureWith(worse), creatureWith(worse));
    expect(adapted.better + adapted.worse).toBeLessThan(0.8 * (not.better + not.worse));
  });

  it('takes more at a higher level', () => {
    const low = deaths(card, 1, creatureWith(better), creatureWith(worse));
    const high = deaths(card, level, creatureWith(better), creatureWith(worse));
    expect(high.better + high.worse).toBeGreaterThan(1.4 * (low.better + low.worse));
  });

  it('leaves a price to pay where it is absent', () => {
    expect(yieldOf(creatureWith(better))).toBeLessThan(0.97 * yieldOf(creatureWith(worse)));
  });
});

describe('parasites', () => {
  const red = creatureWith({ red: 230, green: 40, blue: 40 });
  const blue = creatureWith({ red: 40, green: 40, blue: 230 });
  const among = (reds: number): { red: number; blue: number } => {
    const neighbours = Array.from({ length: 30 }, (_, at) => ({ ...(at < reds ? red : blue) }));
    const count = { red: 0, blue: 0 };
    for (let seed = 0; seed < SEASONS; seed++) {
      for (const { who, cause } of liveThrough(
        { habitat: MEADOW, neighbours },
        [{ card: 'parasites', level: 3 }],
        seed,
      )) {
        if (cause === causeOfCard('parasites')) count[who < reds ? 'red' : 'blue']++;
      }
    }
    return { red: count.red / reds, blue: count.blue / (30 - reds) };
  };

  it('take the common kind, whichever it is: rarity protects', () => {
    const redRare = among(5);
    const blueRare = among(25);
    expect(redRare.blue).toBeGreaterThan(2 * redRare.red);
    expect(blueRare.red).toBeGreaterThan(2 * blueRare.blue);
  });
});

describe('prices of the cards that choose or diversify', () => {
  it.each([
    ['symmetricMates', { size: 700, symmetry: 900 }, { size: 300, symmetry: 900 }, 'famine'],
    ['brightMates', { red: 250, green: 250, blue: 250, luminance: 240 }, {}, 'hunters'],
    ['parasites', { red: 250, green: 20, blue: 250 }, {}, 'hunters'],
  ] as const)('what %s favour is in more danger elsewhere', (_card, favoured, other, elsewhere) => {
    const place = { habitat: MEADOW, neighbours: [] };
    const hazard = HAZARDS[elsewhere];
    const exposure = (traits: Partial<Traits>): number => hazard?.exposure(hazard.of(creatureWith(traits), place)) ?? 0;
    expect(exposure(favoured)).toBeGreaterThan(exposure(other) + 100);
  });
});

describe('choosy mates', () => {
  it.each([
    ['symmetricMates', { symmetry: 950 }, { symmetry: 700 }],
    ['symmetricMates', { size: 500, symmetry: 900 }, { size: 200, symmetry: 900 }],
    ['brightMates', { luminance: 200 }, { luminance: 120 }],
  ] as const)('%s weigh parents, kill nobody, and leave fewer young', (card, better, worse) => {
    const neighbours = [creatureWith(better), creatureWith(worse)];
    const place = { habitat: MEADOW, neighbours };
    const [chosen = creatureWith(), other = creatureWith()] = neighbours;
    const odds = (level: number): number =>
      parentWeigher(place, [{ card, level }])(chosen) / parentWeigher(place, [{ card, level }])(other);
    expect(odds(1)).toBeGreaterThan(1.5);
    expect(odds(3)).toBeGreaterThan(odds(1));
    const unchosen = parentWeigher(place, []);
    expect(odds(1)).toBeGreaterThan((1.5 * unchosen(chosen)) / unchosen(other));
    const deathsOf = (level: number): unknown => liveThrough(place, level === 0 ? [] : [{ card, level }], 3);
    expect(deathsOf(3)).toEqual(deathsOf(0));
    expect(mostYoung(10, [{ card, level: 3 }])).toBeLessThan(mostYoung(10, []));
  });
});
