import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createManners, type Manners, type MannersMemory } from '../../client/session/manners.ts';
import type { Roster } from '../../client/session/roster.ts';
import { SHOWN_MS } from '../../client/session/sayings.ts';
import { FROM_NOBODY, type TurnedFrom } from '../../client/session/turned-from.ts';
import type { StewardView, TableView } from '../../client/session/world-source.ts';
import { stewardName } from '../../client/ui/match/steward-name.ts';
import { PHRASE_EVERY_MS, type Said } from '../../shared/protocol/manners.ts';
import type { Answer, IntentBody } from '../../shared/protocol/messages.ts';
import { roomTable } from '../support/room-table.ts';

/** A room of three stewards: this page, and two others; with everything that was asked of it. */
function openRoom(memory: MannersMemory = pocket()) {
  const table = signal<TableView>(roomTable(['Amber Hare', 'Kind Owl', 'Rosy Egret']));
  const listeners = new Set<(said: Said) => void>();
  const asked: IntentBody[] = [];
  let answer: Omit<Answer, 'id'> = { ok: true };
  const source = {
    table,
    seat: signal(0),
    roomId: signal('room'),
    roster: signal<Roster | null>(null),
    onSaid: (listener: (said: Said) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: async (intent: IntentBody): Promise<Answer> => {
      asked.push(intent);
      return { id: 1, ...answer };
    },
  };
  const manners = createManners(source, memory);
  open.push(manners);
  return {
    manners,
    source,
    table,
    asked,
    hear: (seat: number, phrase: Said['phrase']) => {
      for (const listener of listeners) listener({ seat, phrase });
    },
    refuse: (error: string) => {
      answer = { ok: false, reason: 'no', error };
    },
    change: (seat: number, change: Partial<StewardView>) => {
      table.value = {
        ...table.value,
        stewards: table.value.stewards.map((each) => (each.seat === seat ? { ...each, ...change } : each)),
      };
    },
  };
}

/** A browser's memory. */
function pocket(): MannersMemory {
  const kept = new Map<string, TurnedFrom>();
  return { get: (room) => kept.get(room) ?? FROM_NOBODY, put: (room, turned) => kept.set(room, turned) };
}

const open: Manners[] = [];
const shown = ({ sayings }: Manners) => sayings.value.map(({ seat, phrase }) => `${seat} ${phrase}`);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const manners of open.splice(0)) manners.close();
  vi.useRealTimers();
});

describe('what is said', () => {
  test('is shown for some seconds, the latest of everybody, and then fades by itself', () => {
    const { manners, hear } = openRoom();
    hear(1, 'hello');
    vi.advanceTimersByTime(SHOWN_MS / 2);
    hear(2, 'heart');
    hear(1, 'goodLuck');
    expect(shown(manners)).toEqual(['2 heart', '1 goodLuck']);
    vi.advanceTimersByTime(SHOWN_MS / 2);
    expect(shown(manners)).toEqual(['2 heart', '1 goodLuck']);
    vi.advanceTimersByTime(SHOWN_MS / 2);
    expect(shown(manners)).toEqual([]);
  });

  test('is not shown of a seat that there is not', () => {
    const { manners, hear } = openRoom();
    hear(-1, 'hello');
    hear(7, 'hello');
    expect(shown(manners)).toEqual([]);
  });
});

describe('saying something', () => {
  test('rests a moment afterwards, in which nothing is sent', async () => {
    const { manners, asked } = openRoom();
    expect(await manners.say('goodLuck')).toBe('');
    expect(manners.cooling.value).toBe(true);
    expect(await manners.say('hello')).toBe('');
    expect(asked).toEqual([{ kind: 'say', phrase: 'goodLuck' }]);
    vi.advanceTimersByTime(PHRASE_EVERY_MS);
    expect(manners.cooling.value).toBe(false);
    await manners.say('hello');
    expect(asked).toHaveLength(2);
  });

  test('is offered to who has a seat in a room that lets people talk', () => {
    const { manners, source, table } = openRoom();
    expect(manners.maySpeak.value).toBe(true);
    source.seat.value = -1;
    expect(manners.maySpeak.value).toBe(false);
    source.seat.value = 0;
    const { room } = table.value;
    if (room) table.value = { ...table.value, room: { ...room, phrases: false } };
    expect(manners.maySpeak.value).toBe(false);
  });

  test('that is refused gives the reason back', async () => {
    const { manners, refuse } = openRoom();
    refuse('Not here.');
    expect(await manners.say('hello')).toBe('Not here.');
  });
});

