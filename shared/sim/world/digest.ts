/** The world's hash chain: what it covers, in which order. MODEL.md, "Hashes". */
import { CARD_IDS } from '../cards.ts';
import { type Digest, startDigest } from '../hash.ts';
import { INTERVENTION_IDS } from '../interventions.ts';
import { BRIEFS, GAMES } from '../settings.ts';
import { maskOf } from './exam.ts';
import { DECK_RULES } from './rules.ts';
import type { Command, Frame, Pressure, Settings, World } from './world.ts';

/** In place of a card's number, where a command is an intervention: these and its place. */
const INTERVENTION_NUMBERS = 1000;

/** Every setting as 32-bit numbers, the founder's key letter by letter. */
export function settingsNumbers(settings: Settings): number[] {
  const { habitats, rounds, generationsPerRound, population, migration, noise, mapSeed } = settings;
  const key = Array.from(settings.founder, (letter) => letter.charCodeAt(0));
  const numbers = [habitats, rounds, generationsPerRound, population, migration, noise, mapSeed, ...key];
  if (settings.rules === 1) return numbers;
  const { rules, shock, game, briefs, deck } = settings;
  const later = [...numbers, rules, Number(shock), GAMES.indexOf(game), BRIEFS.indexOf(briefs)];
  return rules < DECK_RULES ? later : [...later, maskOf(deck)];
}

const addPressures = (digest: Digest, pressures: readonly Pressure[]): void =>
  digest.numbers(pressures.flatMap(({ card, level }) => [CARD_IDS.indexOf(card), level]));

const addCommands = (digest: Digest, commands: readonly Command[]): void =>
  digest.numbers(
    commands.flatMap((command) => [
      command.tick,
      command.seat,
      ...(command.kind === 'pressure'
        ? [CARD_IDS.indexOf(command.card), command.level]
        : [INTERVENTION_NUMBERS + INTERVENTION_IDS.indexOf(command.intervention), 0]),
    ]),
  );

/** Everything in the frame but a season's hash. */
function addFrame(digest: Digest, frame: Frame, rules: number): void {
  digest.number(frame.kind === 'season' ? 2 : frame.noise === null ? 1 : 3);
  digest.number(frame.tick);
  digest.number(frame.generation);
  addCommands(digest, frame.commands);
  if (frame.kind === 'births') {
    digest.number(frame.seed);
    if (frame.noise !== null) digest.number(frame.noise);
    addPressures(digest, frame.examPressures);
    if (rules > 1) addPressures(digest, frame.shock === null ? [] : [frame.shock]);
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
  if (world.settings.rules === 1) return;
  digest.number(world.shockedAt ?? -1);
  digest.numbers(
    world.interventions.flatMap(({ seat, intervention, tick }) => [seat, INTERVENTION_IDS.indexOf(intervention), tick]),
  );
}

/**
 * The hash after a frame: over the hash before it, the frame, and (after a season) the whole state that it led to. 16 bytes.
 * `after` is the world that the frame made, its own hash not looked at.
 */
export function nextHash(before: Uint8Array, frame: Frame, after: World): Uint8Array {
  const digest = startDigest();
  digest.bytes(before);
  addFrame(digest, frame, after.settings.rules);
  if (frame.kind === 'season') addState(digest, after);
  return digest.finish();
}
