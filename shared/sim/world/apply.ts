/** The one way in which a world changes: a frame is applied to it. The same on the server, on a page and in a replay. */
import { CARDS, MAX_LEVEL } from '../cards.ts';
import { causeOf } from '../causes.ts';
import { sameBytes } from '../hash.ts';
import { checkCommands, layCommands } from './commands.ts';
import { laidOn, opensRound, pressuresInForce } from './create.ts';
import { nextHash } from './digest.ts';
import { insist } from './error.ts';
import { maskOf } from './exam.ts';
import { childrenOf } from './heredity.ts';
import { isSheltered, withInterventions } from './interventions.ts';
import { checkParents } from './parents.ts';
import { lessonPoints, tableRules } from './rules.ts';
import { checkShock } from './shock.ts';
import {
  type BirthFrame,
  type Command,
  examGeneration,
  type Frame,
  type Pressure,
  type SeasonFrame,
  type World,
} from './world.ts';

/**
 * The world after a frame: a new object; the one given stays as it is (what did not change is shared between the two).
 * Throws a FrameError, naming what is wrong, when the frame does not follow from this world or its hash is not met.
 */
export function applyFrame(world: World, frame: Frame): World {
  checkPlace(world, frame);
  if (frame.kind === 'births') return applyBirths(world, frame);
  const after = applySeason(world, frame);
  insist(sameBytes(after.hash, frame.hash), () => {
    return `The state after generation ${frame.generation + 1} is not the one that was recorded: its hash differs.`;
  });
  return after;
}

/** A season's frame with the hash to which it leads. */
export function sealSeason(world: World, unsealed: Omit<SeasonFrame, 'hash'>): SeasonFrame {
  checkPlace(world, unsealed);
  return { ...unsealed, hash: applySeason(world, { ...unsealed, hash: new Uint8Array() }).hash };
}

function checkPlace(world: World, frame: Pick<Frame, 'kind' | 'tick' | 'generation'>): void {
  insist(world.stage !== 'over', () => 'The match is over, yet there is another frame.');
  insist(frame.kind === world.stage, () => `A frame of ${frame.kind} came where ${world.stage} were due.`);
  insist(frame.tick === world.tick && frame.generation === world.generation, () => {
    return `A frame of generation ${frame.generation + 1} came where generation ${world.generation + 1} was due.`;
  });
}

/** What a step of births brings before anybody is born. */
type Opening = Pick<BirthFrame, 'commands' | 'examPressures' | 'shock'>;

/**
 * The world as the coming births find it: commands laid on an empty table when a round opens, the exam's cards in the exam, the
 * disaster where it strikes, interventions in the middle of a round. Throws a FrameError when a command is not allowed.
 */
export function openBirths(world: World, { commands, examPressures, shock }: Opening): World {
  const refusal = checkCommands(world, commands);
  insist(refusal === null, () => `A command is not allowed: ${refusal?.sentence ?? ''}`);
  if (!opensRound(world.settings, world.generation)) {
    return { ...world, interventions: withInterventions(world, commands) };
  }
  const opened: World = {
    ...world,
    pressures: layCommands(world, commands).map((laid) => [...laid]),
    examPressures: [...examPressures],
    interventions: [],
    shockedAt: shock === null ? world.shockedAt : world.generation,
  };
  const played = new Set(world.played);
  if (examPressures.length === 0) {
    for (const { id } of world.habitats) played.add(maskOf(pressuresInForce(opened, id).map(({ card }) => card)));
    played.delete(0);
  }
  return { ...opened, played: [...played].sort((a, b) => a - b) };
}

/** The world as the coming season finds it, with the interventions of that step. Throws a FrameError as openBirths does. */
export function openSeason(world: World, commands: readonly Command[]): World {
  const refusal = checkCommands(world, commands);
  insist(refusal === null, () => `A command is not allowed: ${refusal?.sentence ?? ''}`);
  return { ...world, interventions: withInterventions(world, commands) };
}

function applyBirths(world: World, frame: BirthFrame): World {
  checkExamCards(world, frame.examPressures);
  checkShock(world, frame);
  const ahead = openBirths(world, frame);
  checkParents(ahead, frame);
  const after: World = { ...ahead, creatures: childrenOf(world, frame), tick: world.tick + 1, stage: 'season' };
  return { ...after, hash: nextHash(world.hash, frame, after) };
}

function checkExamCards(world: World, cards: readonly Pressure[]): void {
  const due = world.generation === examGeneration(world.settings);
  insist(due === cards.length > 0, () => (due ? 'The exam has no cards.' : 'Cards of the exam came before it.'));
  const distinct = new Set(cards.map(({ card }) => card)).size === cards.length;
  insist(
    distinct && cards.every(({ level }) => level >= 1 && level <= MAX_LEVEL),
    () => 'The exam’s cards are impossible.',
  );
}

function applySeason(before: World, frame: SeasonFrame): World {
  const world = openSeason(before, frame.commands);
  checkDeaths(world, frame);
  const creatures = world.creatures.map((creature, index) => {
    const cause = frame.causes[index] ?? 0;
    return cause === 0 ? creature : { ...creature, cause, moment: frame.moments[index] ?? 0 };
  });
  const history = world.history.map((seasons, habitat) => {
    const here = creatures.filter((creature) => creature.habitat === habitat);
    const survived = here.filter(({ cause }) => cause === 0).length;
    return [...seasons, { born: here.length, survived, points: pointsLearned(world, habitat) }];
  });
  const over = world.generation === examGeneration(world.settings);
  const after: World = {
    ...world,
    creatures,
    history,
    tick: world.tick + 1,
    stage: over ? 'over' : 'births',
    generation: over ? world.generation : world.generation + 1,
  };
  return { ...after, hash: nextHash(world.hash, frame, after) };
}

/** Points of the dangers laid; the disaster is nobody's doing. What a shelter keeps from creatures they do not learn. */
function pointsLearned(world: World, habitat: number): number {
  const points = lessonPoints(tableRules(world.settings.rules), laidOn(world, habitat));
  return isSheltered(world, habitat) ? Math.floor(points / 2) : points;
}

function checkDeaths(world: World, frame: SeasonFrame): void {
  const where = (): string => `In the season of generation ${frame.generation + 1}`;
  const all = frame.causes.length === world.creatures.length && frame.moments.length === world.creatures.length;
  insist(all, () => `${where()} the number of creatures is wrong.`);
  world.creatures.forEach(({ habitat }, index) => {
    const number = frame.causes[index] ?? 0;
    const cause = causeOf(number);
    insist(number === 0 || cause !== null, () => `${where()} creature ${index + 1} dies of nothing known.`);
    insist(
      number !== 0 || frame.moments[index] === 0,
      () => `${where()} creature ${index + 1} lives, yet has an hour of death.`,
    );
    const card = cause?.card ?? null;
    const met = card === null || pressuresInForce(world, habitat).some((pressure) => pressure.card === card);
    insist(
      met,
      () => `${where()} creature ${index + 1} dies of ${card === null ? '' : CARDS[card].name}, which was not there.`,
    );
  });
}
