/**
 * Where a match's chances come from. One secret of 32 bytes stays with the authority; each step's seed is a hash of it, so
 * that a page that knows every frame so far can foretell neither the next children nor who will die.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const SECRET_BYTES = 32;

/**
 * What a branch may draw anew, each by itself: the noise of development; heredity (who breeds with whom, and what their young get); the
 * encounters of a season. The exam's cards and the disaster are of the world, and stay.
 */
export const CHANCE_PARTS = ['development', 'heredity', 'encounters'] as const;
export type ChancePart = (typeof CHANCE_PARTS)[number];

/** Some of the chances, from a generation on, from another secret. */
export interface DrawnAnew {
  /** Counted from 0. */
  readonly from: number;
  /** At least one, in the order of CHANCE_PARTS. */
  readonly parts: readonly ChancePart[];
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** Where chances come from: a match's secret; in a branch, others besides, of which a later one goes before an earlier. */
export type Chances = Uint8Array | { readonly secret: Uint8Array; readonly anew: readonly DrawnAnew[] };

const secretOf = (chances: Chances): Uint8Array => ('anew' in chances ? chances.secret : chances);

function secretFor(chances: Chances, part: ChancePart, generation: number): Uint8Array {
  if (!('anew' in chances)) return chances;
  const own = chances.anew.findLast(({ from, parts }) => from <= generation && parts.includes(part));
  return own?.secret ?? chances.secret;
}

function seedFor(secret: Uint8Array, label: string, generation: number): number {
  const counter = Uint8Array.of(generation & 0xff, (generation >>> 8) & 0xff);
  const hash = sha256(concatBytes(secret, utf8ToBytes(label), counter));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0, true);
}

/** Published in the generation's birth frame: heredity follows from it, and developmental noise too. 0 to 2^32 - 1. */
export const birthSeed = (chances: Chances, generation: number): number =>
  seedFor(secretFor(chances, 'heredity', generation), 'births', generation);

/** Published too, where development is drawn apart from heredity: then noise follows from it. Null where it is not. */
export function apartNoiseSeed(chances: Chances, generation: number): number | null {
  const noise = secretFor(chances, 'development', generation);
  return noise === secretFor(chances, 'heredity', generation) ? null : seedFor(noise, 'births', generation);
}

/** Never published: who pairs with whom, who migrates. */
export const pairingSeed = (chances: Chances, generation: number): number =>
  seedFor(secretFor(chances, 'heredity', generation), 'pairs', generation);

/** Never published: which hazards meet whom, and when. */
export const seasonSeed = (chances: Chances, generation: number): number =>
  seedFor(secretFor(chances, 'encounters', generation), 'season', generation);

/** Never published: which held-out cards the exam asks. */
export const examSeed = (chances: Chances): number => seedFor(secretOf(chances), 'exam', 0);

/** Never published: when the disaster comes. */
export const shockSeed = (chances: Chances): number => seedFor(secretOf(chances), 'shock', 0);

/** A secret that anyone can derive, for repeatable headless matches and tests: never for play among people. */
export function secretFromSeed(seed: number): Uint8Array {
  return sha256(utf8ToBytes(`twinfold headless match ${seed}`));
}
