/** How much a session may send. Counted a session, never an address: a whole school may share one. */
import type { Refusal } from '../match/engine.ts';
import { type Bucket, fill, take } from '../transport/bucket.ts';

export const INTENTS_PER_SECOND = 10;
export const INTENT_BURST = 20;
export const INTENTS_PER_MINUTE = 150;
/** The longest that a page sends are four names, a sentence or a deck: a few thousand bytes. */
export const MOST_MESSAGE_BYTES = 16 * 1024;

const SECOND = { perSecond: INTENTS_PER_SECOND, burst: INTENT_BURST };
const MINUTE = { perSecond: INTENTS_PER_MINUTE / 60, burst: INTENTS_PER_MINUTE };
const BYTES = { perSecond: 64 * 1024, burst: 128 * 1024 };

export interface Allowance {
  readonly second: Bucket;
  readonly minute: Bucket;
  readonly bytes: Bucket;
}

/** `now`: milliseconds of any steady clock. */
export const freshAllowance = (now: number): Allowance => ({
  second: fill(SECOND, now),
  minute: fill(MINUTE, now),
  bytes: fill(BYTES, now),
});

const TOO_LONG: Refusal = {
  reason: 'tooLong',
  error: 'That was longer than anything that is needed here. Nothing has changed.',
};
const TOO_FAST: Refusal = {
  reason: 'tooFast',
  error: 'That was too much at once. Wait a second, then try again.',
};
const TOO_MUCH: Refusal = {
  reason: 'tooMuch',
  error: 'That was a great deal within one minute. Wait some seconds, then go on more slowly.',
};

/** Why a message of so many bytes is not even read; null when it may pass, and is counted. */
export function spend(allowance: Allowance, bytes: number, now: number): Refusal | null {
  if (!take(allowance.second, SECOND, now) || !take(allowance.bytes, BYTES, now, bytes)) return TOO_FAST;
  if (!take(allowance.minute, MINUTE, now)) return TOO_MUCH;
  return bytes > MOST_MESSAGE_BYTES ? TOO_LONG : null;
}
