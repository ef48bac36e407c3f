/** What the page asks of a worker that plays a match again from its inputs, and what comes back. Everything here can be posted. */
import type { Verdict } from '../../shared/replay/verify.ts';
import type { Shift } from '../session/chapters.ts';

export interface VerifyRequest {
  readonly kind: 'verify';
  /** As its file has it. */
  readonly recording: Uint8Array;
}

export type VerifyReply =
  /** So many bodies more have been grown again. */
  | { readonly kind: 'grown'; readonly bodies: number }
  /** `shift`: what the bodies tell besides; null where nothing moved, or too few lived to say. */
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly shift: Shift | null }
  | { readonly kind: 'failed'; readonly error: string };
