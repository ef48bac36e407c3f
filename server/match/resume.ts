/**
 * A match that its process left unfinished, taken up where its last frame leads: the world, what was acknowledged and is in no
 * frame yet, and the worlds of the past from which what stewards were asked follows.
 */
import { setImmediate } from 'node:timers/promises';
import { createReader, DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeFrame } from '../../shared/protocol/frames.ts';
import { readHeader } from '../../shared/protocol/header.ts';
import type { BreakOff } from '../../shared/protocol/listings.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { createWorld, opensRound } from '../../shared/sim/world/create.ts';
import { FrameError } from '../../shared/sim/world/error.ts';
import { playsAsToday, RULES_VERSION } from '../../shared/sim/world/rules.ts';
import { type Command, examGeneration, livingGeneration, roundOf, type World } from '../../shared/sim/world/world.ts';
import type { StoredAnswers, StoredMatch } from '../persistence/repository.ts';
import type { ClassState, PlaceState } from './class-state.ts';
import { commandOf } from './command-bytes.ts';
import { MODES, type Mode } from './phases.ts';

/** Where another process stopped. */
export interface Standstill {
  readonly state: ClassState;
  readonly mode: Mode;
  readonly world: World;
  /** Acknowledged, and carried by no frame yet. */
  readonly queued: readonly Command[];
  /** Of the whole match. */
  readonly commandsStored: number;
  /** The world after the last births: from it the bodies grow again. Null before the first. */
  readonly born: World | null;
  /** By round: the world in which it was asked and chosen; the exam is none. */
  readonly openings: readonly World[];
  /** By round: the world with its newborn twins. */
  readonly births: readonly World[];
  readonly answers: StoredAnswers;
}

/** A match that cannot be taken up. The message is a sentence for the operator. */
export class CannotResume extends Error {
  override readonly name = 'CannotResume';
  readonly why: BreakOff;
  constructor(why: BreakOff, sentence: string) {
    super(sentence);
    this.why = why;
  }
}

/** Rejects with a CannotResume. `kernel`: by which this process grows bodies. */
export async function comeToStandstill(
  match: StoredMatch,
  answers: StoredAnswers,
  state: ClassState,
  kernel: string,
): Promise<Standstill> {
  if (match.kernel !== kernel) {
    throw new CannotResume('otherVersion', `Its bodies grew by kernel ${match.kernel}; this Twinfold has ${kernel}.`);
  }
  try {
    return await follow(match, answers, state);
  } catch (error) {
    const damaged = error instanceof DecodeError || error instanceof FrameError || error instanceof RangeError;
    if (!damaged) throw error;
    throw new CannotResume('damaged', `What is kept of it is damaged: ${error.message}`);
  }
}

async function follow(match: StoredMatch, answers: StoredAnswers, state: ClassState): Promise<Standstill> {
  const { settings, founderGenome } = readHeader(createReader(match.header, 'The match’s header'));
  if (!playsAsToday(settings.rules)) {
    throw new CannotResume('otherVersion', `It is played by rules ${settings.rules}; today’s are ${RULES_VERSION}.`);
  }
  const mode = MODES.find((each) => each === match.mode);
  if (mode === undefined)
    throw new CannotResume('otherVersion', `It is of a kind “${match.mode}” that is unknown here.`);
  let world = createWorld(settings, founderGenome);
  let born: World | null = null;
  const openings: World[] = [];
  const births: World[] = [];
  const opens = (): boolean =>
    opensRound(settings, world.generation) && world.generation < examGeneration(settings) && world.stage !== 'over';
  if (opens()) openings.push(world);
  for (const { bytes } of match.frames) {
    // Other matches are taken up, and played, at the same time.
    await setImmediate();
    const before = world;
    world = applyFrame(world, decodeFrame(bytes));
    if (world.stage === 'season') {
      born = world;
      if (opensRound(settings, before.generation) && opens()) births.push(world);
    } else if (opens()) openings.push(world);
  }
  const queued = match.commands.filter(({ tick }) => tick === world.tick).map(commandOf);
  const commandsStored = match.commands.length;
  return { state, mode, world, queued, commandsStored, born, openings, births, answers };
}

/** The phase in which a match goes on, with the time that has passed in it; -1 where it begins anew. */
export function phaseNow({ phase, tick, passedMs }: PlaceState, world: World): { phase: Phase; passedMs: number } {
  const same = { phase, passedMs };
  const anew = (next: Phase) => ({ phase: next, passedMs: next === phase && world.tick <= tick + 1 ? passedMs : -1 });
  switch (world.stage) {
    case 'season':
      return anew(opensRound(world.settings, world.generation) ? 'grow' : 'lapse');
    case 'over':
      return phase === 'over' ? same : anew('season');
    case 'births':
      return phase === 'grow' ? anew('season') : phase === 'lapse' ? anew('lapse') : same;
  }
}

/** The round of the question now asked or answered, counted from 0; -1 before the first. */
export function roundAsked(phase: Phase, world: World): number {
  if (phase === 'lobby') return -1;
  if (phase === 'predict' || phase === 'choose') return roundOf(world.settings, world.generation);
  return Math.min(world.settings.rounds - 1, roundOf(world.settings, Math.max(0, livingGeneration(world))));
}

/** How many rounds have been revealed. */
export function roundsTold(phase: Phase, world: World): number {
  const asked = roundAsked(phase, world);
  const examBegun = livingGeneration(world) >= examGeneration(world.settings);
  return phase === 'reveal' || examBegun ? asked + 1 : Math.max(0, asked);
}
