import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { causeOfCard, NATURAL_CAUSES } from '../../shared/sim/causes.ts';
import { HAZARD_CARDS, HAZARDS, MATE_CHOICE } from '../../shared/sim/pressures.ts';
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import { TRAIT_INFO, type Traits } from '../../shared/sim/traits.ts';
import { liveThrough, MOMENTS } from '../../shared/sim/world/season.ts';
import { coldChance, heatChance, parentWeigher, wearChance } from '../../shared/sim/world/upkeep.ts';
import type { Habitat } from '../../shared/sim/world/world.ts';
import { creatureWith, MEADOW } from '../support/creatures.ts';

const ranges = Object.fromEntries(
  TRAITS.map((name) => [name, fc.integer({ min: TRAIT_INFO[name].low, max: TRAIT_INFO[name].high })]),
);
/** Any measurements in the ranges told, even such as no body could have. */
const traits: fc.Arbitrary<Traits> = fc
  .record<Record<string, number>>(ranges)
  .map((values) => Object.fromEntries(TRAITS.map((name): [TraitName, number] => [name, values[name] ?? 0])))
  .map((values) => ({ ...creatureWith(), ...values }));

const byte = fc.nat(255);
const habitat: fc.Arbitrary<Habitat> = fc
  .record({
    temperature: fc.integer({ min: -100, max: 100 }),
    nutrition: fc.integer({ min: -100, max: 100 }),
    background: fc.record({
      kind: fc.constant('moss' as const),
      red: byte,
      green: byte,
      blue: byte,
      contrast: byte,
      scale: fc.integer({ min: 2, max: 8 }),
    }),
  })
  .map((changes) => ({ ...MEADOW, ...changes }));
const place = fc.record({ habitat, neighbours: fc.array(traits, { minLength: 1, maxLength: 30 }) });
const pressures = fc.uniqueArray(
  fc.record({ card: fc.constantFrom(...CARD_IDS), level: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 3, selector: ({ card }) => card },
);

const expectWhole = (value: number, low: number, high: number): void => {
  expect(Number.isInteger(value)).toBe(true);
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

describe('whatever a creature is like', () => {
  it('its exposures, appeals and chances are whole numbers within their bounds', () => {
    fc.assert(
      fc.property(place, (where) => {
        for (const each of where.neighbours) {
          for (const card of HAZARD_CARDS) {
            const hazard = HAZARDS[card];
            if (hazard !== undefined) expectWhole(hazard.exposure(hazard.of(each, where)), 0, 1000);
          }
          for (const { of, appeal } of Object.values(MATE_CHOICE)) expectWhole(appeal(of(each, where)), 0, 1000);
          for (const chance of [wearChance, coldChance, heatChance]) expectWhole(chance(each, where.habitat), 0, 1000);
        }
      }),
    );
  });

  it('its weight as a parent is at least 1, and all of a habitat’s stay below 2^21 together', () => {
    fc.assert(
      fc.property(place, pressures, (where, cards) => {
        const weigh = parentWeigher(where, cards);
        for (const each of where.neighbours) expectWhole(weigh(each), 1, 2 ** 21 / 200);
      }),
    );
  });

  it('nobody dies twice, at no moment of the season, or of a card that was not laid', () => {
    fc.assert(
      fc.property(place, pressures, fc.nat(), (where, cards, seed) => {
        const deaths = liveThrough(where, cards, seed);
        expect(new Set(deaths.map(({ who }) => who)).size).toBe(deaths.length);
        const known = [...Object.values(NATURAL_CAUSES), ...cards.map(({ card }) => causeOfCard(card))];
        for (const { who, cause, moment } of deaths) {
          expect(known).toContain(cause);
          expect(where.neighbours[who]).toBeDefined();
          expectWhole(moment, 0, MOMENTS - 1);
        }
        expect(deaths).toEqual(liveThrough(where, cards, seed));
      }),
    );
  });
});
