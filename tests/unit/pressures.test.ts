import { describe, expect, it } from 'vitest';
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_LEVEL } from '../../shared/sim/cards.ts';
import { causeOfCard } from '../../shared/sim/causes.ts';
import { HAZARD_CARDS, HAZARDS, MATE_CHOICE } from '../../shared/sim/pressures.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import type { Traits } from '../../shared/sim/traits.ts';
import { liveThrough } from '../../shared/sim/world/season.ts';
import { fertility, mostYoung, parentWeigher, wearChance } from '../../shared/sim/world/upkeep.ts';
import { creatureWith, MEADOW } from '../support/creatures.ts';

/** For each hazard: what helps against it, and what those without it are like. */
const ADAPTED: Readonly<Partial<Record<CardId, { better: Partial<Traits>; worse: Partial<Traits> }>>> = {
  hunters: { better: { red: 95, green: 118, blue: 75 }, worse: { red: 250, green: 60, blue: 40 } },
  frost: { better: { fat: 400 }, worse: {} },
  drought: { better: { shell: 400 }, worse: {} },
  pursuers: { better: { muscle: 600 }, worse: {} },
  jaws: { better: { shell: 400 }, worse: {} },
  canopy: { better: { appendages: 9, height: 26, slenderness: 400 }, worse: {} },
  burrows: { better: { width: 10, slenderness: 1000, size: 180 }, worse: {} },
  dimLight: { better: { eyes: 5 }, worse: {} },
  strongSun: { better: {}, worse: { leaf: 700 } },
  famine: { better: { size: 120 }, worse: {} },
  currents: { better: { fin: 400 }, worse: {} },
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

  it('names traits that are measured', () => {
    for (const card of HAZARD_CARDS) for (const trait of HAZARDS[card]?.traits ?? []) expect(TRAITS).toContain(trait);
  });
});

describe.each(HAZARD_CARDS.filter((card) => card !== 'parasites'))('%s', (card) => {
  const { better, worse } = ADAPTED[card] ?? { better: {}, worse: {} };
  const level = Math.min(MAX_LEVEL, Math.floor(BUDGET / CARDS[card].cost));

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

describe('choosy mates', () => {
  it.each([
    ['symmetricMates', { symmetry: 950 }, { symmetry: 700 }],
    ['brightMates', { luminance: 200 }, { luminance: 120 }],
  ] as const)('%s weigh parents, kill nobody, and leave fewer young', (card, better, worse) => {
    const neighbours = [creatureWith(better), creatureWith(worse)];
    const place = { habitat: MEADOW, neighbours };
    const [chosen = creatureWith(), other = creatureWith()] = neighbours;
    const odds = (level: number): number =>
      parentWeigher(place, [{ card, level }])(chosen) / parentWeigher(place, [{ card, level }])(other);
    expect(odds(1)).toBeGreaterThan(1.5);
    expect(odds(3)).toBeGreaterThan(odds(1));
    expect(parentWeigher(place, [])(chosen)).toBe(parentWeigher(place, [])(other));
    const deathsOf = (level: number): unknown => liveThrough(place, level === 0 ? [] : [{ card, level }], 3);
    expect(deathsOf(3)).toEqual(deathsOf(0));
    expect(mostYoung(10, [{ card, level: 3 }])).toBeLessThan(mostYoung(10, []));
  });
});
