/** The one way in which a world changes: a frame is applied to it. The same on the server, on a page and in a replay. */
import { CARDS, MAX_LEVEL } from '../cards.ts';
import { causeOf } from '../causes.ts';
import { sameBytes } from '../hash.ts';
import { dangerPoints } from '../pressures.ts';
import { checkCommands, layCommands } from './commands.ts';
import { opensRound, pressuresInForce } from './create.ts';
import { nextHash } from './digest.ts';
import { insist } from './error.ts';
import { maskOf } from './exam.ts';
import { childrenOf, isSecondTwin } from './heredity.ts';
import {
  type BirthFrame,
  type Command,
  examGeneration,
  FOUNDER_PARENT,
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

/**
 * The world with the pressures of the coming season: commands laid on an empty table when a round opens, the exam's cards
 * in the exam. Throws a FrameError when a command is not allowed.
 */
export function applyPressures(world: World, commands: readonly Command[], examPressures: readonly Pressure[]): World {
  const refusal = checkCommands(world, commands);
  insist(refusal === null, () => `A command is not allowed: ${refusal?.sentence ?? ''}`);
  if (!opensRound(world.settings, world.generation)) return world;
  const pressures = layCommands(world, commands).map((laid) => [...laid]);
  const played = new Set([...world.played, ...pressures.map((laid) => maskOf(laid.map(({ card }) => card)))]);
  played.delete(0);
  return { ...world, pressures, played: [...played].sort((a, b) => a - b), examPressures: [...examPressures] };
}

function applyBirths(world: World, frame: BirthFrame): World {
  checkExamCards(world, frame.examPressures);
  checkParents(world, frame);
  const ahead = applyPressures(world, frame.commands, frame.examPressures);
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

function checkParents(world: World, frame: BirthFrame): void {
  const { counts, mothers, fathers, generation } = frame;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const where = (): string => `In the births of generation ${generation + 1}`;
  insist(counts.length === world.habitats.length, () => `${where()} the number of habitats is wrong.`);
  insist(
    counts.every((count) => count <= world.settings.population),
    () => `${where()} a habitat is overfull.`,
  );
  insist(mothers.length === total && fathers.length === total, () => `${where()} parents are missing.`);
  let index = 0;
  counts.forEach((count, habitat) => {
    for (let place = 0; place < count; place++, index++) {
      const mother = mothers[index] ?? 0;
      const father = fathers[index] ?? 0;
      insist(
        areParents(world, mother, father, habitat),
        () => `${where()} creature ${index + 1} has impossible parents.`,
      );
      const twins =
        !isSecondTwin(world, generation, place) || (mother === mothers[index - 1] && father === fathers[index - 1]);
      insist(twins, () => `${where()} the twins of habitat ${habitat + 1} have different parents.`);
    }
  });
}

/** Both the founder, or two survivors of one habitat: this one or a neighbour. */
function areParents(world: World, mother: number, father: number, habitat: number): boolean {
  if (mother === FOUNDER_PARENT || father === FOUNDER_PARENT) return mother === father;
  const dam = world.creatures[mother];
  const sire = world.creatures[father];
  if (dam === undefined || sire === undefined || dam.cause !== 0 || sire.cause !== 0) return false;
  if (dam.habitat !== sire.habitat) return false;
  return dam.habitat === habitat || (world.habitats[habitat]?.neighbours.includes(dam.habitat) ?? false);
}

function applySeason(world: World, frame: SeasonFrame): World {
  checkDeaths(world, frame);
  const creatures = world.creatures.map((creature, index) => {
    const cause = frame.causes[index] ?? 0;
    return cause === 0 ? creature : { ...creature, cause, moment: frame.moments[index] ?? 0 };
  });
  const history = world.history.map((seasons, habitat) => {
    const here = creatures.filter((creature) => creature.habitat === habitat);
    const survived = here.filter(({ cause }) => cause === 0).length;
    return [...seasons, { born: here.length, survived, points: dangerPoints(pressuresInForce(world, habitat)) }];
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

function checkDeaths(world: World, frame: SeasonFrame): void {
  const where = (): string => `In the season of generation ${frame.generation + 1}`;
  insist(frame.commands.length === 0, () => `${where()} there are commands, which belong between rounds.`);
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
