/** Who may write to a match that goes on: the process that runs it, as often as it likes, and no other. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MatchRepository, type NewMatch, TakenOver } from '../../server/persistence/repository.ts';
import { lobbyState } from '../support/class-state.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const match = (id: string): NewMatch => ({
  ...{ id, createdAt: 1, mode: 'private', code: 'ACDEFG', founder: 'embershield', habitats: 6, rounds: 8 },
  ...{ header: bytes(1), kernel: 'reference', secret: bytes(2) },
});
const STATE = lobbyState('room-one');

/** Every write of a match that goes on, by what it is called; those that end it come last. */
const WRITES: Readonly<Record<string, (to: MatchRepository, id: string) => Promise<void>>> = {
  addCommands: (to, id) =>
    to.addCommands(id, [
      { seq: 0, tick: 0, bytes: bytes(7) },
      { seq: 1, tick: 0, bytes: bytes() },
    ]),
  addFrame: (to, id) => to.addFrame(id, { tick: 0, bytes: bytes(4, 0) }),
  putPrediction: (to, id) =>
    to.putPrediction(id, { round: 0, seat: 1, prediction: { kind: 'divergence', low: 1, high: 2 } }),
  addJudgements: (to, id) =>
    to.addJudgements(id, [
      { round: 0, seat: 0, truth: null, predictionPoints: null, briefPoints: 3 },
      { round: 0, seat: 1, truth: { kind: 'histogram', counts: [1] }, predictionPoints: 9, briefPoints: null },
    ]),
  saveClass: (to, id) => to.saveClass(id, STATE),
  putLessonAnswer: (to, id) =>
    to.putLessonAnswer(id, {
      person: 'p',
      question: 'q',
      step: 1,
      choice: null,
      text: 'So.',
      at: 1_900_000_000_000,
    }),
  putClassBook: (to, id) =>
    to.putClassBook({
      ...{ matchId: id, keyHash: 'h', begunAt: 1_900_000_000_000 },
      book: { code: 'ACDEFG', people: [], lesson: null },
    }),
  addConductReport: (to, id) =>
    to.addConductReport(id, { id: 'r', tick: 1, generation: 0, seat: 0, bySeat: 1, why: 'other', at: 5 }),
  finishMatch: (to, id) => to.finishMatch(id, bytes(3)),
  interruptMatch: (to, id) => to.interruptMatch(id, 'deserted'),
  endLive: (to, id) => to.endLive(id),
  dropMatch: (to, id) => to.dropMatch(id),
};
const allBut = (...names: string[]): string[] => Object.keys(WRITES).filter((name) => !names.includes(name));

/** All that is known of the match. */
const all = async (from: MatchRepository, id: string): Promise<unknown> => [
  await from.readMatch(id),
  await from.readAnswers(id),
  await from.lessonAnswers(id),
  await from.readClassBook(id),
  (await from.conductReports(99)).filter(({ matchId }) => matchId === id),
  (await from.readLive(id))?.state,
];

