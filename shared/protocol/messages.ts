/**
 * What crosses the wire between a page and a room, apart from schema state and binary frames. Everything a client sends is
 * parsed by these schemas at the room's edge; what does not fit is answered with an error and changes nothing.
 */
import { z } from 'zod';
import { CARD_IDS, MIN_DECK } from '../sim/cards.ts';
import { INTERVENTION_IDS } from '../sim/interventions.ts';
import { CHIPS, type Outcome, type Prediction, type Question, SHOWN_BODIES } from '../sim/questions/question.ts';
import { BRIEFS, GAMES } from '../sim/settings.ts';
import type { Pressure } from '../sim/world/world.ts';
import { classIntents } from './class-messages.ts';
import { CODE_LENGTH, CODE_LETTERS } from './code.ts';
import { type LessonAnswer, lessonIntents } from './lesson-messages.ts';
import { mannersIntents } from './manners-messages.ts';

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

const chips = z.array(z.int().min(0).max(CHIPS)).min(1).max(16).readonly();
const perCent = z.number().min(0).max(100);

/** The form of a prediction; whether it answers the question asked is checked against that question. */
export const predictionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('histogram'), chips }),
  z.strictObject({
    kind: z.literal('twins'),
    same: z
      .array(
        z
          .int()
          .min(0)
          .max(SHOWN_BODIES - 1),
      )
      .max(SHOWN_BODIES)
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('divergence'), low: perCent, high: perCent }),
  z.strictObject({ kind: z.literal('sculptor'), chips }),
]);

export const PACE_ACTIONS = ['start', 'pause', 'resume', 'next', 'lengthen', 'discuss'] as const;
export type PaceAction = (typeof PACE_ACTIONS)[number];

export const intentSchema = z.discriminatedUnion('kind', [
  /** Lay a card on one's own habitat (level 1 to 3) or take it back (0). */
  z.strictObject({ id: intentId, kind: z.literal('pressure'), card: z.enum(CARD_IDS), level: z.int().min(0).max(3) }),
  /** Ready for the next phase. */
  z.strictObject({ id: intentId, kind: z.literal('ready'), ready: z.boolean() }),
  /** One of the few helps that a steward may give while a round runs. */
  z.strictObject({ id: intentId, kind: z.literal('intervene'), intervention: z.enum(INTERVENTION_IDS) }),
  /** One's answer to the round's question; a later one replaces it while there is time. `round` counts from 0. */
  z.strictObject({
    id: intentId,
    kind: z.literal('predict'),
    round: z.int().min(0).max(100),
    prediction: predictionSchema,
  }),
  /** The host's pacing. `lengthen`: half a minute more for this phase; `discuss`: back to what the last round revealed. */
  z.strictObject({ id: intentId, kind: z.literal('pace'), action: z.enum(PACE_ACTIONS) }),
  /** The host's choice whether thinking is timed. */
  z.strictObject({ id: intentId, kind: z.literal('timers'), on: z.boolean() }),
  ...classIntents(intentId),
  ...lessonIntents(intentId),
  ...mannersIntents(intentId),
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

/** A language as ISO 639 names it: "en". */
export const languageSchema = z.string().regex(/^[a-z]{2}$/);

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
  /** A disaster comes once, announced from the start, its round unknown. */
  shock: z.boolean().optional(),
  game: z.enum(GAMES).optional(),
  briefs: z.enum(BRIEFS).optional(),
  /** Whether thinking is timed from the start; without it, all rooms but private ones are. */
  timers: z.boolean().optional(),
  /** People who come when every habitat has a steward share one. */
  share: z.boolean().optional(),
  /** The lesson through which the host leads a private room. */
  lesson: z.string().max(80).optional(),
  /** A public room that is in the list; without being in it, it is found by its link and its code alone. */
  listed: z.boolean().optional(),
  /** Which language its people speak: two letters. */
  language: languageSchema.optional(),
  /** The cards that stewards may lay; without it, all. */
  deck: z.array(z.enum(CARD_IDS)).min(MIN_DECK).max(CARD_IDS.length).readonly().optional(),
});
export type CreateOptions = z.infer<typeof createSchema>;

export const joinSchema = z.object({
  protocol: z.int(),
  /** A seat's own key, given at joining and kept by the page, to find the seat again. */
  token: z.string().max(64).optional(),
  /** Watch without a seat. */
  watch: z.boolean().optional(),
  /** Lead the room from its console: the token is then the host's key. */
  host: z.boolean().optional(),
  /** Ready by coming: a public room in which nobody else is to be waited for begins at once. */
  ready: z.boolean().optional(),
});
export type JoinOptions = z.infer<typeof joinSchema>;

/** What a page asks for that wants to play at once, in whatever room is best. */
export const playNowSchema = z.strictObject({ protocol: z.int(), language: languageSchema.optional() });

/** What the room says first to who joins, with the snapshot following; again to who sits down or stands up. */
export interface Welcome {
  /** The key by which the seat is found again; empty where there is none, and where the page keeps the one that it has. */
  token: string;
  /** -1 for who only watches. */
  seat: number;
  host: boolean;
}

/** What only one's own seat is told: the whole to who comes in, then the parts that change. */
export interface OwnView {
  /** The round of the question, counted from 0; -1 before any. */
  round: number;
  /** Asked in this round; null when nothing is. */
  question: Question | null;
  /** One's answer as acknowledged. */
  prediction: Prediction | null;
  /** From the reveal of its round until the next question: what was true, and what the answer earned. */
  outcome: Outcome | null;
  /** One's own cards for the coming round, as acknowledged; elsewhere they are told too, unless the game hides them. */
  laid: readonly Pressure[];
  /** What this person has answered in the lesson; absent where there is none. */
  answers?: readonly LessonAnswer[];
}