describe('turning away from somebody', () => {
  test('mutes them until it is undone, and nobody else; one’s own words are always shown', () => {
    const { manners, hear } = openRoom();
    manners.turn('muted', 1, true);
    for (const seat of [0, 1, 2]) hear(seat, 'hello');
    expect(shown(manners)).toEqual(['0 hello', '2 hello']);
    manners.muteAll(true);
    expect(shown(manners)).toEqual(['0 hello']);
    manners.muteAll(false);
    manners.turn('muted', 1, false);
    expect(shown(manners)).toEqual(['0 hello', '1 hello', '2 hello']);
  });

  test('hides a name behind the seat’s number, on this page only', () => {
    const { manners, source, table } = openRoom();
    const nameAt = (view: TableView, seat: number) =>
      stewardName({ ...source, self: signal(null) }, view.stewards[seat]);
    manners.turn('hidden', 2, true);
    expect([1, 2].map((seat) => nameAt(manners.table.value, seat))).toEqual(['Kind Owl', 'Steward 3']);
    expect(nameAt(table.value, 2)).toBe('Rosy Egret');
    manners.turn('hidden', 2, false);
    expect(nameAt(manners.table.value, 2)).toBe('Rosy Egret');
  });

  test('is remembered for the room, and for no other', () => {
    const memory = pocket();
    const { manners } = openRoom(memory);
    manners.turn('muted', 1, true);
    manners.muteAll(true);
    manners.close();
    const later = openRoom(memory);
    expect(later.manners.turnedFrom.value).toMatchObject({ all: true, muted: [{ seat: 1, name: 'Kind Owl' }] });
    later.source.roomId.value = 'another';
    expect(later.manners.turnedFrom.value).toEqual(FROM_NOBODY);
  });

  test('ends when somebody else sits there, not when they are away or all names are hidden for a while', () => {
    const { manners, change, hear } = openRoom();
    manners.turn('muted', 1, true);
    change(1, { connected: false });
    change(1, { name: '', hidden: true });
    change(1, { name: 'Kind Owl', hidden: false, connected: true });
    hear(1, 'hello');
    expect(shown(manners)).toEqual([]);
    change(1, { bot: 'gardener' });
    change(1, { bot: '' });
    hear(1, 'hello');
    expect(shown(manners)).toEqual(['1 hello']);
  });
});

describe('what is asked of the room', () => {
  test('a vote is remembered once it counts, and can be taken back', async () => {
    const { manners, asked, refuse } = openRoom();
    const voted = () => manners.turnedFrom.value.voted.map(({ seat }) => seat);
    await manners.vote(1, true);
    expect(voted()).toEqual([1]);
    await manners.vote(1, false);
    expect(voted()).toEqual([]);
    refuse('Too few are here.');
    expect(await manners.vote(2, true)).toBe('Too few are here.');
    expect(voted()).toEqual([]);
    expect(asked).toEqual([
      { kind: 'vote', seat: 1, remove: true },
      { kind: 'vote', seat: 1, remove: false },
      { kind: 'vote', seat: 2, remove: true },
    ]);
  });

  test('the owner removes who sits there now, whoever sat there before', async () => {
    const { manners, source, asked } = openRoom();
    const person = (id: string, seat: number, removed = false) => ({
      ...{ id, seat, removed, names: [id], team: 0, approved: true, hidden: false },
      ...{ asked: false, ready: false, connected: true, idleMs: 0, actedAt: 0 },
    });
    const rules = {
      ...{ locked: false, lateJoining: true, approval: false, ownNames: false, frozen: false },
      ...{ namesShown: true, ranksShown: true, phrases: true },
    };
    source.roster.value = {
      rules,
      teams: 0,
      people: [person('gone', 1, true), person('there', 1), person('other', 2)],
    };
    expect(await manners.remove(1)).toBe('');
    expect(asked).toEqual([{ kind: 'class', action: { do: 'remove', person: 'there', on: true } }]);
  });
});
