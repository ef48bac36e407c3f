/** Commands: what a steward may do, when, and what it makes of the table. */
import { BUDGET, CARDS, MAX_CARDS, MAX_LEVEL } from '../cards.ts';
import { totalPoints } from '../pressures.ts';
import { opensRound } from './create.ts';
import { type Command, examGeneration, type Pressure, type World } from './world.ts';

/** Why a command cannot be: a key for translation, and a sentence for the person. */
export interface Refusal {
  readonly reason:
    | 'over'
    | 'exam'
    | 'notNow'
    | 'noSeat'
    | 'badLevel'
    | 'notLaid'
    | 'tooManyCards'
    | 'budget'
    | 'tooMany';
  readonly sentence: string;
}

/** Commands that one step can carry: far more than 40 stewards need, and a bound for who reads frames. */
export const MAX_COMMANDS = 2000;

/** Per habitat, the cards laid for the coming round. */
export type LaidTable = readonly (readonly Pressure[])[];

export const emptyTable = (world: World): LaidTable => world.habitats.map(() => []);

/**
 * Whether a command may be queued now, after those queued already for the same step. Null if it may.
 */
export function checkCommand(world: World, command: Command, queued: readonly Command[] = []): Refusal | null {
  if (queued.length >= MAX_COMMANDS) {
    return { reason: 'tooMany', sentence: 'Too many changes were made in this round. What is laid stays.' };
  }
  return checkTime(world, command) ?? checkLaying(layCommands(world, queued), command);
}

/** The first of these commands of one step that may not be; null if all may. */
export function checkCommands(world: World, commands: readonly Command[]): Refusal | null {
  const table = [...emptyTable(world)];
  for (const command of commands) {
    const refusal = checkTime(world, command) ?? checkLaying(table, command);
    if (refusal !== null) return refusal;
    table[command.seat] = lay(table[command.seat] ?? [], command);
  }
  return null;
}

function checkTime(world: World, command: Command): Refusal | null {
  if (world.stage === 'over') return { reason: 'over', sentence: 'The match is over: no more cards can be laid.' };
  if (world.generation >= examGeneration(world.settings)) {
    return { reason: 'exam', sentence: 'In the exam nobody lays cards: what was learned must do.' };
  }
  if (world.stage !== 'births' || !opensRound(world.settings, world.generation) || command.tick !== world.tick) {
    return { reason: 'notNow', sentence: 'Cards are laid between rounds: wait for the next choosing.' };
  }
  return null;
}

/** The table after these commands, starting from the empty one that opens a round. Assumes each was allowed. */
export function layCommands(world: World, commands: readonly Command[]): LaidTable {
  const table = [...emptyTable(world)];
  for (const command of commands) table[command.seat] = lay(table[command.seat] ?? [], command);
  return table;
}

/** A played card goes to the end; one already there keeps its place and changes its level; level 0 takes it back. */
function lay(laid: readonly Pressure[], { card, level }: Command): readonly Pressure[] {
  if (level === 0) return laid.filter((pressure) => pressure.card !== card);
  if (laid.some((pressure) => pressure.card === card)) {
    return laid.map((pressure) => (pressure.card === card ? { card, level } : pressure));
  }
  return [...laid, { card, level }];
}

function checkLaying(table: LaidTable, command: Command): Refusal | null {
  const { seat, card, level } = command;
  const laid = table[seat];
  if (laid === undefined) return { reason: 'noSeat', sentence: `There is no habitat ${seat + 1} in this world.` };
  if (!Number.isInteger(level) || level < 0 || level > MAX_LEVEL) {
    return { reason: 'badLevel', sentence: `A card is laid at level 1 to ${MAX_LEVEL}, not ${level}.` };
  }
  const { name, cost } = CARDS[card];
  if (level === 0 && !laid.some((pressure) => pressure.card === card)) {
    return { reason: 'notLaid', sentence: `${name} is not on the table, so it cannot be taken back.` };
  }
  const after = lay(laid, command);
  if (after.length > MAX_CARDS) {
    return { reason: 'tooManyCards', sentence: `At most ${MAX_CARDS} cards fit on a habitat: take one back first.` };
  }
  const points = totalPoints(after);
  if (points > BUDGET) {
    const spent = totalPoints(laid.filter((pressure) => pressure.card !== card));
    return {
      reason: 'budget',
      sentence: `${name} at level ${level} costs ${cost * level} points; you have ${BUDGET - spent} left of ${BUDGET}.`,
    };
  }
  return null;
}
