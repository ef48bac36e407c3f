/** Puts a match together from its parts: people, engine, course and clock. */
import { randomInt } from 'node:crypto';
import { createWriter } from '../../shared/protocol/bytes.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import type { Answer, Intent } from '../../shared/protocol/messages.ts';
import { encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { type BotPolicy, botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { createPhaseClock } from './clock.ts';
import { createCourse } from './course.ts';
import { createEngine } from './engine.ts';
import type { Match, MatchParts, MatchView } from './match.ts';
import { admit, anybodyHere, createPeople, part, releaseSeats } from './people.ts';
import { AFTERWARDS_EMPTY_MS, AFTERWARDS_MS, AWAY_MS } from './phases.ts';
import { createSerial } from './serial.ts';
import { allReady, fillWithBots, giveUpSeat, isPerson, isPresent, seatOfSession } from './stewards.ts';

type Verdict = { ok: true } | { ok: false; reason: string; error: string };
const done: Verdict = { ok: true };
const refuse = (reason: string, error: string): Verdict => ({ ok: false, reason, error });

/** A match in its lobby; a solo one begins as soon as its person is there. */
export async function createMatch(parts: MatchParts): Promise<Match> {
  const { id, mode, code, world: first, speed, repository, listener } = parts;
  const { settings } = first;
  const people = createPeople(settings.habitats);
  const { stewards } = people;
  const serial = createSerial();
  const clock = createPhaseClock();
  const engine = createEngine({ ...parts, matchId: id, world: first });
  // Bots are no part of what a recording must repeat: what they laid is in it.
  const botSeed = randomInt(0x1_0000_0000);
  const policyOf = (seat: number): BotPolicy => botPolicyFor(seat, botSeed);
  let recorded = false;
  let trouble = '';
  // Packing a large world takes a while, and a class comes in all at once.
  let packed: { readonly of: World; readonly bytes: Uint8Array } | undefined;
  let closed = false;
  let deserted: NodeJS.Timeout | undefined;

  const fail = (error: unknown): void => {
    if (closed || trouble !== '') return;
    trouble = 'Something went wrong on the server, and this match cannot go on. What was played is kept under Replays.';
    clock.stop();
    listener.failed(error);
    listener.changed();
  };

  const begin = async (): Promise<void> => {
    if (recorded) return;
    const header = createWriter();
    writeHeader(header, settings, first.founderGenome);
    await repository.createMatch({
      id,
      createdAt: Date.now(),
      mode,
      code,
      founder: settings.founder,
      habitats: settings.habitats,
      rounds: settings.rounds,
      header: header.done(),
      kernel: parts.growth.kernel,
      secret: parts.secret,
    });
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
    events: {
      frame: (bytes) => listener.frame(bytes),
      async entered(phase) {
        for (const steward of stewards) steward.ready = false;
        if (phase !== 'lobby') await begin();
        if (mode === 'public') releaseSeats(people, policyOf, performance.now());
        if (phase === 'choose') await botsChoose();
        if (phase === 'over') watchForDesertion();
        listener.changed();
      },
      failed: fail,
    },
  });

  const run = (task: () => Promise<void>): void => {
    serial(task).catch(fail);
  };

  const watchForDesertion = (): void => {
    clearTimeout(deserted);
    const over = course.phase() === 'over' || trouble !== '';
    const here = anybodyHere(people);
    if (here && !over) return;
    const patience = over ? (here ? AFTERWARDS_MS : AFTERWARDS_EMPTY_MS) : AWAY_MS[mode];
    deserted = setTimeout(() => listener.deserted(), patience);
    deserted.unref();
  };

  const skipIfAllReady = async (): Promise<void> => {
    const waitsForHost = mode === 'private' && course.phase() === 'lobby';
    if (!waitsForHost && allReady(stewards)) await course.skip();
  };

  const pace = async (session: string, action: 'start' | 'pause' | 'resume' | 'next'): Promise<Verdict> => {
    if (!people.hosts.has(session)) return refuse('notHost', 'Only the host of a room sets its pace.');
    const phase = course.phase();
    if (phase === 'over') return refuse('over', 'The match is over.');
    if (action === 'pause') clock.hold('host');
    else {
      if (action === 'start' && phase !== 'lobby') return refuse('started', 'The match has begun already.');
      if (action === 'next' && phase === 'lobby')
        return refuse('notStarted', 'The match has not begun yet: start it first.');
      clock.release('host');
      if (action === 'resume') await course.goOn();
      else await course.skip();
    }
    listener.changed();
    return done;
  };

  const judge = async (session: string, intent: Intent): Promise<Verdict> => {
    if (trouble !== '') return refuse('trouble', trouble);
    if (intent.kind === 'pace' && intent.action !== 'lengthen') return pace(session, intent.action);
    const steward = seatOfSession(stewards, session);
    if (!steward) return refuse('noSeat', 'You are watching. Only a habitat’s steward can do that.');
    if (course.phase() === 'over') return refuse('over', 'The match is over.');
    if (intent.kind === 'ready') {
      steward.ready = intent.ready;
      listener.changed();
      await skipIfAllReady();
      return done;
    }
    if (course.phase() !== 'choose' || intent.kind !== 'pressure') {
      return refuse('notNow', 'Cards are laid while choosing. Wait for the next choice.');
    }
    const refusal = await engine.lay(steward.seat, intent.card, intent.level);
    if (refusal) return refuse(refusal.reason, refusal.error);
    listener.changed();
    return done;
  };

  const match: Match = {
    mode,
    code,
    settings,

    view(): MatchView {
      const laid = engine.laid();
      return {
        phase: course.phase(),
        phaseLengthMs: clock.lengthMs,
        phasePassedMs: clock.passedMs(),
        paused: clock.isHeld('host'),
        round: currentRound(engine.world()),
        generation: course.generation(),
        recording: recorded ? id : '',
        trouble,
        seats: stewards.map((steward) => ({
          seat: steward.seat,
          name: steward.name,
          bot: steward.bot,
          person: isPerson(steward),
          connected: isPresent(steward),
          ready: steward.ready,
          laid: laid[steward.seat] ?? [],
        })),
      };
    },

    snapshot() {
      const world = engine.world();
      if (packed?.of !== world) packed = { of: world, bytes: encodeSnapshot(world) };
      return packed.bytes;
    },

    join(session, wish) {
      const place = admit(people, session, wish, mode, course.phase() === 'over');
      if ('error' in place) return place;
      watchForDesertion();
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
      watchForDesertion();
      listener.changed();
      run(skipIfAllReady);
    },

    async handle(session, intent): Promise<Answer> {
      try {
        return { id: intent.id, ...(await serial(() => judge(session, intent))) };
      } catch (error) {
        fail(error);
        return { id: intent.id, ok: false, reason: 'trouble', error: trouble };
      }
    },

    async close() {
      closed = true;
      clearTimeout(deserted);
      clock.stop();
      await serial(async () => {
        if (recorded && engine.world().stage !== 'over') await repository.interruptMatch(id);
      });
    },
  };

  clock.hold('nobody');
  await serial(() => course.open());
  watchForDesertion();
  return match;
}
