/**
 * A genome in letters, as DNA is written: two bits a letter, four letters a byte, the highest bits first. Which letter stands for
 * which two bits is our choice (A 0, C 1, G 2, T 3); in a cell no letter has a number.
 */
import { GENOME_BYTES } from '../sim/genome.ts';

export const LETTERS = 'ACGT';
export const LETTERS_A_BYTE = 4;
export const GENOME_LETTERS = GENOME_BYTES * LETTERS_A_BYTE;

const BITS = 2;

/** Four letters for each byte, without gaps. */
export const inLetters = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => [3, 2, 1, 0].map((place) => LETTERS.charAt((byte >> (place * BITS)) & 3)).join('')).join(
    '',
  );

/** The bytes of what `inLetters` wrote, in small letters or large, with gaps, line ends and digits between. Null for anything else. */
export function fromLetters(text: string): Uint8Array | null {
  const letters = text.toUpperCase().replace(/[\s\d]/g, '');
  if (!/^[ACGT]*$/.test(letters) || letters.length % LETTERS_A_BYTE !== 0) return null;
  return Uint8Array.from({ length: letters.length / LETTERS_A_BYTE }, (_, byte) =>
    [...letters.slice(byte * LETTERS_A_BYTE, (byte + 1) * LETTERS_A_BYTE)].reduce(
      (value, letter) => (value << BITS) | LETTERS.indexOf(letter),
      0,
    ),
  );
}

/** How many letters differ between two genomes. */
export function lettersApart(one: Uint8Array, other: Uint8Array): number {
  let apart = 0;
  for (let at = 0; at < one.length; at++) {
    for (let bits = (one[at] ?? 0) ^ (other[at] ?? 0); bits > 0; bits >>= BITS) if (bits & 3) apart++;
  }
  return apart;
}
