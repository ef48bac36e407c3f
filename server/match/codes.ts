import { randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS } from '../../shared/protocol/messages.ts';

/** A code for a private room, drawn so that none can be guessed from another: one of 148 million. */
export function drawCode(): string {
  let code = '';
  for (let at = 0; at < CODE_LENGTH; at++) code += CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? '';
  return code;
}
