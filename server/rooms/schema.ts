/**
 * What every page sees of a room without asking: people, phase, cards on the table. Creatures are never here; they come in
 * frames. This file declares fields and nothing else.
 */
import { type SchemaType, schema, t } from '@colyseus/schema';

export const CardSlot = schema(
  {
    card: t.string().default(''),
    /** 1 to 3. */
    level: t.uint8().default(0),
  },
  'CardSlot',
);
export type CardSlot = SchemaType<typeof CardSlot>;

export const Seat = schema(
  {
    name: t.string().default(''),
    /** The policy's name for a bot; empty for a person or an empty seat. */
    bot: t.string().default(''),
    connected: t.boolean().default(false),
    ready: t.boolean().default(false),
    /** Has answered this round's question; never what. */
    answered: t.boolean().default(false),
    /** Of this round, told from its reveal until the next question; -1: nothing to tell. */
    predictionPoints: t.int8().default(-1),
    predictionTotal: t.uint16().default(0),
    /** As of the last reveal; -1: nothing to tell. */
    briefPoints: t.int8().default(-1),
    interventionsLeft: t.uint8().default(0),
    /** 1 to 8; 0: none. */
    team: t.uint8().default(0),
    /** Whether names of people here are kept from the others; the name is then empty, or that of those who are shown. */
    hidden: t.boolean().default(false),
    /** Whether the host has approved all who are here. */
    approved: t.boolean().default(true),
    /** People here who want whoever looks after it to leave, and how many it takes; 0 where no vote is possible. */
    votes: t.uint8().default(0),
    needed: t.uint8().default(0),
    /** Cards laid for the coming round, as acknowledged; empty in a game that hides them. */
    laid: t.array(CardSlot),
  },
  'Seat',
);
export type Seat = SchemaType<typeof Seat>;

export const Table = schema(
  {
    phase: t.string().default(''),
    /** Milliseconds; 0: no timer. */
    phaseLengthMs: t.uint32().default(0),
    /** Milliseconds passed when `clockStamp` last changed. */
    phasePassedMs: t.uint32().default(0),
    /** Counts up whenever the clock is told anew. */
    clockStamp: t.uint16().default(0),
    paused: t.boolean().default(false),
    round: t.uint16().default(0),
    generation: t.uint16().default(0),
    code: t.string().default(''),
    mode: t.string().default(''),
    recording: t.string().default(''),
    /** Whether thinking is timed. */
    timers: t.boolean().default(false),
    game: t.string().default('open'),
    /** The card of a disaster to come; empty where none will. */
    shock: t.string().default(''),
    /** Eyes up: all screens but the host's rest. */
    frozen: t.boolean().default(false),
    /** Nobody new comes in. */
    locked: t.boolean().default(false),
    /** Whether people read each other's names, and their scores and ranks at reveals. */
    namesShown: t.boolean().default(true),
    ranksShown: t.boolean().default(true),
    /** The lesson through which the class goes; empty for none. Its step counts from 0, -1 for none. */
    lesson: t.string().default(''),
    step: t.int16().default(-1),
    /** Of the people who are here: how many there are, and how many have answered all that the step asks. */
    stepPeople: t.uint8().default(0),
    stepAnswered: t.uint8().default(0),
    /** The id of the class's report; empty where there is none. */
    report: t.string().default(''),
    /** Which language people speak here: two letters; empty where nobody said. */
    language: t.string().default(''),
    /** Whether it is in the list of public rooms. */
    listed: t.boolean().default(false),
    /** Whether somebody owns it: a public room that a person made. */
    owned: t.boolean().default(false),
    /** Whether people may say phrases. */
    phrases: t.boolean().default(false),
    /** How many watch without a seat. */
    spectators: t.uint8().default(0),
    /** The id of the room in which another match is to be played; empty until somebody wants one. */
    next: t.string().default(''),
    /** People here who want another match. */
    rematch: t.uint8().default(0),
    /** Whether what happens now cannot be written down for the moment. */
    unrecorded: t.boolean().default(false),
    /** A sentence, when the match cannot go on. */
    trouble: t.string().default(''),
    /** By seat number. */
    seats: t.map(Seat),
  },
  'Table',
);
export type Table = SchemaType<typeof Table>;
