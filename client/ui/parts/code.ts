import { CODE_LENGTH, CODE_LETTERS } from '../../../shared/protocol/code.ts';

/** The code in what a person typed or pasted (a link too), in capitals; null if there is none. */
export function readCode(text: string): string | null {
  const tail = text.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
  const code = tail.toUpperCase().replace(/[\s-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter)) ? code : null;
}