for (const { name, isHere, create } of DATABASES) {
  describe.skipIf(!isHere)(name, () => {
    let database: TestDatabase;
    let one: MatchRepository;
    let two: MatchRepository;
    let id = '';
    let matches = 0;
    beforeAll(async () => {
      database = await create();
      [one, two] = [await database.open(), await database.open()];
    });
    beforeEach(async () => {
      id = `match-${matches++}`;
      await one.createMatch(match(id), STATE);
    });
    afterEach(async () => {
      for (const each of [one, two]) {
        for (const own of await each.ownLive()) await each.endLive(own);
        await each.rest();
      }
    });
    afterAll(() => database.remove());

    test('a match is its process’s from the start, with the state that it began with', async () => {
      expect(one.owner).not.toBe(two.owner);
      expect(await two.liveMatches()).toEqual([
        { matchId: id, owner: one.owner, seenAt: expect.any(Number), state: STATE },
      ]);
      expect([await one.ownLive(), await two.ownLive()]).toEqual([[id], []]);
      expect(Math.abs(((await two.readLive(id))?.seenAt ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    test.each(Object.keys(WRITES))(
      '%s: repeated by the same process it changes nothing and is no error',
      async (write) => {
        const act = WRITES[write];
        await act?.(one, id);
        const before = await all(two, id);
        await act?.(one, id);
        expect(await all(two, id)).toEqual(before);
      },
    );

    test.each(Object.keys(WRITES))(
      '%s: refused of a process that runs the match no more, and nothing is written',
      async (write) => {
        expect(await two.takeLive(id, one.owner)).toBe(true);
        const before = await all(two, id);
        await expect(WRITES[write]?.(one, id)).rejects.toThrow(TakenOver);
        expect(await all(two, id)).toEqual(before);
        await WRITES[write]?.(two, id);
      },
    );

    test.each(allBut('endLive', 'dropMatch'))(
      '%s: refused of a match that has ended, or that is none',
      async (write) => {
        await one.endLive(id);
        const before = await all(two, id);
        await expect(WRITES[write]?.(one, id)).rejects.toThrow(TakenOver);
        expect(await all(two, id)).toEqual(before);
        await one.dropMatch(id).catch(() => {});
      },
    );

    test('what is written under the same keys and is not the same is refused, and what was there stays', async () => {
      for (const write of ['addCommands', 'addFrame', 'addJudgements']) await WRITES[write]?.(one, id);
      const before = await all(two, id);
      const other = [
        one.addFrame(id, { tick: 0, bytes: bytes(4, 1) }),
        one.addCommands(id, [{ seq: 1, tick: 1, bytes: bytes() }]),
        one.addCommands(id, [
          { seq: 1, tick: 0, bytes: bytes() },
          { seq: 2, tick: 0, bytes: bytes() },
        ]),
        one.addJudgements(id, [{ round: 0, seat: 0, truth: null, predictionPoints: 0, briefPoints: 3 }]),
      ];
      for (const outcome of await Promise.allSettled(other)) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: expect.not.objectContaining({ name: 'TakenOver' }),
        });
      }
      expect(await all(two, id)).toEqual(before);
    });

    test('a match that is finished stays so when it is broken off', async () => {
      await one.finishMatch(id, bytes(3));
      await one.interruptMatch(id, 'deserted');
      expect(await two.readMatch(id)).toMatchObject({ status: 'finished', finalHash: bytes(3) });
    });

    test('of two that would take a match up one does, and it may ask again; the third comes too late', async () => {
      const three = await database.open();
      const took = await Promise.all([two, three].map((each) => each.takeLive(id, one.owner)));
      expect(took.filter(Boolean).length).toBe(1);
      const [winner, loser] = took[0] ? [two, three] : [three, two];
      expect(await winner.takeLive(id, one.owner)).toBe(true);
      expect(await loser.takeLive(id, one.owner)).toBe(false);
      await winner.endLive(id);
      expect(await winner.takeLive(id, one.owner)).toBe(false);
    });

    test('matches are orphans when their process is silent, has said goodbye or never beat, and never one’s own', async () => {
      const orphans = async (silentMs: number): Promise<string[]> =>
        (await two.orphans(silentMs)).map(({ matchId }) => matchId);
      expect(await orphans(60_000)).toEqual([id]);
      expect(await one.orphans(0)).toEqual([]);
      await one.beat();
      await one.beat();
      expect([await orphans(60_000), await orphans(0)]).toEqual([[], [id]]);
      await one.rest();
      await one.rest();
      expect((await two.orphans(60_000))[0]).toMatchObject({ matchId: id, owner: one.owner, state: STATE });
      await two.takeLive(id, one.owner);
      expect(await orphans(0)).toEqual([]);
    });

    test('of processes that died those are forgotten that have left no match, and no other', async () => {
      const silence = async (): Promise<number | undefined> => (await two.findLiveRoom('room-one'))?.silentMs;
      await one.beat();
      await two.forgetSilent(0);
      await one.forgetSilent(0);
      expect(await silence()).toBeLessThan(60_000);
      await two.beat();
      expect(await two.takeLive(id, one.owner)).toBe(true);
      await one.forgetSilent(60_000);
      expect(await silence()).toBeLessThan(60_000);
      // Its own row has gone with the match that it had.
      await two.forgetSilent(0);
      expect(await one.takeLive(id, two.owner)).toBe(true);
      expect(await silence()).toBe(Number.POSITIVE_INFINITY);
    });

    test('a room’s match is found by the room, with how long its process has been silent', async () => {
      expect(await two.findLiveRoom('room-one')).toEqual({
        ...{ matchId: id, owner: one.owner, silentMs: Number.POSITIVE_INFINITY },
      });
      await one.beat();
      const found = await two.findLiveRoom('room-one');
      expect(found?.silentMs).toBeGreaterThanOrEqual(0);
      expect(found?.silentMs).toBeLessThan(60_000);
      await one.saveClass(id, lobbyState('room-two'));
      expect(await two.findLiveRoom('room-one')).toBeNull();
      expect((await two.findLiveRoom('room-two'))?.matchId).toBe(id);
      await one.endLive(id);
      expect(await two.findLiveRoom('room-two')).toBeNull();
    });

    test('any bytes and any words are read back as they were written', async () => {
      const words = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'));
      let tick = 0;
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), words, async (any, text) => {
          tick++;
          await one.addFrame(id, { tick, bytes: any });
          const said = { person: 'p', question: 'q', step: tick, choice: null, text, at: 1_900_000_000_000 + tick };
          await one.putLessonAnswer(id, said);
          const frames = (await two.readMatch(id))?.frames;
          expect(frames?.at(-1)).toEqual({ tick, bytes: any });
          expect(await two.lessonAnswers(id)).toEqual([said]);
        }),
        { numRuns: 25 },
      );
    });

    test('whatever two processes write, take and repeat, only what the one that runs the match writes is there', async () => {
      const step = fc.record({
        by: fc.constantFrom(0, 1),
        kind: fc.constantFrom('frame', 'command', 'take', 'take', 'repeat'),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
          const among = `among-${matches++}`;
          await one.createMatch(match(among), STATE);
          const written = new Set<string>();
          let runs = 0;
          let last: { by: number; name: string; act: () => Promise<void> } | undefined;
          for (const [at, { by, kind }] of steps.entries()) {
            const [who, other] = by === 0 ? [one, two] : [two, one];
            if (kind === 'take') {
              expect(await who.takeLive(among, other.owner)).toBe(true);
              runs = by;
            } else if (kind === 'frame') {
              last = { by, name: `frame ${at}`, act: () => who.addFrame(among, { tick: at, bytes: bytes(at) }) };
            } else if (kind === 'command') {
              const command = { seq: at, tick: at, bytes: bytes(at) };
              last = { by, name: `command ${at}`, act: () => who.addCommands(among, [command]) };
            }
            if (kind === 'take' || last === undefined) continue;
            if (last.by !== runs) await expect(last.act()).rejects.toThrow(TakenOver);
            else {
              // What was refused once may be right by now.
              await last.act();
              written.add(last.name);
            }
          }
          const stored = await two.readMatch(among);
          const there = [
            ...(stored?.frames.map(({ tick }) => `frame ${tick}`) ?? []),
            ...(stored?.commands.map(({ seq }) => `command ${seq}`) ?? []),
          ];
          expect(new Set(there)).toEqual(written);
        }),
        { numRuns: 20 },
      );
    });
  });
}
