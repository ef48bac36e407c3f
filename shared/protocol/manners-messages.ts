/** What people in one room may ask of it concerning each other: say, report, vote, play again, sit down and stand up. */
import { z } from 'zod';
import { MAX_HABITATS } from '../sim/world/world.ts';
import { PHRASES, REPORT_REASONS } from './manners.ts';

const seat = z
  .int()
  .min(0)
  .max(MAX_HABITATS - 1);

/** Intents about people, for the list of all intents. */
export const mannersIntents = (id: z.ZodInt) =>
  [
    z.strictObject({ id, kind: z.literal('say'), phrase: z.enum(PHRASES) }),
    /** Whoever looks after this seat; the operator is shown the moment in the recording. */
    z.strictObject({ id, kind: z.literal('report'), seat, why: z.enum(REPORT_REASONS) }),
    /** That whoever looks after this seat shall leave (`remove`), or may stay: taking the vote back. */
    z.strictObject({ id, kind: z.literal('vote'), seat, remove: z.boolean() }),
    /** Once the match is over: to play another, together. The first who wants it opens its room (`Table.next`). */
    z.strictObject({ id, kind: z.literal('rematch'), want: z.boolean() }),
    /** Who watches takes a free seat; a new `welcome` tells which. */
    z.strictObject({ id, kind: z.literal('sit') }),
    /** Gives the seat up, and watches; a new `welcome` says so. */
    z.strictObject({ id, kind: z.literal('stand') }),
  ] as const;
