/** Puts a match together from its parts: people, engine, course and clock. */
import { randomInt } from 'node:crypto';
import { createWriter } from '../../shared/protocol/bytes.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import type { BreakOff } from '../../shared/protocol/listings.ts';
import type { Answer, Intent } from '../../shared/protocol/messages.ts';
import { encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { type BotPolicy, botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import { examGeneration, type World } from '../../shared/sim/world/world.ts';
import type { NewMatch } from '../persistence/repository.ts';
import { admit } from './admission.ts';
import { createClassJudge } from './class-intents.ts';
import { createClassLesson } from './class-lesson.ts';
import type { ClassState, PlaceState } from './class-state.ts';
import { createPhaseClock } from './clock.ts';
import { createCourse } from './course.ts';
import { createDesertion } from './desertion.ts';
import { createEngine } from './engine.ts';
import { createHomecoming } from './homecoming.ts';
import { createIntentJudge } from './intents.ts';
import { createKeeping } from './keeping.ts';
import type { Match, MatchParts } from './match.ts';
import { anybodyHere, createPeople, forget, holdSeats, part, releaseSeats, rosterState } from './people.ts';
import { markOf, placeNow, placeOf } from './place.ts';
import { createPredictions } from './predictions.ts';
import type { Standstill } from './resume.ts';
import { createReveals } from './reveal.ts';
import { createSerial } from './serial.ts';
import { allDone, fillWithBots } from './stewards.ts';
import { ownViewOf, rosterOf, selfOf, type ToldParts, viewOf } from './telling.ts';

/** Intents whose effect is kept in tables of their own, or ends with the connection. */
const IN_TABLES: ReadonlySet<string> = new Set<Intent['kind']>(['pressure', 'intervene', 'predict', 'ready']);

const isExam = ({ generation, settings }: World): boolean => generation === examGeneration(settings);

/** The key of its row, and what no later row can change. */
const newMatch = ({ id, mode, code, world, growth, secret }: MatchParts): NewMatch => {
  const { settings, founderGenome } = world;
  const { founder, habitats, rounds } = settings;
  const header = createWriter();
  writeHeader(header, settings, founderGenome);
  const createdAt = Date.now();
  return { id, createdAt, mode, code, founder, habitats, rounds, header: header.done(), kernel: growth.kernel, secret };
};

/** A match in its lobby, or where another process stopped; a solo one begins as soon as its person is there. */
export async function createMatch(parts: MatchParts): Promise<Match> {
  const { id, mode, code, world: first, standstill, speed, repository, listener } = parts;
  const { settings } = first;
  const people = createPeople(settings.habitats, parts.share, standstill?.state.roster);
  const { stewards } = people;
  const serial = createSerial();
  const clock = createPhaseClock();
  const engine = createEngine({ ...parts, matchId: id, world: first });
  const predictions = createPredictions(id, repository);
  const reveals = createReveals({ ...parts, matchId: id, engine, predictions });
  // Bots are no part of what a recording must repeat: what they laid is in it.
  const botSeed = standstill?.state.place.botSeed ?? randomInt(0x1_0000_0000);
  const policyOf = (seat: number): BotPolicy => botPolicyFor(seat, botSeed);
  const place = standstill && placeNow(standstill.state.place, first, mode);
  let recorded = place !== undefined && place.phase !== 'lobby';
  let trouble = '';
  // Packing a large world takes a while, and a class comes in all at once.
  let packed: { readonly of: World; readonly bytes: Uint8Array } | undefined;
  let closed = false;

  const fail = (error: unknown): void => {
    if (closed || trouble !== '') return;
    trouble = 'Something went wrong on the server, and this match cannot go on. What was played is kept under Replays.';
    clock.stop();
    listener.failed(error);
    listener.changed();
  };

  const begin = (): void => {
    if (recorded) return;
    recorded = true;
    fillWithBots(stewards, policyOf);
  };

  const botsChoose = (): Promise<void> => {
    // Those of whom another process knew what they chose have chosen.
    const done = engine.seatsQueued();
    const still = stewards.filter(({ seat }) => !done.has(seat));
    return engine.layAll(
      still.flatMap(({ seat, bot }) => (bot === '' ? [] : botCommands(bot, engine.world(), seat, botSeed))),
    );
  };

  const course = createCourse({
    engine,
    clock,
    serial,
    mode,
    speed,
    timers: place?.timers ?? parts.timers,
    events: {
      frame: (bytes) => listener.frame(bytes),
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
        if (mode === 'public') releaseSeats(people, policyOf, performance.now());
        if (phase === 'predict') predictions.ask(engine.world(), currentRound(engine.world()));
        if (phase === 'choose') await botsChoose();
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

  const run = (task: () => Promise<void>): void => {
    serial(task).catch(fail);
  };

  const skipIfAllDone = async (): Promise<void> => {
    if (lesson.holds()) return;
    const phase = course.phase();
    const waitsForHost = mode === 'private' && phase === 'lobby';
    if (homecoming.waits()) return;
    if (!waitsForHost && allDone(stewards, ({ seat }) => phase === 'predict' && predictions.hasAnswered(seat)))
      await course.skip();
  };

  const homecoming = createHomecoming(stewards, standstill !== undefined, () => run(skipIfAllDone));

  const judgeClass = createClassJudge({
    people,
    clock,
    policyOf: (seat) => (recorded ? policyOf(seat) : ''),
    dismiss: (sessions) => listener.dismissed(sessions),
    goOn: () => course.goOn(),
  });
  const judge = createIntentJudge({ people, engine, course, clock, predictions, judgeClass, lesson, skipIfAllDone });

  const told: ToldParts = { people, engine, course, clock, predictions, reveals, lesson };

  const breakOff = async (why: BreakOff): Promise<void> => {
    if (!recorded) await repository.dropMatch(id);
    else if (engine.world().stage !== 'over') await repository.interruptMatch(id, why);
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
      if (at.phase === 'choose') await botsChoose();
      await kept();
    });

  const match: Match = {
    mode,
    code,
    settings,

    view: () => viewOf(told, recorded ? id : '', trouble),
    own: (session) => ownViewOf(told, session),
    self: (session) => selfOf(told, session),
    roster: (session) => (mode === 'private' ? rosterOf(told, session) : null),

    snapshot() {
      const world = engine.world();
      if (packed?.of !== world) packed = { of: world, bytes: encodeSnapshot(world) };
      return packed.bytes;
    },

    join(session, wish) {
      const phase = course.phase();
      // Who comes after the exam has a place in what is left of the lesson.
      const over = phase === 'over' && !lesson.goesOn();
      const place = admit(people, session, wish, { mode, begun: phase !== 'lobby', over });
      if ('error' in place) return place;
      desertion.watch();
      clock.release('nobody');
      const startsAlone = mode === 'solo' && phase === 'lobby';
      run(() => (startsAlone ? course.skip() : course.goOn()));
      listener.changed();
      return place;
    },

    leave(session, forGood) {
      const person = part(people, session, performance.now());
      const goes = forGood && mode === 'public' && course.phase() !== 'over';
      const steward = person && stewards[person.seat];
      if (steward && goes && person.sessions.size === 0)
        forget(people, person, steward, recorded ? policyOf(steward.seat) : '');
      if (!anybodyHere(people)) clock.hold('nobody');
      desertion.watch();
      listener.changed();
      run(kept);
      run(skipIfAllDone);
    },

    async handle(session, intent): Promise<Answer> {
      try {
        const verdict = await serial(async () => {
          if (trouble !== '') return { ok: false, reason: 'trouble', error: trouble };
          const verdict = await judge(session, intent);
          if (verdict.ok) await lesson.keep();
          if (intent.kind === 'lesson') desertion.watch();
          return verdict;
        });
        if (verdict.ok && !IN_TABLES.has(intent.kind)) await kept();
        if (verdict.ok) listener.changed();
        return { id: intent.id, ...verdict };
      } catch (error) {
        fail(error);
        return { id: intent.id, ok: false, reason: 'trouble', error: trouble };
      }
    },

    kept: () => keeping.keep(),

    async close(forGood = false) {
      closed = true;
      desertion.stop();
      homecoming.stop();
      clock.stop();
      await serial(async () => {
        if (trouble !== '') await breakOff('fault');
        else if (forGood) await breakOff('deserted');
      });
    },
  };

  clock.hold('nobody');
  if (standstill && place) await goOn(standstill, place);
  else {
    await repository.createMatch(newMatch(parts));
    await serial(() => course.open());
  }
  desertion.watch();
  return match;
}
