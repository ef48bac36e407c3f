/** Whether a recording is true, found out in the background: every body is grown again, and every generation compared. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Verdict } from '../../shared/replay/verify.ts';
import type { VerifyReply, VerifyRequest } from '../worker/verify-jobs.ts';
import type { Shift } from './chapters.ts';

export type Standing =
  | { readonly kind: 'unasked' | 'stopped' }
  /** `grown` of `bodies` so far. */
  | { readonly kind: 'running'; readonly grown: number }
  | { readonly kind: 'told'; readonly verdict: Verdict }
  | { readonly kind: 'failed'; readonly error: string };

export interface Verification {
  readonly standing: ReadonlySignal<Standing>;
  readonly shift: ReadonlySignal<Shift | null>;
  start(): void;
  /** Ends the work; it can be started again. */
  stop(): void;
}

type Verify = (request: VerifyRequest, tell: (reply: VerifyReply) => void) => () => void;

/** `recording`: as its file has it, made when it is asked for. */
export function createVerification(recording: () => Uint8Array, verify: Verify): Verification {
  const standing = signal<Standing>({ kind: 'unasked' });
  const shift = signal<Shift | null>(null);
  let end = (): void => {};

  function hear(reply: VerifyReply): void {
    const now = standing.peek();
    if (now.kind !== 'running') return;
    if (reply.kind === 'grown') standing.value = { kind: 'running', grown: now.grown + reply.bodies };
    else if (reply.kind === 'failed') standing.value = { kind: 'failed', error: reply.error };
    else {
      shift.value = reply.shift;
      standing.value = { kind: 'told', verdict: reply.verdict };
    }
  }

  return {
    standing,
    shift,
    start() {
      const { kind } = standing.peek();
      if (kind === 'running' || kind === 'told') return;
      standing.value = { kind: 'running', grown: 0 };
      end = verify({ kind: 'verify', recording: recording() }, hear);
    },
    stop() {
      end();
      if (standing.peek().kind === 'running') standing.value = { kind: 'stopped' };
    },
  };
}
