/**
 * What a class says beyond the game: its host's actions upon the people and the room, a pupil's names, and what the host's
 * console is told. Only the host may act; the console alone is told the roster.
 */
import { z } from 'zod';
import { MOST_AT_DEVICE, TEAM_LIMITS } from './wire.ts';

/** Ids are ours; a longer one is nobody's. */
const person = z.string().min(1).max(40);
/** Longer than any name may be: what is too long is told so by the roster, in a sentence. */
const name = z.string().max(16_000);
const names = z.array(name).min(1).max(MOST_AT_DEVICE).readonly();
const on = z.boolean();
const team = z.int().min(0).max(TEAM_LIMITS.most);

/** What the host may switch in a room, each on or off. */
export const RULES = [
  /** Nobody new comes in. */
  'locked',
  /** Who is new may come in after the beginning too. */
  'lateJoining',
  /** Who is new is hidden from the others until approved, and works meanwhile. */
  'approval',
  /** Pupils may choose names, within bounds. */
  'ownNames',
  /** Eyes up: all screens rest. */
  'frozen',
  /** Everybody sees everybody's name. */
  'namesShown',
  /** Scores and ranks are shown at reveals. */
  'ranksShown',
  /** People may say phrases to each other. */
  'phrases',
] as const;
export type Rule = (typeof RULES)[number];
export type Rules = Readonly<Record<Rule, boolean>>;

export const classActionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('rule'), rule: z.enum(RULES), on }),
  z.strictObject({ do: z.literal('approve'), person, on }),
  z.strictObject({ do: z.literal('approveAll') }),
  z.strictObject({ do: z.literal('hide'), person, on }),
  z.strictObject({ do: z.literal('rename'), person, names }),
  /** `on` false: may come back. */
  z.strictObject({ do: z.literal('remove'), person, on }),
  /** Shares all people out evenly; 0: no teams. */
  z.strictObject({ do: z.literal('teams'), teams: team }),
  z.strictObject({ do: z.literal('team'), person, team }),
]);
export type ClassAction = z.infer<typeof classActionSchema>;

/** Intents of a class, for the list of all intents. */
export const classIntents = (intentId: z.ZodInt) =>
  [
    z.strictObject({ id: intentId, kind: z.literal('class'), action: classActionSchema }),
    /** Who sits at this device: a name for each; an empty one asks for a name. */
    z.strictObject({ id: intentId, kind: z.literal('name'), names }),
  ] as const;

/** A person (or up to four at one device) as the console sees them. */
export interface PersonView {
  readonly id: string;
  /** One for each at the device. */
  readonly names: readonly string[];
  /** The habitat; -1: none now. */
  readonly seat: number;
  /** 1 to 8; 0: none. */
  readonly team: number;
  readonly approved: boolean;
  readonly hidden: boolean;
  readonly removed: boolean;
  /** Whether there is something for them to do now, in the match or in its lesson. */
  readonly asked: boolean;
  /** … and they have done it, or said that they are ready. */
  readonly ready: boolean;
  readonly connected: boolean;
  /** Milliseconds since they last did anything, when this was told. */
  readonly idleMs: number;
}

/**
 * To the host's console, and to the owner of a public room: the whole at first, then what has changed. In a class people never
 * leave the list, they are removed in it; in a public room who has gone for good is among the `gone`.
 */
export interface RosterNews {
  readonly rules?: Rules;
  readonly teams?: number;
  readonly people?: readonly PersonView[];
  /** Ids. */
  readonly gone?: readonly string[];
}

/** All that a host can be told. */
export type RosterView = Required<Omit<RosterNews, 'gone'>>;

/** What a person is told of themselves. */
export interface SelfView {
  readonly person: string;
  readonly names: readonly string[];
  readonly team: number;
  /** Whether others see the names. */
  readonly shown: boolean;
  /** Whether names may be chosen now. */
  readonly mayChoose: boolean;
  /** Taken out of the room by its host. */
  readonly removed: boolean;
}
