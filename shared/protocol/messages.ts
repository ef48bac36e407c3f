/**
 * What crosses the wire between a page and a room, apart from schema state and binary frames. Everything a client sends is
 * parsed by these schemas at the room's edge; what does not fit is answered with an error and changes nothing.
 */
import { z } from 'zod';
import { CARD_IDS } from '../sim/cards.ts';
import { CODE_LENGTH, CODE_LETTERS } from './code.ts';

/** Raised when pages and servers of different ages cannot talk to each other. */
export const PROTOCOL_VERSION = 1;

/** Names of messages. Client to server: `intent`. Server to client: `welcome`, `answer`, `snapshot` (bytes), `frame` (bytes). */
export const Message = {
  intent: 'intent',
  welcome: 'welcome',
  answer: 'answer',
  snapshot: 'snapshot',
  frame: 'frame',
} as const;

/** Colyseus room name; one kind of room, its manners set by options. */
export const ROOM = 'match';

export { CODE_LENGTH, CODE_LETTERS };
export const codeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(
    new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`),
    'A code is six letters or digits, as on the host’s screen.',
  );

const intentId = z.int().min(0).max(0x7fffffff);

export const intentSchema = z.discriminatedUnion('kind', [
  /** Lay a card on one's own habitat (level 1 to 3) or take it back (0). */
  z.strictObject({ id: intentId, kind: z.literal('pressure'), card: z.enum(CARD_IDS), level: z.int().min(0).max(3) }),
  /** Ready for the next phase. */
  z.strictObject({ id: intentId, kind: z.literal('ready'), ready: z.boolean() }),
  /** The host's pacing. */
  z.strictObject({ id: intentId, kind: z.literal('pace'), action: z.enum(['start', 'pause', 'resume', 'next']) }),
]);
export type Intent = z.infer<typeof intentSchema>;
export type IntentBody = Intent extends infer Each ? (Each extends { id: number } ? Omit<Each, 'id'> : never) : never;

/** Every intent gets exactly one. `error` is a sentence for the person, `reason` a key for the interface to translate. */
export interface Answer {
  id: number;
  ok: boolean;
  reason?: string;
  error?: string;
}

export const createSchema = z.strictObject({
  protocol: z.int(),
  mode: z.enum(['solo', 'private', 'public']),
  founder: z.string().max(40).optional(),
  habitats: z.int().min(1).max(40).optional(),
  rounds: z.int().min(1).max(20).optional(),
  generationsPerRound: z.int().min(1).max(10).optional(),
  population: z.int().min(4).max(200).optional(),
  migration: z.int().min(0).max(500).optional(),
  /** Play-out speed of the clocks, for trials and tests: 1 to 64. */
  speed: z.int().min(1).max(64).optional(),
  /** Host without taking a seat oneself. */
  watch: z.boolean().optional(),
});
export type CreateOptions = z.infer<typeof createSchema>;

export const joinSchema = z.object({
  protocol: z.int(),
  /** A seat's own key, given at joining and kept by the page, to find the seat again. */
  token: z.string().max(64).optional(),
  /** Watch without a seat. */
  watch: z.boolean().optional(),
});
export type JoinOptions = z.infer<typeof joinSchema>;

/** What the room says first to who joins, with the snapshot following. */
export interface Welcome {
  token: string;
  /** -1 for who only watches. */
  seat: number;
  host: boolean;
}

export const PHASES = ['lobby', 'choose', 'grow', 'season', 'lapse', 'reveal', 'over'] as const;
export type Phase = (typeof PHASES)[number];
