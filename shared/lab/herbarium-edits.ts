/**
 * Edits of a genome as a word for a link: one step after the other, so that each can be taken back. A step is the place of its first
 * byte (3 hexadecimal digits), the bytes written there (2 digits each), and a dot.
 */
import { GENOME_BYTES, type Genome } from '../sim/genome.ts';
import { hexOf } from '../sim/hash.ts';

export interface Edit {
  /** 0 to GENOME_BYTES - 1. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Steps that can be taken back. Beyond, those that were first become one. */
export const MOST_STEPS = 100;

const STEP = /([0-9a-f]{3})((?:[0-9a-f]{2}){1,268})\./g;
const WORD = /^(?:[0-9a-f]{3}(?:[0-9a-f]{2}){1,268}\.)*$/;

export const writeEdits = (edits: readonly Edit[]): string =>
  edits.map(({ at, bytes }) => `${at.toString(16).padStart(3, '0')}${hexOf(bytes)}.`).join('');

/** Null where the word is none of ours, or writes beyond the genome. */
export function readEdits(word: string): readonly Edit[] | null {
  if (!WORD.test(word)) return null;
  const edits = [...word.matchAll(STEP)].map(
    ([, place = '', digits = '']): Edit => ({
      at: Number.parseInt(place, 16),
      bytes: Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
        Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
      ),
    }),
  );
  return edits.every(({ at, bytes }) => at + bytes.length <= GENOME_BYTES) ? edits : null;
}

/** A genome of its own, with all edits made in their order. */
export function edited(genome: Genome, edits: readonly Edit[]): Genome {
  const after = Uint8Array.from(genome);
  for (const { at, bytes } of edits) after.set(bytes, at);
  return after;
}

/**
 * One step more. Turning the same byte on and on is one step; so many that nobody takes them back are put together, by what they came
 * to.
 */
export function withEdit(genome: Genome, edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const last = edits.at(-1);
  if (last && last.at === edit.at && last.bytes.length === 1 && edit.bytes.length === 1) {
    return [...edits.slice(0, -1), edit];
  }
  if (edits.length < MOST_STEPS) return [...edits, edit];
  return [...together(genome, edited(genome, edits)), edit];
}

/** One step from the first byte that differs to the last. */
function together(before: Genome, after: Genome): readonly Edit[] {
  const differs = (byte: number, at: number): boolean => byte !== before[at];
  const first = after.findIndex(differs);
  const end = after.findLastIndex(differs) + 1;
  return first < 0 ? [] : [{ at: first, bytes: after.slice(first, end) }];
}
