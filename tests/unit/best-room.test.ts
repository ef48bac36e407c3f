/** Which public room is best for whoever wants to play now. */
import { expect, test } from 'vitest';
import type { ListedRoom } from '../../server/rooms/lists.ts';
import { bestRoom } from '../../server/rooms/play-now.ts';
import type { RoomListing } from '../../shared/protocol/listings.ts';

const room = (roomId: string, changes: Partial<RoomListing> = {}, owned = false): ListedRoom => ({
  listing: {
    ...{ roomId, founder: 'duskdome', habitats: 6, rounds: 8, round: 0, phase: 'choose', language: 'en' },
    ...{ people: 1, freeSeats: 5, bots: 5, spectators: 0, ...changes },
  },
  owned,
});
const best = (rooms: readonly ListedRoom[], promised: Readonly<Record<string, number>> = {}): string | undefined =>
  bestRoom(rooms, 'en', (roomId) => promised[roomId] ?? 0)?.roomId;

test('the most people come first, then one’s language, then a match that has not begun', () => {
  expect(best([room('few'), room('many', { people: 3, language: 'de' })])).toBe('many');
  expect(best([room('german', { language: 'de', phase: 'lobby' }), room('english')])).toBe('english');
  expect(best([room('running'), room('waiting', { phase: 'lobby' })])).toBe('waiting');
});

test('those who are on their way count as there, and their seats as taken', () => {
  expect(best([room('few'), room('awaited')], { awaited: 2 })).toBe('awaited');
  expect(best([room('full', { people: 5, freeSeats: 1 })], { full: 1 })).toBeUndefined();
});

test('no seat is worth having in a last round, after the end, or in a room whose owner or whose people have left it', () => {
  expect(best([room('last', { round: 7 }), room('over', { phase: 'over' })])).toBeUndefined();
  expect(best([room('left', { people: 0, phase: 'lobby' }, true)])).toBeUndefined();
  expect(best([room('deserted', { people: 0 })])).toBeUndefined();
  expect(best([room('fresh', { people: 0, phase: 'lobby' })])).toBe('fresh');
  expect(best([room('short', { rounds: 1, phase: 'lobby' })])).toBe('short');
});
