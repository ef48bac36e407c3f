/** Lists that a page asks for by plain HTTP. */
// Pages load this: the small form of the library.
import * as z from 'zod/mini';
import type { ChancePart } from '../sim/world/seeds.ts';
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
  /** Which language its people speak: two letters; empty where nobody said. */
  language: z.string(),
  /** People in it now who hold a seat; seats that a person could have at once, those of bots among them; seats of bots. */
  people: z.int(),
  freeSeats: z.int(),
  bots: z.int(),
  /** Who watch without a seat. */
  spectators: z.int(),
});
export type RoomListing = z.infer<typeof roomListingSchema>;
export const roomListSchema = z.object({ rooms: z.array(roomListingSchema) });

/** Where a recording comes from: a match of this server; a branch of any recording, or another file, that somebody brought. */
export const RECORDING_KINDS = ['match', 'branch', 'upload'] as const;
export type RecordingKind = (typeof RECORDING_KINDS)[number];

/**
 * What one can look for: a habitat lost all its creatures; kin of the founder settled one again; the disaster struck; a steward
 * intervened; it was a drift duel; stewards guessed sculptors; a habitat brought nine in ten through the exam.
 */
export const REPLAY_EVENTS = [
  'extinction',
  'resettling',
  'disaster',
  'intervention',
  'drift',
  'sculptor',
  'champion',
] as const;
export type ReplayEvent = (typeof REPLAY_EVENTS)[number];

/** As the model has them. The model itself would come into the first page with its list. */
const PARTS = ['development', 'heredity', 'encounters'] as const satisfies readonly ChancePart[];

export const replayListingSchema = z.object({
  id: z.string(),
  kind: z.enum(RECORDING_KINDS),
  /** Milliseconds since 1970: when the match began, or when the file came. */
  createdAt: z.number(),
  /** Empty for a file, which does not say. */
  mode: z.string(),
  founder: z.string(),
  habitats: z.int(),
  rounds: z.int(),
  status: z.enum(['playing', 'finished', 'interrupted']),
  /** Why it broke off; null unless it did, and where that is not known. */
  why: z.nullable(z.enum(BREAK_OFFS)),
  /** None as long as the match goes on. */
  events: z.array(z.enum(REPLAY_EVENTS)),
  /** Whether every embryo, grown again, came out as recorded; null where nobody has looked, or could. */
  verified: z.nullable(z.boolean()),
});
export type ReplayListing = z.infer<typeof replayListingSchema>;
export const replayListSchema = z.object({ replays: z.array(replayListingSchema), more: z.boolean() });
export type ReplayList = z.infer<typeof replayListSchema>;

const branchingShape = {
  /** The first generation that is the branch's own, counted from 0. */
  from: z.int(),
  /** What was drawn anew from there on; none where only cards were changed. */
  parts: z.array(z.enum(PARTS)),
};

/** All that is told of one recording. */
export const replayAboutSchema = z.extend(replayListingSchema, {
  /** Stands for the whole recording: 32 hexadecimal digits. Null as long as the match goes on. */
  mark: z.nullable(z.string()),
  /** `id`: null where it is not in this library's list. */
  parent: z.nullable(z.object({ id: z.nullable(z.string()), mark: z.string(), ...branchingShape })),
  /** Those in the list, the newest first. */
  branches: z.array(z.object({ id: z.string(), ...branchingShape })),
  /** Whether it is in the list; else it is found by its address alone. */
  listed: z.boolean(),
  /** Whether its owner wants it kept for good. */
  kept: z.boolean(),
  /** When it is deleted, in milliseconds since 1970; null where it is kept. */
  until: z.nullable(z.number()),
});
export type ReplayAbout = z.infer<typeof replayAboutSchema>;

/** `key` opens what its owner may do; null where the library had this very recording already, which has an owner then. */
export const uploadedSchema = z.object({ id: z.string(), key: z.nullable(z.string()) });
export type Uploaded = z.infer<typeof uploadedSchema>;

/** What an owner may change. */
export const replayChangeSchema = z.strictObject({ listed: z.optional(z.boolean()), kept: z.optional(z.boolean()) });
export type ReplayChange = z.infer<typeof replayChangeSchema>;

/** By which this server seals what it recorded: an Ed25519 public key, base64url. */
export const sealKeySchema = z.object({ key: z.string() });
export type SealKey = z.infer<typeof sealKeySchema>;

/** A creature that is kept under a link: until when, in milliseconds since 1970. */
export const creatureKeptSchema = z.object({ id: z.string(), until: z.number() });
export type CreatureKept = z.infer<typeof creatureKeptSchema>;

/** The creature of a link, in the letters of the lab's links. */
export const creatureAnswerSchema = z.object({ creature: z.string(), until: z.number() });
export type CreatureAnswer = z.infer<typeof creatureAnswerSchema>;

/** Where a code leads, and where one can play at once. */
export const codeAnswerSchema = z.object({ roomId: z.string() });
export type CodeAnswer = z.infer<typeof codeAnswerSchema>;

/** A refusal: `reason` is a key for the interface, `error` a sentence; `replay` the path of a replay to see instead. */
export const refusalSchema = z.object({ reason: z.string(), error: z.string(), replay: z.optional(z.string()) });
export type Refusal = z.infer<typeof refusalSchema>;
