/** What a class is besides its world, as plain data that outlives the process. */
import type { Rules } from '../../shared/protocol/class-messages.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import type { Terms } from './terms.ts';

/** A device of one to four people that holds a place. Nobody is ever dropped from the list: a removed one stays known. */
export interface PersonState {
  /** Told to everybody who may see the roster; opens nothing. */
  readonly id: string;
  /** Of the token that their page keeps (secrets.ts). */
  readonly tokenHash: string;
  /** One for each at the device. */
  readonly names: readonly string[];
  /** The habitat; -1: none. Several may share one where the room lets them. */
  readonly seat: number;
  /** 1 to 8; 0: none. */
  readonly team: number;
  readonly approved: boolean;
  readonly hidden: boolean;
  readonly removed: boolean;
}

export interface RosterState {
  /** Of the key that opens the console; empty while there is no host. */
  readonly hostKeyHash: string;
  /** What each habitat's seat is called while nobody holds it, by seat. */
  readonly seatNames: readonly string[];
  /** The bot's policy by seat; empty for none. */
  readonly bots: readonly string[];
  readonly people: readonly PersonState[];
  readonly rules: Rules;
  /** 0: none; 2 to 8. */
  readonly teams: number;
  /** Whether people who come when every habitat has a steward share one. */
  readonly share: boolean;
}

/** Where the match stands besides its world: what another process needs to go on where this one stopped. */
export interface PlaceState {
  /** The room's, and that of the room that takes its place: pages come back by it. */
  readonly roomId: string;
  /** 1 to 64. */
  readonly speed: number;
  /** From which bots choose. */
  readonly botSeed: number;
  readonly phase: Phase;
  /** The phase that a look back at the last reveal interrupted. */
  readonly lookedBackFrom: 'predict' | 'choose' | null;
  /** The world's, when the phase began. A frame is kept before the phase that it opens: the world may be further on. */
  readonly tick: number;
  /** Milliseconds; 0: no timer. */
  readonly lengthMs: number;
  /** Milliseconds, as of the last change of anything here. */
  readonly passedMs: number;
  readonly paused: boolean;
  readonly timers: boolean;
}

/** Where a class stands in its lesson. */
export interface LessonState {
  readonly id: string;
  readonly version: number;
  /** Counted from 0; the number of its steps: it has ended. */
  readonly step: number;
  /** In order: when a step was begun (milliseconds since 1970), and the generation then on show. */
  readonly entered: readonly { readonly step: number; readonly at: number; readonly generation: number }[];
}

/** All of it: each part belongs to the file that keeps it. */
export interface ClassState {
  readonly version: 1;
  readonly place: PlaceState;
  readonly roster: RosterState;
  /** Absent where the class has none. */
  readonly lesson?: LessonState;
  /** Absent where an earlier version kept it. */
  readonly terms?: Terms;
  /** The id of the room in which another match is to be played; absent while there is none. */
  readonly next?: string;
}
