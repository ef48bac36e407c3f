/** Where a recording comes from: a match, or another recording from which it branches off. */
import { DecodeError, type Reader, type Writer } from '../protocol/bytes.ts';
import { CHANCE_PARTS, type Chances, type DrawnAnew, SECRET_BYTES } from '../sim/world/seeds.ts';
import { examGeneration, type Settings } from '../sim/world/world.ts';
import { LINK_BYTES } from './chain.ts';

/** A branch is the same as its parent up to a generation, and from then on its own. */
export interface Origin {
  /** The mark of the recording from which it branches (recording.ts): 16 bytes. */
  readonly parent: Uint8Array;
  /** The first generation that is its own, counted from 0. */
  readonly from: number;
  /** What was drawn anew, by its parent's branches first; none where only cards were ever changed. */
  readonly anew: readonly DrawnAnew[];
}

/** How often it may branch off from branches in which something was drawn anew. */
export const MOST_DRAWINGS = 16;

const MOST_BITS = (1 << CHANCE_PARTS.length) - 1;

export function writeOrigin(writer: Writer, { parent, from, anew }: Origin): void {
  writer.bytes(parent);
  writer.varint(from);
  writer.u8(anew.length);
  for (const { from, parts, secret } of anew) {
    writer.varint(from);
    writer.u8(CHANCE_PARTS.reduce((bits, part, at) => bits + (parts.includes(part) ? 1 << at : 0), 0));
    writer.bytes(secret);
  }
}

/** Throws a DecodeError when it is none that a recording of such a match can have. */
export function readOrigin(reader: Reader, settings: Settings): Origin {
  const parent = reader.bytes('the mark of its parent', LINK_BYTES);
  const from = reader.varint('the generation of its branch', examGeneration(settings));
  const count = reader.u8('how often chances were drawn anew', MOST_DRAWINGS);
  return { parent, from, anew: Array.from({ length: count }, () => readDrawing(reader, settings)) };
}

function readDrawing(reader: Reader, settings: Settings): DrawnAnew {
  const from = reader.varint('the generation from which chances were drawn anew', examGeneration(settings));
  const bits = reader.u8('what was drawn anew', MOST_BITS);
  if (bits === 0) throw new DecodeError('The recording is damaged: nothing was drawn anew, and yet it says so.');
  const parts = CHANCE_PARTS.filter((_, at) => ((bits >>> at) & 1) === 1);
  return { from, parts, secret: reader.bytes('a branch’s secret', SECRET_BYTES) };
}

/** From where all chances of a recording with this secret and this origin come. */
export const chancesOf = (secret: Uint8Array, origin: Origin | null): Chances =>
  origin === null || origin.anew.length === 0 ? secret : { secret, anew: origin.anew };
