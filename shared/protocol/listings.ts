/** Lists that a page asks for by plain HTTP. */
// Pages load this: the small form of the library.
import * as z from 'zod/mini';
import { PHASES } from './wire.ts';

/**
 * Why a match broke off: its people did not come back; nobody gave a sign of life for long; it was played by other rules or
 * another kernel than this version’s; what is kept of it is damaged; something failed; an older version left it unfinished.
 */
export const BREAK_OFFS = ['deserted', 'tooOld', 'otherVersion', 'damaged', 'fault', 'unfinished'] as const;
export type BreakOff = (typeof BREAK_OFFS)[number];

/** A public room that can be joined. */
export const roomListingSchema = z.object({
  roomId: z.string(),
  founder: z.string(),
  habitats: z.int(),
  rounds: z.int(),
  /** The round being played, counted from 0. */
  round: z.int(),
  phase: z.enum(PHASES),
  /** People in it now, and seats that a person could have. */
  people: z.int(),
  freeSeats: z.int(),
});
export type RoomListing = z.infer<typeof roomListingSchema>;
export const roomListSchema = z.object({ rooms: z.array(roomListingSchema) });

export const replayListingSchema = z.object({
  id: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  mode: z.string(),
  founder: z.string(),
  habitats: z.int(),
  rounds: z.int(),
  status: z.enum(['playing', 'finished', 'interrupted']),
  /** Why it broke off; null unless it did, and where that is not known. */
  why: z.nullable(z.enum(BREAK_OFFS)),
});
export type ReplayListing = z.infer<typeof replayListingSchema>;
export const replayListSchema = z.object({ replays: z.array(replayListingSchema), more: z.boolean() });
export type ReplayList = z.infer<typeof replayListSchema>;

/** Where a code leads. */
export const codeAnswerSchema = z.object({ roomId: z.string() });
export type CodeAnswer = z.infer<typeof codeAnswerSchema>;

/** A refusal: `reason` is a key for the interface, `error` a sentence; `replay` the path of a replay to see instead. */
export const refusalSchema = z.object({ reason: z.string(), error: z.string(), replay: z.optional(z.string()) });
export type Refusal = z.infer<typeof refusalSchema>;
