/** Puts a match together from its parts: people, engine, course and clock. */
import { randomInt } from 'node:crypto';
import type { BreakOff } from '../../shared/protocol/listings.ts';
import type { Answer, Intent } from '../../shared/protocol/messages.ts';
import { encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import { examGeneration, type World } from '../../shared/sim/world/world.ts';
import { TakenOver } from '../persistence/repository.ts';
import { admit, type Doors } from './admission.ts';
import { createBots } from './bots.ts';
import { createClassLesson } from './class-lesson.ts';
import type { ClassState, PlaceState } from './class-state.ts';
import { createPhaseClock } from './clock.ts';
import { createCourse } from './course.ts';
import { createDesertion } from './desertion.ts';
import { createEngine } from './engine.ts';
import { createHomecoming } from './homecoming.ts';
import type { Verdict } from './intents.ts';
import { createJudging } from './judging.ts';
import { createKeeping } from './keeping.ts';
import { createLedger } from './ledger.ts';
import type { Match, MatchParts } from './match.ts';
import { newMatch } from './new-match.ts';
import {
  anybodyHere,
  createPeople,
  forget,
  holdSeats,
  part,
  personOfSession,
  releaseSeats,
  rosterState,
} from './people.ts';
import { markOf, placeNow, placeOf } from './place.ts';
import { createPredictions } from './predictions.ts';
import type { Standstill } from './resume.ts';
import { createReveals } from './reveal.ts';
import { setRule } from './roster.ts';
import { createSerial } from './serial.ts';
import { allDone, isPresent } from './stewards.ts';
import { ownViewOf, rosterOf, selfOf, type ToldParts, viewOf } from './telling.ts';
import { usualTerms } from './terms.ts';

/** Intents whose effect is kept in tables of their own, or ends with the connection. */
const IN_TABLES: ReadonlySet<string> = new Set<Intent['kind']>([
  ...(['pressure', 'intervene', 'predict', 'ready', 'say', 'report'] as const),
]);

/** What was asked here, another process is to be asked. */
const COMING_BACK = { reason: 'comingBack', error: 'This room is on its way back. Try again in a moment.' };

const isExam = ({ generation, settings }: World): boolean => generation === examGeneration(settings);

/** A match in its lobby, or where another process stopped; a solo one begins as soon as its person is there. */
export async function createMatch(parts: MatchParts): Promise<Match> {
  const { id, mode, code, world: first, standstill, speed, listener } = parts;
  const { settings } = first;
  const people = createPeople(settings.habitats, parts.share, standstill?.state.roster ?? parts.roster);
  const terms = parts.terms ?? usualTerms(mode);
  if (parts.roster) holdSeats(people, performance.now());
  else if (!standstill && mode === 'public') setRule(people, 'phrases', true);
  const { stewards } = people;
  const serial = createSerial();
  const clock = createPhaseClock();
  const ledger = createLedger({
    repository: parts.repository,
    onChange(now, why) {
      listener.recorded(now, why);
      listener.changed();
    },
    onLost: (error) => fail(error),
  });
  const { repository } = ledger;
  const engine = createEngine({ ...parts, repository, matchId: id, world: first });
  const predictions = createPredictions(id, repository);
  const reveals = createReveals({ ...parts, repository, matchId: id, engine, predictions });
  const botSeed = standstill?.state.place.botSeed ?? randomInt(0x1_0000_0000);
  const bots = createBots(stewards, engine, botSeed, () => recorded);
  const place = standstill && placeNow(standstill.state.place, first);
  let recorded = place !== undefined && place.phase !== 'lobby';
  let trouble = '';
  // Packing a large world takes a while, and a class comes in all at once.
  let packed: { readonly of: World; readonly bytes: Uint8Array } | undefined;
  let closed = false;

  const fail = (error: unknown): void => {
    if (closed || trouble !== '') return;
    if (error instanceof TakenOver) {
      closed = true;
      clock.stop();
      listener.lost();
      return;
    }
    trouble = 'Something went wrong on the server, and this match cannot go on. What was played is kept under Replays.';
    clock.stop();
    listener.failed(error);
    listener.changed();
  };

  const begin = (): void => {
    if (recorded) return;
    recorded = true;
    bots.begin();
  };

  const course = createCourse({
    engine,
    clock,
    serial,
    lobbyMs: terms.lobbyMs,
    speed,
    timers: place?.timers ?? parts.timers,
    events: {
      frame: (bytes, dueAt) => listener.frame(bytes, dueAt),
      async entered(phase, again) {
        for (const person of people.persons) person.ready = false;
        lesson.gate();
        predictions.lookBack(again && phase === 'reveal');
        if (again) {
          await kept();
          listener.changed();
          return;
        }
        if (phase !== 'lobby') begin();
        await lesson.keep();
        if (mode === 'public') releaseSeats(people, bots.policyOf, performance.now());
        if (phase === 'predict') predictions.ask(engine.world(), currentRound(engine.world()));
        if (phase === 'choose') await bots.choose();
        if (phase === 'grow' && !isExam(engine.world())) reveals.watchTwins(engine.world());
        if (phase === 'reveal') await reveals.afterRound(predictions.round());
        if (phase === 'over') {
          await reveals.afterExam();
          desertion.watch();
        }
        await kept();
        listener.changed();
      },
      failed: fail,
    },
  });

  const read = (): ClassState => ({
    version: 1,
    place: placeOf({ roomId: parts.roomId ?? '', speed, botSeed, course, clock, engine }),
    roster: rosterState(people),
    ...lessonState(),
    terms,
    ...(rematch.next() === '' ? {} : { next: rematch.next() }),
  });
  const lessonState = (): Pick<ClassState, 'lesson'> => {
    const state = lesson.state();
    return state ? { lesson: state } : {};
  };
  const keeping = createKeeping(read, markOf, (state) => repository.saveClass(id, state));
  const kept = async (): Promise<void> => {
    await keeping.keep();
  };

  const isOver = (): boolean => course.phase() === 'over' || trouble !== '';
  const lesson = await createClassLesson({
    ...{ matchId: id, mode, code, lesson: parts.lesson, known: standstill?.state.lesson },
    ...{ people, clock, course, engine, repository },
  });
  // A lesson goes on when its match is over.
  const isDone = (): boolean => trouble !== '' || (isOver() && !lesson.goesOn());
  const desertion = createDesertion(people, mode, isDone, () => listener.deserted());

  const doors = (): Doors => {
    const phase = course.phase();
    // Who comes after the exam has a place in what is left of the lesson.
    return { mode, owned: terms.owned, begun: phase !== 'lobby', over: phase === 'over' && !lesson.goesOn() };
  };

  const run = (task: () => Promise<void>): void => {
    serial(task).catch(fail);
  };

  const skipIfAllDone = async (): Promise<void> => {
    if (lesson.holds()) return;
    const phase = course.phase();
    const waitsForHost = mode === 'private' && phase === 'lobby';
    if (homecoming.waits()) return;
    if (mode === 'public' && phase === 'lobby' && stewards.every(isPresent)) {
      await course.skip();
      return;
    }
    if (!waitsForHost && allDone(stewards, ({ seat }) => phase === 'predict' && predictions.hasAnswered(seat)))
      await course.skip();
  };

  const homecoming = createHomecoming(stewards, standstill !== undefined, () => run(skipIfAllDone));

  const { judge, manners, rematch } = createJudging({
    ...{ mode, people, engine, course, clock, predictions, lesson, skipIfAllDone, doors, bots },
    match: { id, repository, listener, isLesson: parts.lesson !== undefined },
    known: standstill?.state,
  });

  const told: ToldParts = {
    ...{ people, engine, course, clock, predictions, reveals, lesson, terms, manners, rematch },
  };

  const breakOff = async (why: BreakOff): Promise<void> => {
    if (!recorded) await repository.dropMatch(id);
    // One that has ended, and is recorded to its end, stays finished.
    else await repository.interruptMatch(id, why);
    await repository.endLive(id);
  };

  const goOn = (from: Standstill, at: PlaceState): Promise<void> =>
    serial(async () => {
      const asked = at.lookedBackFrom ?? at.phase;
      predictions.takeUp(from, asked);
      predictions.lookBack(at.lookedBackFrom !== null);
      reveals.takeUp(from, asked);
      holdSeats(people, performance.now());
      if (at.paused) clock.hold('host');
      if (people.rules.frozen) clock.hold('frozen');
      course.goOnFrom(at);
      lesson.gate();
      if (at.phase === 'choose') await bots.choose();
      await kept();
    });

  const match: Match = {
    mode,
    code,
    settings,

    view: () => ({ ...viewOf(told, recorded ? id : '', trouble), unrecorded: ledger.isUnrecorded() }),
    own: (session) => ownViewOf(told, session),
    self: (session) => selfOf(told, session),
    roster: (session) => (mode === 'solo' ? null : rosterOf(told, session)),

    snapshot() {
      const world = engine.world();
      if (packed?.of !== world) packed = { of: world, bytes: encodeSnapshot(world) };
      return packed.bytes;
    },

    join(session, wish) {
      if (mode === 'public') releaseSeats(people, bots.policyOf, performance.now());
      const place = admit(people, session, wish, doors());
      if ('error' in place) return place;
      const comer = personOfSession(people, session);
      if (comer && wish.ready && course.phase() === 'lobby') comer.ready = true;
      desertion.watch();
      clock.release('nobody');
      const startsAlone = mode === 'solo' && course.phase() === 'lobby';
      run(() => (startsAlone ? course.skip() : course.goOn()));
      if (mode === 'public') run(skipIfAllDone);
      listener.changed();
      return place;
    },

    leave(session, forGood) {
      const person = part(people, session, performance.now());
      const goes = forGood && mode === 'public' && course.phase() !== 'over';
      const steward = person && stewards[person.seat];
      if (steward && goes && person.sessions.size === 0) {
        forget(people, person, steward, bots.policyOf(steward.seat));
        run(async () => manners.settle());
      }
      if (!anybodyHere(people)) clock.hold('nobody');
      desertion.watch();
      listener.changed();
      run(kept);
      run(skipIfAllDone);
    },

    async handle(session, intent): Promise<Answer> {
      try {
        const verdict = await serial(async (): Promise<Verdict> => {
          if (trouble !== '') return { ok: false, reason: 'trouble', error: trouble };
          const verdict = await judge(session, intent);
          if (verdict.ok) await lesson.keep();
          if (intent.kind === 'lesson') desertion.watch();
          return verdict;
        });
        if (verdict.ok && !IN_TABLES.has(intent.kind)) await kept();
        if (!verdict.ok) return { id: intent.id, ...verdict };
        for (const each of verdict.placed ?? []) listener.placed(each);
        if (intent.kind !== 'say') listener.changed();
        return { id: intent.id, ok: true };
      } catch (error) {
        fail(error);
        return { id: intent.id, ok: false, ...(trouble === '' ? COMING_BACK : { reason: 'trouble', error: trouble }) };
      }
    },

    kept: () => keeping.keep(),
    settled: () => serial(() => undefined),

    async close(forGood = false) {
      closed = true;
      desertion.stop();
      homecoming.stop();
      clock.stop();
      await serial(async () => {
        if (trouble !== '') await breakOff('fault');
        else if (forGood) await breakOff('deserted');
      });
      await ledger.close();
    },
  };

  clock.hold('nobody');
  if (standstill && place) await goOn(standstill, place);
  else {
    await repository.createMatch(newMatch(parts), read());
    await serial(() => course.open());
  }
  desertion.watch();
  return match;
}
