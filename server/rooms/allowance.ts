/** How many intents a session may send. Counted a session, never an address: a whole school may share one. */

export const INTENTS_PER_SECOND = 10;
export const INTENT_BURST = 20;

export interface Allowance {
  left: number;
  /** When `left` was last topped up, in milliseconds of any steady clock. */
  asOf: number;
}

export const freshAllowance = (now: number): Allowance => ({ left: INTENT_BURST, asOf: now });

/** Takes one from the allowance, or answers false when none is left. */
export function take(allowance: Allowance, now: number): boolean {
  const gained = ((now - allowance.asOf) / 1000) * INTENTS_PER_SECOND;
  allowance.left = Math.min(INTENT_BURST, allowance.left + gained);
  allowance.asOf = now;
  if (allowance.left < 1) return false;
  allowance.left -= 1;
  return true;
}
