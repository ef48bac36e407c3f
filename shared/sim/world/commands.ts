/** Commands: what a steward may do, when, and what it makes of the table. */
import { CARDS, MAX_LEVEL } from '../cards.ts';
import { opensRound } from './create.ts';
import { habitatsOf } from './duel.ts';
import { checkIntervention, type InterventionRefusal } from './interventions.ts';
import { tablePoints, tableRules } from './rules.ts';
import { type Command, examGeneration, type Pressure, type PressureCommand, type World } from './world.ts';

/** Why a command cannot be: a key for translation, and a sentence for the person. */
export interface Refusal {
  readonly reason:
    | 'over'
    | 'exam'
    | 'notNow'
    | 'noSeat'
    | 'noCard'
    | 'badLevel'
    | 'notLaid'
    | 'tooManyCards'
    | 'budget'
    | 'tooMany'
    | InterventionRefusal['reason'];
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
  if (command.kind === 'intervention') return checkIntervention(world, command, queued);
  return checkTime(world, command) ?? checkLaying(world, layCommands(world, queued), command);
}

/** The first of these commands of one step that may not be; null if all may. */
export function checkCommands(world: World, commands: readonly Command[]): Refusal | null {
  const table = [...emptyTable(world)];
  for (const [at, command] of commands.entries()) {
    if (command.kind === 'intervention') {
      const refusal = checkIntervention(world, command, commands.slice(0, at));
      if (refusal !== null) return refusal;
      continue;
    }
    const refusal = checkTime(world, command) ?? checkLaying(world, table, command);
    if (refusal !== null) return refusal;
    layOn(world, table, command);
  }
  return null;
}

/** Those of these commands, all for the step that comes next, that may be, each after the ones before it. */
export function allowedOf(world: World, commands: readonly Command[]): Command[] {
  const allowed: Command[] = [];
  for (const command of commands) {
    if (checkCommand(world, command, allowed) === null) allowed.push(command);
  }
  return allowed;
}

function checkTime(world: World, command: PressureCommand): Refusal | null {
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
  for (const command of commands) if (command.kind === 'pressure') layOn(world, table, command);
  return table;
}

function layOn(world: World, table: (readonly Pressure[])[], command: PressureCommand): void {
  const after = lay(table[command.seat] ?? [], command);
  for (const habitat of habitatsOf(world.settings, command.seat)) table[habitat] = after;
}

/** A played card goes to the end; one already there keeps its place and changes its level; level 0 takes it back. */
function lay(laid: readonly Pressure[], { card, level }: PressureCommand): readonly Pressure[] {
  if (level === 0) return laid.filter((pressure) => pressure.card !== card);
  if (laid.some((pressure) => pressure.card === card)) {
    return laid.map((pressure) => (pressure.card === card ? { card, level } : pressure));
  }
  return [...laid, { card, level }];
}

function checkLaying(world: World, table: LaidTable, command: PressureCommand): Refusal | null {
  const { seat, card, level } = command;
  const rules = tableRules(world.settings.rules);
  const { budget, maxCards } = rules;
  const laid = table[seat];
  const { name } = CARDS[card];
  const cost = rules.costs[card];
  if (laid === undefined) return { reason: 'noSeat', sentence: `There is no habitat ${seat + 1} in this world.` };
  if (cost === undefined || !world.settings.deck.includes(card))
    return { reason: 'noCard', sentence: `${name} is not in this match’s deck.` };
  if (!Number.isInteger(level) || level < 0 || level > MAX_LEVEL) {
    return { reason: 'badLevel', sentence: `A card is laid at level 1 to ${MAX_LEVEL}, not ${level}.` };
  }
  if (level === 0 && !laid.some((pressure) => pressure.card === card)) {
    return { reason: 'notLaid', sentence: `${name} is not on the table, so it cannot be taken back.` };
  }
  const after = lay(laid, command);
  if (after.length > maxCards) {
    return { reason: 'tooManyCards', sentence: `At most ${maxCards} cards fit on a habitat: take one back first.` };
  }
  if (tablePoints(rules, after) > budget) {
    const others = laid.filter((pressure) => pressure.card !== card);
    return {
      reason: 'budget',
      sentence: `${name} at level ${level} costs ${cost * level} points; you have ${budget - tablePoints(rules, others)} left of ${budget}.`,
    };
  }
  return null;
}
