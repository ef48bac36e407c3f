/** What the load bench's server tells the process that drives it. */
import { createReader } from '../../shared/protocol/bytes.ts';

export interface Look {
  readonly kind: 'look';
  readonly at: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  /** How late its event loop was since what is measured began: 99 times of 100 at most so, and at worst. */
  readonly lagMs: number;
  readonly worstLagMs: number;
}

export interface FrameReport {
  readonly kind: 'frame';
  readonly room: string;
  readonly tick: number;
  /** When it went out, and when it could have at the earliest: steadyMs(). */
  readonly at: number;
  readonly dueAt: number;
}

export type FromServer =
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'log'; readonly line: string }
  | FrameReport
  | Look;

/** How often it says how it is. */
export const LOOK_MS = 5000;

/** Milliseconds of the machine's steady clock, which all of its processes share. */
export const steadyMs = (): number => Number(process.hrtime.bigint()) / 1e6;

export function isFromServer(message: unknown): message is FromServer {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

/** Of a frame, as its first bytes say. */
export function tickOf(frame: Uint8Array): number {
  const reader = createReader(frame, 'A frame');
  reader.u8('its kind');
  return reader.varint('its tick', 0xffff);
}
