/** A creature as a word that fits into a link: all that it grows from. */
import { type GrowthConditions, MILD } from '../sim/embryo/body.ts';
import { founderByKey } from '../sim/founders.ts';
import { GENOME_BYTES } from '../sim/genome.ts';
import type { Seedling } from '../sim/seedling.ts';

/** Of the form below; a later one has another number. */
const VERSION = 1;
/** Version, noise seed (4), temperature, nutrition, noise (2): little-endian. */
const HEAD_BYTES = 9;

/** 370 letters that an address can bear (base64url). */
export function encodeCreature({ genome, noiseSeed, conditions }: Seedling): string {
  const bytes = new Uint8Array(HEAD_BYTES + GENOME_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint32(1, noiseSeed >>> 0, true);
  view.setInt8(5, conditions.temperature);
  view.setInt8(6, conditions.nutrition);
  view.setUint16(7, conditions.noise, true);
  bytes.set(genome, HEAD_BYTES);
  return lettersOf(bytes);
}

/** What `encodeCreature` wrote, or a founder species by its key, as twin 1 in mild conditions. Null for anything else. */
export function decodeCreature(text: string): Seedling | null {
  const founder = founderByKey(text);
  if (founder) return { genome: founder.genome, noiseSeed: 1, conditions: MILD };
  const bytes = bytesOf(text);
  if (bytes?.length !== HEAD_BYTES + GENOME_BYTES || bytes[0] !== VERSION) return null;
  const view = new DataView(bytes.buffer);
  const conditions: GrowthConditions = {
    temperature: view.getInt8(5),
    nutrition: view.getInt8(6),
    noise: view.getUint16(7, true),
  };
  const { temperature, nutrition, noise } = conditions;
  if (Math.abs(temperature) > 100 || Math.abs(nutrition) > 100 || noise > 400) return null;
  return { genome: bytes.slice(HEAD_BYTES), noiseSeed: view.getUint32(1, true), conditions };
}

/** Base64 with the letters that an address may bear, without padding. */
export const lettersOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Null where the letters are no base64url. */
export function bytesOf(letters: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(letters)) return null;
  try {
    return Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
