import { describe, expect, test } from 'vitest';
import {
  type Filters,
  filterQuery,
  fits,
  inSteadyOrder,
  NO_FILTERS,
  readFilters,
} from '../../client/ui/rooms/filters.ts';
import { readWish, troubleOf, usualWish } from '../../client/ui/rooms/room-wish.ts';
import type { RoomListing } from '../../shared/protocol/listings.ts';
import { CARD_IDS, MIN_DECK } from '../../shared/sim/cards.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';

const [one = '', two = ''] = FOUNDERS.map(({ key }) => key);

const room = (over: Partial<RoomListing> = {}): RoomListing => ({
  ...{ roomId: 'a', founder: one, habitats: 6, rounds: 8, round: 0, phase: 'lobby', language: 'en' },
  ...{ people: 1, freeSeats: 5, bots: 0, spectators: 0 },
  ...over,
});

describe('what of the list is shown', () => {
  test('comes back from the address as it went there', () => {
    const filters = { founder: two, language: 'ar', open: true, lobby: true };
    expect(readFilters(filterQuery(filters))).toEqual(filters);
    expect(filterQuery(NO_FILTERS)).toBe('');
    expect(readFilters('')).toEqual(NO_FILTERS);
  });

  test('is everything where the address makes no sense', () => {
    expect(readFilters('?founder=no-such-thing&language=klingon&what=ever')).toEqual(NO_FILTERS);
  });

  test.each<[string, Partial<Filters>, Partial<RoomListing>]>([
    ['of another species', { founder: two }, {}],
    ['in another language', { language: 'es' }, {}],
    ['without a free seat', { open: true }, { freeSeats: 0 }],
    ['that has begun', { lobby: true }, { phase: 'season' }],
  ])('leaves out a room %s', (_what, filter, over) => {
    expect(fits(room(over), NO_FILTERS)).toBe(true);
    expect(fits(room(over), { ...NO_FILTERS, ...filter })).toBe(false);
  });

  test('keeps its order while rooms come and go, and puts new ones last', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((roomId) => room({ roomId }));
    if (!a || !b || !c || !d) throw new Error('Four rooms are needed.');
    expect(inSteadyOrder([a, b, c], [d, c, a])).toEqual([a, c, d]);
    expect(inSteadyOrder([], [d, c])).toEqual([d, c]);
  });
});

describe('a room of one’s own', () => {
  const usual = usualWish(one, 'en');

  test('can be made as it stands, with all cards', () => {
    expect(troubleOf(usual)).toBeNull();
    expect(usual.deck).toEqual(CARD_IDS);
  });

  test('is remembered whole', () => {
    const wish = { ...usual, founder: two, habitats: 4, rounds: 3, shock: true, listed: false, language: 'fr' };
    const deck = CARD_IDS.slice(2, 2 + MIN_DECK);
    expect(readWish(JSON.parse(JSON.stringify({ ...wish, deck })), usual)).toEqual({ ...wish, deck });
  });

  test.each([
    ['nothing', null],
    ['something else', 'a room'],
    ['things that are not possible', { founder: 'dragon', habitats: 900, rounds: 'many', game: 1, deck: ['fire'] }],
    ['a deck that is too small', { deck: CARD_IDS.slice(0, MIN_DECK - 1) }],
  ])('is as usual where the browser remembers %s', (_what, stored) => {
    expect(readWish(stored, usual)).toEqual(usual);
  });

  test.each([
    ['habitats', { habitats: 0 }],
    ['rounds', { rounds: 21 }],
    ['pairs', { game: 'drift', habitats: 5 }],
    ['alone', { game: 'sculptor', habitats: 1 }],
    ['deck', { deck: CARD_IDS.slice(0, MIN_DECK - 1) }],
  ] as const)('says what is wrong with its %s', (key, wrong) => {
    expect(troubleOf({ ...usual, ...wrong })?.key).toBe(key);
  });
});
