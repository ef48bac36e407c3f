/** What a class leaves for its teacher, as the server tells it to who has the host's key. */
// Pages load this: the small form of the library.
import * as z from 'zod/mini';

const person = z.object({
  id: z.string(),
  /** One for each at the device. */
  names: z.array(z.string()),
  /** The habitat; -1: none. */
  seat: z.int(),
  team: z.int(),
  removed: z.boolean(),
});
export type ReportPerson = z.infer<typeof person>;

const answer = z.object({
  person: z.string(),
  step: z.int(),
  question: z.string(),
  choice: z.nullable(z.string()),
  text: z.nullable(z.string()),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type ReportAnswer = z.infer<typeof answer>;

const chips = z.array(z.number());
const bet = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('histogram'), chips }),
  z.object({ kind: z.literal('twins'), same: z.array(z.number()) }),
  z.object({ kind: z.literal('divergence'), low: z.number(), high: z.number() }),
  z.object({ kind: z.literal('sculptor'), chips }),
]);
export type ReportBet = z.infer<typeof bet>;

/** A habitat's prediction in a round of the match; rounds count from 0. `points`: 0 to 100, null where none could be given. */
const prediction = z.object({ seat: z.int(), round: z.int(), prediction: bet, points: z.nullable(z.number()) });
export type ReportPrediction = z.infer<typeof prediction>;

/** A card that lay on a habitat as the round began. */
const choice = z.object({ seat: z.int(), round: z.int(), card: z.string(), level: z.int() });
export type ReportChoice = z.infer<typeof choice>;

/** When a step was begun, and the generation that then lived or was next. */
const entered = z.object({ step: z.int(), at: z.number(), generation: z.int() });
export type EnteredStep = z.infer<typeof entered>;

export const reportSchema = z.object({
  /** Also the recording's. */
  id: z.string(),
  code: z.string(),
  /** Milliseconds since 1970. */
  begunAt: z.number(),
  /** Milliseconds since 1970: when it will be deleted. */
  keptUntil: z.number(),
  founder: z.string(),
  habitats: z.int(),
  rounds: z.int(),
  generationsPerRound: z.int(),
  /** Generations recorded so far; 0: there is no recording to watch. */
  recorded: z.int(),
  lesson: z.nullable(z.object({ id: z.string(), version: z.int(), entered: z.array(entered) })),
  people: z.array(person),
  answers: z.array(answer),
  predictions: z.array(prediction),
  choices: z.array(choice),
});
export type Report = z.infer<typeof reportSchema>;
