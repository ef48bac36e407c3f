/** The world's hash chain: what it covers, in which order. MODEL.md, "Hashes". */
import { CARD_IDS } from '../cards.ts';
import { type Digest, startDigest } from '../hash.ts';
import type { Command, Frame, Pressure, Settings, World } from './world.ts';

/** Every setting as 32-bit numbers, the founder's key letter by letter. */
export function settingsNumbers(settings: Settings): number[] {
  const { habitats, rounds, generationsPerRound, population, migration, noise, mapSeed } = settings;
  const key = Array.from(settings.founder, (letter) => letter.charCodeAt(0));
  return [habitats, rounds, generationsPerRound, population, migration, noise, mapSeed, ...key];
}

const addPressures = (digest: Digest, pressures: readonly Pressure[]): void =>
  digest.numbers(pressures.flatMap(({ card, level }) => [CARD_IDS.indexOf(card), level]));

const addCommands = (digest: Digest, commands: readonly Command[]): void =>
  digest.numbers(commands.flatMap(({ tick, seat, card, level }) => [tick, seat, CARD_IDS.indexOf(card), level]));

/** Everything in the frame but a season's hash. */
function addFrame(digest: Digest, frame: Frame): void {
  digest.number(frame.kind === 'births' ? 1 : 2);
  digest.number(frame.tick);
  digest.number(frame.generation);
  addCommands(digest, frame.commands);
  if (frame.kind === 'births') {
    digest.number(frame.seed);
    addPressures(digest, frame.examPressures);
    digest.numbers(frame.counts);
    digest.numbers(frame.mothers);
    digest.numbers(frame.fathers);
  } else {
    digest.numbers(frame.causes);
    digest.numbers(frame.moments);
  }
}

/** All of the state that is not in the settings. */
function addState(digest: Digest, world: World): void {
  digest.number(world.tick);
  digest.number(world.generation);
  digest.number(world.creatures.length);
  for (const { genome, noiseSeed, habitat, mother, father, twin, cause, moment } of world.creatures) {
    digest.bytes(genome);
    for (const value of [noiseSeed, habitat, mother, father, twin, cause, moment]) digest.number(value);
  }
  for (const pressures of world.pressures) addPressures(digest, pressures);
  addPressures(digest, world.examPressures);
  for (const seasons of world.history) {
    digest.numbers(seasons.flatMap(({ born, survived, points }) => [born, survived, points]));
  }
  digest.numbers(world.played);
}

/**
 * The hash after a frame: over the hash before it, the frame, and (after a season) the whole state that it led to. 16 bytes.
 * `after` is the world that the frame made, its own hash not looked at.
 */
export function nextHash(before: Uint8Array, frame: Frame, after: World): Uint8Array {
  const digest = startDigest();
  digest.bytes(before);
  addFrame(digest, frame);
  if (frame.kind === 'season') addState(digest, after);
  return digest.finish();
}
