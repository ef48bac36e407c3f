/** Whom a process believes dead, and what it makes of it: against a database that is only told about, by a clock that stands. */
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMembership, type Membership } from '../../server/cluster/membership.ts';
import type { LiveMatch } from '../../server/persistence/repository.ts';
import { createResidents, type Residents } from '../../server/rooms/residents.ts';
import { lobbyState } from '../support/class-state.ts';

/** Far longer than any silence that counts. */
const AGES_MS = 20_000;

interface Stage {
  readonly membership: Membership;
  readonly residents: Residents;
  /** How long each other process has been silent; infinite: it has said goodbye. */
  readonly silence: Map<string, number>;
  /** Whose connections have ended. */
  readonly ended: Set<string>;
  readonly taken: string[];
  /** Live matches, with whom they belong to. */
  readonly live: Map<string, string>;
  reachable: boolean;
  /** Whether a match that is taken gets its room. */
  works: boolean;
  rested: boolean;
}

function setUp(): Stage {
  const residents = createResidents();
  const answer = async <Told>(told: () => Told): Promise<Told> => {
    if (!stage.reachable) throw new Error('connect ECONNREFUSED');
    return told();
  };
  const membership = createMembership({
    repository: {
      owner: 'me',
      beat: () => answer(() => {}),
      orphans: (silentMs) =>
        answer(() =>
          [...stage.live].flatMap(([matchId, owner]): LiveMatch[] =>
            owner !== 'me' && (stage.silence.get(owner) ?? 0) >= silentMs
              ? [{ matchId, owner, seenAt: 0, state: lobbyState() }]
              : [],
          ),
        ),
      ownLive: () => answer(() => [...stage.live].flatMap(([matchId, owner]) => (owner === 'me' ? [matchId] : []))),
      forgetSilent: () => answer(() => {}),
      rest: () =>
        answer(() => {
          stage.rested = true;
        }),
    },
    residents,
    log: pino({ level: 'silent' }),
    ended: async (owners) => new Set(owners.filter((owner) => stage.ended.has(owner))),
    async takeUp(matchId, before) {
      if (stage.live.get(matchId) !== before) return;
      stage.taken.push(matchId);
      stage.live.set(matchId, 'me');
      if (stage.works) residents.enter(matchId, () => residents.leave(matchId));
    },
  });
  const stage: Stage = {
    ...{ membership, residents, reachable: true, works: true, rested: false },
    silence: new Map([['other', 0]]),
    ended: new Set(),
    taken: [],
    live: new Map([
      ['one', 'other'],
      ['two', 'other'],
    ]),
  };
  return stage;
}

let stage: Stage;
beforeEach(() => {
  vi.useFakeTimers();
  stage = setUp();
});
afterEach(async () => {
  stage.reachable = true;
  await stage.membership.leave();
  vi.useRealTimers();
});

async function begin(): Promise<void> {
  await stage.membership.start();
  stage.membership.watch();
  await vi.advanceTimersByTimeAsync(AGES_MS);
}

test('who beats keeps its matches; who is silent for two seconds loses them, once', async () => {
  await begin();
  stage.silence.set('other', 1_900);
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect(stage.taken).toEqual([]);
  stage.silence.set('other', 2_000);
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect(stage.taken).toEqual(['one', 'two']);
  expect(stage.residents.ids()).toEqual(['one', 'two']);
});

test('of who is silent and has no connection any more, one second tells enough', async () => {
  await begin();
  stage.silence.set('other', 1_000);
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect(stage.taken).toEqual([]);
  stage.ended.add('other');
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect(stage.taken).toEqual(['one', 'two']);
});

test('what somebody leaves who says goodbye is taken up at once, even by who has just come', async () => {
  stage.silence.set('other', Number.POSITIVE_INFINITY);
  await stage.membership.start();
  stage.membership.watch();
  await vi.advanceTimersByTimeAsync(0);
  expect(stage.taken).toEqual(['one', 'two']);
});

test('who cannot reach the database believes nobody dead, and gives all some time when it can again', async () => {
  await begin();
  stage.reachable = false;
  await vi.advanceTimersByTimeAsync(AGES_MS);
  // Nobody could beat meanwhile.
  stage.silence.set('other', AGES_MS);
  stage.reachable = true;
  await vi.advanceTimersByTimeAsync(3_500);
  expect(stage.taken).toEqual([]);
  // Who still has not beaten then is dead.
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect(stage.taken).toEqual(['one', 'two']);
});

test('a room whose match another has taken up is let go, and one whose match is its own is not', async () => {
  await begin();
  const closed: string[] = [];
  for (const matchId of ['one', 'mine']) stage.residents.enter(matchId, () => closed.push(matchId));
  stage.live.set('mine', 'me');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(new Set(closed)).toEqual(new Set(['one']));
  // One that is just being made has no row yet.
  stage.residents.expect('three');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(new Set(closed)).toEqual(new Set(['one']));
});

test('a match that was taken and got no room is tried again', async () => {
  await begin();
  stage.works = false;
  stage.silence.set('other', AGES_MS);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stage.taken.length).toBeGreaterThan(2);
  stage.works = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stage.residents.ids().sort()).toEqual(['one', 'two']);
  const tries = stage.taken.length;
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect(stage.taken.length).toBe(tries);
});

test('who is about to stop takes nothing up any more, and says goodbye at the end', async () => {
  await begin();
  await stage.membership.settle();
  stage.silence.set('other', AGES_MS);
  await vi.advanceTimersByTimeAsync(AGES_MS);
  expect([stage.taken, stage.rested]).toEqual([[], false]);
  await stage.membership.leave();
  expect(stage.rested).toBe(true);
});
