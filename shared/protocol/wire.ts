/** Names and limits that pages and servers share. Apart from the schemas, so that a page needs no validator for them. */

/** Raised when pages and servers of different ages cannot talk to each other. */
export const PROTOCOL_VERSION = 3;

/**
 * Names of messages. Client to server: `intent`. Server to client: `welcome`, `answer`, `own` (what only one's own seat is told),
 * `self` (what only one person is told of themselves), `roster` (for a host alone), `said` (a phrase of somebody's), `snapshot`
 * (bytes), `frame` (bytes). `welcome` comes again to who takes a seat or gives it up without leaving the room.
 */
export const Message = {
  intent: 'intent',
  welcome: 'welcome',
  answer: 'answer',
  own: 'own',
  self: 'self',
  roster: 'roster',
  said: 'said',
  snapshot: 'snapshot',
  frame: 'frame',
} as const;

/** A host that nobody has, ever (RFC 2606): in the address of a room's process it stands for the host by which the page came. */
export const HERE = 'here.invalid';

/** Colyseus room name; one kind of room, its manners set by options. */
export const ROOM = 'match';

export const PHASES = ['lobby', 'predict', 'choose', 'grow', 'season', 'lapse', 'reveal', 'over'] as const;
export type Phase = (typeof PHASES)[number];

/** Pupils at one device, at most. */
export const MOST_AT_DEVICE = 4;
/** Teams in a class: none, or from `least` to `most`. */
export const TEAM_LIMITS = { least: 2, most: 8 } as const;
/** Letters of one name as shown, counted as people count them. */
export const NAME_LETTERS = 20;
/** Devices that hold a place in one room: a class of 40, and some that lost their way and came in anew. */
export const MOST_DEVICES = 60;

/** Letters of a sentence of one's own, counted as people count them. */
export const ANSWER_LETTERS = 500;
