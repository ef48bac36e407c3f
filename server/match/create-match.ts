/** Puts a match together from its parts: people, engine, course and clock. */
import { randomInt } from 'node:crypto';
import { createWriter } from '../../shared/protocol/bytes.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { type BotPolicy, botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import { examGeneration, type World } from '../../shared/sim/world/world.ts';
import type { NewMatch } from '../persistence/repository.ts';
import { createPhaseClock } from './clock.ts';
import { createCourse } from './course.ts';
import { createDesertion } from './desertion.ts';
import { createEngine } from './engine.ts';
import { createIntentJudge } from './intents.ts';
import type { Match, MatchParts } from './match.ts';
import { admit, anybodyHere, createPeople, part, releaseSeats } from './people.ts';
import { createPredictions } from './predictions.ts';
import { createReveals } from './reveal.ts';
import { createSerial } from './serial.ts';
import { allDone, fillWithBots, giveUpSeat, isPresent } from './stewards.ts';
import { ownViewOf, type ToldParts, viewOf } from './telling.ts';

const isExam = ({ generation, settings }: World): boolean => generation === examGeneration(settings);

const newMatch = ({ id, mode, code, world, growth, secret }: MatchParts): NewMatch => {
  const { settings, founderGenome } = world;
  const { founder, habitats, rounds } = settings;
  const header = createWriter();
  writeHeader(header, settings, founderGenome);
  const createdAt = Date.now();
  return { id, createdAt, mode, code, founder, habitats, rounds, header: header.done(), kernel: growth.kernel, secret };
};

/** A match in its lobby; a solo one begins as soon as its person is there. */
export async function createMatch(parts: MatchParts): Promise<Match> {
  const { id, mode, code, world: first, speed, timers, repository, listener } = parts;
  const { settings } = first;
  const people = createPeople(settings.habitats);
  const { stewards } = people;
  const serial = createSerial();
  const clock = createPhaseClock();
  const engine = createEngine({ ...parts, matchId: id, world: first });
  const predictions = createPredictions(id, repository);
  const reveals = createReveals({ ...parts, matchId: id, engine, predictions });
  // Bots are no part of what a recording must repeat: what they laid is in it.
  const botSeed = randomInt(0x1_0000_0000);
  const policyOf = (seat: number): BotPolicy => botPolicyFor(seat, botSeed);
  let recorded = false;
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

  const begin = async (): Promise<void> => {
    if (recorded) return;
    await repository.createMatch(newMatch(parts));
    recorded = true;
    fillWithBots(stewards, policyOf);
  };

  const botsChoose = (): Promise<void> =>
    engine.layAll(
      stewards.flatMap(({ seat, bot }) => (bot === '' ? [] : botCommands(bot, engine.world(), seat, botSeed))),
    );

  const course = createCourse({
    engine,
    clock,
    serial,
    mode,
    speed,
    timers,
    events: {
      frame: (bytes) => listener.frame(bytes),
      async entered(phase) {
        for (const steward of stewards) steward.ready = false;
        if (phase !== 'lobby') await begin();
        if (mode === 'public') releaseSeats(people, policyOf, performance.now());
        if (phase === 'predict') predictions.ask(engine.world(), currentRound(engine.world()));
        if (phase === 'choose') await botsChoose();
        if (phase === 'grow' && !isExam(engine.world())) reveals.watchTwins(engine.world());
        if (phase === 'reveal') await reveals.afterRound(predictions.round());
        if (phase === 'over') {
          await reveals.afterExam();
          desertion.watch();
        }
        listener.changed();
      },
      failed: fail,
    },
  });

  const isOver = (): boolean => course.phase() === 'over' || trouble !== '';
  const desertion = createDesertion(people, mode, isOver, () => listener.deserted());

  const run = (task: () => Promise<void>): void => {
    serial(task).catch(fail);
  };

  const skipIfAllDone = async (): Promise<void> => {
    const phase = course.phase();
    const waitsForHost = mode === 'private' && phase === 'lobby';
    if (!waitsForHost && allDone(stewards, ({ seat }) => phase === 'predict' && predictions.hasAnswered(seat)))
      await course.skip();
  };

  const judge = createIntentJudge({ people, engine, course, clock, predictions, skipIfAllDone });

  const told: ToldParts = { people, engine, course, clock, predictions, reveals };

  const match: Match = {
    mode,
    code,
    settings,

    view: () => viewOf(told, recorded ? id : '', trouble),
    own: (session) => ownViewOf(told, session),

    snapshot() {
      const world = engine.world();
      if (packed?.of !== world) packed = { of: world, bytes: encodeSnapshot(world) };
      return packed.bytes;
    },

    join(session, wish) {
      const place = admit(people, session, wish, mode, course.phase() === 'over');
      if ('error' in place) return place;
      desertion.watch();
      clock.release('nobody');
      const startsAlone = mode === 'solo' && course.phase() === 'lobby';
      run(() => (startsAlone ? course.skip() : course.goOn()));
      listener.changed();
      return place;
    },

    leave(session, forGood) {
      const steward = part(people, session, performance.now());
      const goes = forGood && mode === 'public' && course.phase() !== 'over';
      if (steward && goes && !isPresent(steward)) giveUpSeat(steward, recorded ? policyOf(steward.seat) : '');
      if (!anybodyHere(people)) clock.hold('nobody');
      desertion.watch();
      listener.changed();
      run(skipIfAllDone);
    },

    async handle(session, intent): Promise<Answer> {
      try {
        const verdict = await serial(async () => {
          if (trouble !== '') return { ok: false, reason: 'trouble', error: trouble };
          return judge(session, intent);
        });
        if (verdict.ok) listener.changed();
        return { id: intent.id, ...verdict };
      } catch (error) {
        fail(error);
        return { id: intent.id, ok: false, reason: 'trouble', error: trouble };
      }
    },

    async close() {
      closed = true;
      desertion.stop();
      clock.stop();
      await serial(async () => {
        if (recorded && engine.world().stage !== 'over') await repository.interruptMatch(id);
      });
    },
  };

  clock.hold('nobody');
  await serial(() => course.open());
  desertion.watch();
  return match;
}
