/**
 * The world of a match, and the only ways in which it goes on: a command is laid, a generation is born, its season passes.
 * Whatever comes out of here is on disk already; what could not be written has not happened.
 */
import { encodeFrame } from '../../shared/protocol/frames.ts';
import type { CardId } from '../../shared/sim/cards.ts';
import type { InterventionId } from '../../shared/sim/interventions.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { decideBirths } from '../../shared/sim/world/births.ts';
import { checkCommand, type LaidTable, layCommands, MAX_COMMANDS } from '../../shared/sim/world/commands.ts';
import { interventionsLeft } from '../../shared/sim/world/interventions.ts';
import { decideSeason } from '../../shared/sim/world/season.ts';
import { NO_TRAITS } from '../../shared/sim/world/step.ts';
import { type Command, examGeneration, type Frame, type World } from '../../shared/sim/world/world.ts';
import type { GrowthPool } from '../growth/pool.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import { commandBytes } from './command-bytes.ts';
import type { Standstill } from './resume.ts';
import { takeTurn } from './turns.ts';

/** Why a command was not taken: a key for the interface, and a sentence. */
export interface Refusal {
  readonly reason: string;
  readonly error: string;
}

export interface EngineParts {
  readonly matchId: string;
  readonly world: World;
  readonly secret: Uint8Array;
  readonly repository: MatchRepository;
  readonly growth: GrowthPool;
  /** Where another process stopped, with this world. */
  readonly standstill?: Standstill | undefined;
}

/** Calls must not overlap: each is to be awaited before the next. */
export interface Engine {
  world(): World;
  /** Cards laid for the coming round, per habitat. */
  laid(): LaidTable;
  /** Lays a card (level 1 to 3) or takes it back (0). Null when it is done and on disk. */
  lay(seat: number, card: CardId, level: number): Promise<Refusal | null>;
  /** Helps a habitat in mid-round, at the next step that it concerns. Null when it is done and on disk. */
  intervene(seat: number, intervention: InterventionId): Promise<Refusal | null>;
  /** How many more interventions a seat has in this round, or in the one to come; none in the exam. */
  interventionsLeft(seat: number): number;
  /** Rows of traits of the world's creatures, once grown: from the births that follow on they are the ones before. */
  traits(): Int32Array;
  /** The same as `traits`, as soon as they can be told: at once, but for a match just taken up. */
  grownAgain(): Promise<Int32Array>;
  /** Seats that have done something that waits for the next step. */
  seatsQueued(): ReadonlySet<number>;
  /** Lays what bots have chosen, in one write; what the rules do not allow is left out. */
  layAll(commands: readonly Command[]): Promise<void>;
  /** The next generation is born, under the cards laid. Returns the frame's bytes. */
  bear(): Promise<Uint8Array>;
  /** Grows the newborn; the world stays as it is meanwhile. */
  growAll(): Promise<Int32Array>;
  /** The season of those born, with their traits as grown. Returns the frame's bytes. */
  passSeason(traits: Int32Array): Promise<Uint8Array>;
}

export function createEngine(parts: EngineParts): Engine {
  const { matchId, world: first, secret, repository, growth, standstill } = parts;
  let world = first;
  let traits: Int32Array = NO_TRAITS;
  let queued: readonly Command[] = standstill?.queued ?? [];
  let commandsStored = standstill?.commandsStored ?? 0;
  // Every page of a class asks for it after every change.
  let table: { readonly of: readonly Command[]; readonly world: World; readonly laid: LaidTable } | undefined;
  // One steward's changes of mind must not use up what a step can carry for all.
  const changesEach = Math.floor(MAX_COMMANDS / world.habitats.length);

  // In mid-season the course grows them, as ever.
  const born = first.stage === 'season' ? null : (standstill?.born ?? null);
  const growAgain = async (): Promise<void> => {
    if (born !== null) traits = await growth.growAll(born);
  };
  const again = growAgain();
  // Whoever waits for it hears of a failure; until then it is nobody's.
  again.catch(() => {});

  const keep = async (frame: Frame): Promise<Uint8Array> => {
    const after = applyFrame(world, frame);
    const bytes = encodeFrame(frame);
    await repository.addFrame(matchId, { tick: frame.tick, bytes });
    world = after;
    return bytes;
  };

  const refuse = (command: Command, before: readonly Command[]): Refusal | null => {
    if (before.filter(({ seat }) => seat === command.seat).length >= changesEach) {
      return { reason: 'tooMany', error: 'That was a great many changes for one round. What is laid stays.' };
    }
    const refusal = checkCommand(world, command, before);
    return refusal && { reason: refusal.reason, error: refusal.sentence };
  };

  const queue = async (commands: readonly Command[]): Promise<void> => {
    const rows = commands.map((command, at) => ({
      seq: commandsStored + at,
      tick: command.tick,
      bytes: commandBytes(command),
    }));
    await repository.addCommands(matchId, rows);
    commandsStored += rows.length;
    queued = [...queued, ...commands];
  };

  const command = async (wanted: Command): Promise<Refusal | null> => {
    const refusal = refuse(wanted, queued);
    if (!refusal) await queue([wanted]);
    return refusal;
  };

  return {
    world: () => world,
    laid() {
      if (table?.of !== queued || table.world !== world)
        table = { of: queued, world, laid: layCommands(world, queued) };
      return table.laid;
    },

    lay: (seat, card, level) => command({ tick: world.tick, seat, kind: 'pressure', card, level }),
    intervene: (seat, intervention) => command({ tick: world.tick, seat, kind: 'intervention', intervention }),
    interventionsLeft: (seat) =>
      world.generation >= examGeneration(world.settings) ? 0 : interventionsLeft(world, queued, seat),
    traits: () => traits,
    grownAgain: async () => {
      await again;
      return traits;
    },
    seatsQueued: () => new Set(queued.map(({ seat }) => seat)),

    async layAll(commands) {
      const allowed: Command[] = [];
      for (const command of commands) {
        if (!refuse(command, [...queued, ...allowed])) allowed.push(command);
      }
      await queue(allowed);
    },

    async bear() {
      await again;
      await takeTurn();
      const bytes = await keep(decideBirths(world, secret, queued, traits));
      queued = [];
      return bytes;
    },

    growAll: () => growth.growAll(world),

    async passSeason(grown) {
      await takeTurn();
      const bytes = await keep(decideSeason(world, secret, queued, grown));
      queued = [];
      traits = grown;
      if (world.stage === 'over') await repository.finishMatch(matchId, world.hash);
      return bytes;
    },
  };
}
