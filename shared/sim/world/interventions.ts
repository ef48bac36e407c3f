/** Interventions: which are allowed when, which step each concerns, and what it does there. */
import {
  BRIDGES_MOST,
  BRIDGES_TIMES,
  FEAST_NUTRITION,
  INTERVENTIONS,
  type InterventionId,
  MAX_INTERVENTIONS,
} from '../interventions.ts';
import { opensRound } from './create.ts';
import { habitatsOf, usualMigration } from './duel.ts';
import {
  type Command,
  examGeneration,
  type Habitat,
  type Intervention,
  livingGeneration,
  type World,
} from './world.ts';

/** Why one cannot be: a key for translation, and a sentence for the person. */
export interface InterventionRefusal {
  readonly reason:
    | 'over'
    | 'exam'
    | 'betweenRounds'
    | 'notNow'
    | 'noSeat'
    | 'noneLeft'
    | 'notInRules'
    | 'tooLate'
    | 'already'
    | 'contradicts'
    | 'noMigration'
    | 'noNeighbours';
  readonly sentence: string;
}

/** The highest that GrowthConditions know. */
const MOST_NUTRITION = 100;

const isShelter = (intervention: InterventionId): boolean => intervention === 'shelter';

/** The tick of the step that it concerns: seasons have odd ticks, births even ones; a shelter waits for a season. */
const stepOf = ({ intervention, tick }: Omit<Intervention, 'seat'>): number =>
  tick % 2 === (isShelter(intervention) ? 1 : 0) ? tick : tick + 1;

/** Those that step `tick` meets in a habitat. */
export function inForce(world: World, habitat: number, tick: number): readonly InterventionId[] {
  const seats = habitatsOf(world.settings, habitat);
  return world.interventions
    .filter((given) => seats.includes(given.seat) && stepOf(given) === tick)
    .map(({ intervention }) => intervention);
}

/** Those of the round, with the ones that these commands add. */
export function withInterventions(world: World, commands: readonly Command[]): readonly Intervention[] {
  const more = commands.flatMap((command): Intervention[] => {
    if (command.kind !== 'intervention') return [];
    const { seat, intervention, tick } = command;
    return [{ seat, intervention, tick }];
  });
  return more.length === 0 ? world.interventions : [...world.interventions, ...more];
}

/** How many more a seat has in this round, after those queued for the coming step. */
export function interventionsLeft(world: World, queued: readonly Command[], seat: number): number {
  const given = withInterventions(world, queued).filter((each) => each.seat === seat).length;
  return Math.max(0, MAX_INTERVENTIONS - given);
}

/** Whether a shelter stands in the season of the generation now living, still to come or just past. */
export const isSheltered = (world: World, habitat: number): boolean =>
  inForce(world, habitat, 2 * livingGeneration(world) + 1).includes('shelter');

/** The habitat as its creatures now find it: a feast counts from their births to the end of their season. */
export function habitatNow(world: World, habitat: Habitat): Habitat {
  return feeding(world, habitat, 2 * livingGeneration(world));
}

/** The habitat as those find it who breed and are born at the coming births. */
export const habitatAtBirths = (world: World, habitat: Habitat): Habitat => feeding(world, habitat, world.tick);

function feeding(world: World, habitat: Habitat, tick: number): Habitat {
  if (world.interventions.length === 0 || !inForce(world, habitat.id, tick).includes('feast')) return habitat;
  return { ...habitat, nutrition: Math.min(MOST_NUTRITION, habitat.nutrition + FEAST_NUTRITION) };
}

/** The chance that a newborn's parents come from next door, in 1,000ths; null where a fence keeps everybody out. */
export function migrationInto(world: World, habitat: number, tick: number): number | null {
  if (world.settings.game === 'drift') return null;
  const usual = usualMigration(world.settings);
  const given = inForce(world, habitat, tick);
  if (given.includes('fence')) return null;
  return given.includes('bridges') ? Math.max(usual, Math.min(BRIDGES_MOST, BRIDGES_TIMES * usual)) : usual;
}

const no = (reason: InterventionRefusal['reason'], sentence: string): InterventionRefusal => ({ reason, sentence });

/**
 * Whether a steward may do this now, after the commands queued for the same step. Null if so. Allowed from a round's first
 * births to its last season, at the step that comes next.
 */
export function checkIntervention(
  world: World,
  given: Intervention,
  queued: readonly Command[],
): InterventionRefusal | null {
  const { settings, habitats } = world;
  if (settings.rules === 1) return no('notInRules', 'By rules 1 there were no interventions.');
  if (world.stage === 'over') return no('over', 'The match is over: there is nothing left to change.');
  if (world.generation >= examGeneration(settings)) {
    return no('exam', 'In the exam nobody intervenes: what was learned must do.');
  }
  if (world.stage === 'births' && opensRound(settings, world.generation)) {
    return no(
      'betweenRounds',
      'Interventions come in the middle of a round: after its first births, before its last season.',
    );
  }
  if (given.tick !== world.tick) return no('notNow', 'That moment has passed: try again.');
  if (habitats[given.seat] === undefined) return no('noSeat', `There is no habitat ${given.seat + 1} in this world.`);
  if (interventionsLeft(world, queued, given.seat) === 0) {
    return no('noneLeft', `You have intervened ${MAX_INTERVENTIONS} times in this round, and that is all.`);
  }
  return checkMoment(world, given) ?? checkPaths(world, given) ?? checkOthers(world, given, queued);
}

/** What concerns births needs some that are still to come in this round. */
function checkMoment({ settings }: World, given: Intervention): InterventionRefusal | null {
  const { name } = INTERVENTIONS[given.intervention];
  const step = stepOf(given);
  if (isShelter(given.intervention) || !opensRound(settings, step / 2)) return null;
  return no('tooLate', `${name} comes too late: no more young are born in this round.`);
}

function checkPaths({ settings, habitats }: World, { seat, intervention }: Intervention): InterventionRefusal | null {
  if (intervention !== 'bridges' && intervention !== 'fence') return null;
  if (habitats[seat]?.neighbours.length === 0) {
    return no('noNeighbours', 'This habitat has no neighbours: nobody could come.');
  }
  return usualMigration(settings) === 0
    ? no('noMigration', 'In this match nobody migrates: there is nothing to bridge or to fence off.')
    : null;
}

function checkOthers(world: World, given: Intervention, queued: readonly Command[]): InterventionRefusal | null {
  const { intervention, seat } = given;
  const { name } = INTERVENTIONS[intervention];
  const others = inForce({ ...world, interventions: withInterventions(world, queued) }, seat, stepOf(given));
  if (others.includes(intervention)) return no('already', `${name} is on its way already; twice does no more.`);
  const opposite = intervention === 'bridges' ? 'fence' : intervention === 'fence' ? 'bridges' : null;
  if (opposite !== null && others.includes(opposite)) {
    return no('contradicts', `${INTERVENTIONS[opposite].name} is on its way already, and ${name} is its opposite.`);
  }
  return null;
}
