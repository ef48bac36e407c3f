/**
 * Where a match on the screen comes from. Live play, a replay and (later) a branch differ in nothing else: the scenes and
 * panels know this interface only.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { SelfView } from '../../shared/protocol/class-messages.ts';
import type { Answer, IntentBody, OwnView } from '../../shared/protocol/messages.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import type { Timeline } from '../../shared/replay/timeline.ts';
import type { Frame, Game, Pressure, World } from '../../shared/sim/world/world.ts';
import type { Roster } from './roster.ts';

export interface StewardView {
  readonly seat: number;
  readonly name: string;
  /** The policy's name for a bot; empty for a person. */
  readonly bot: string;
  readonly connected: boolean;
  readonly ready: boolean;
  /** Has answered this round's question; never what. */
  readonly answered: boolean;
  /** This round's, 0 to 100, told from its reveal until the next question; -1: nothing is told, or nothing was answered. */
  readonly predictionPoints: number;
  /** Sum over the rounds revealed. */
  readonly predictionTotal: number;
  /** How well the brief is met, 0 to 100, as of the last reveal; -1: none was yet, or there is no brief. */
  readonly briefPoints: number;
  /** How many more interventions this seat may still make in this round. */
  readonly interventionsLeft: number;
  /** 1 to 8; absent or 0: none. */
  readonly team?: number;
  /** Whether names of people here are kept from the others: `name` is then empty, or that of those who are shown. */
  readonly hidden?: boolean;
  /** Whether the host has approved all who are here. */
  readonly approved?: boolean;
  /** People here who want whoever looks after it to leave, and how many it takes; absent or 0: no vote is possible. */
  readonly votes?: number;
  readonly needed?: number;
  /** Whether this page hides the name: its person wants it so. */
  readonly veiled?: boolean;
}

/** Where a class stands in its lesson. */
export interface LessonPlace {
  readonly id: string;
  /** Counted from 0; the number of steps: it has ended. */
  readonly step: number;
  /** People who are here, and how many of them have answered all that the step asks. */
  readonly people: number;
  readonly answered: number;
}

/** What is on the table besides the world itself. */
export interface TableView {
  readonly phase: Phase;
  /** Milliseconds of this phase, and how many have passed at `asOf` (performance.now()); length 0: no timer. */
  readonly phaseLengthMs: number;
  readonly phasePassedMs: number;
  readonly asOf: number;
  readonly paused: boolean;
  /** How fast the clock runs: 1 live; 0.25 to 64 in a replay. */
  readonly pace: number;
  readonly code: string;
  readonly mode: 'solo' | 'private' | 'public' | 'replay';
  readonly stewards: readonly StewardView[];
  /** Cards laid for the coming round, per habitat, as acknowledged (not yet in force while choosing). */
  readonly laid: readonly (readonly Pressure[])[];
  /** The id under which this match is recorded; empty until it has one. */
  readonly recording: string;
  /** Whether thinking is timed. */
  readonly timers: boolean;
  readonly game: Game;
  /** The card of the disaster that will come once; empty where none will. */
  readonly shock: string;
  /** Eyes up: all screens but the host's rest. */
  readonly frozen: boolean;
  /** Nobody new comes in. */
  readonly locked: boolean;
  /** Whether people read each other's names, and their scores and ranks at reveals. */
  readonly namesShown: boolean;
  readonly ranksShown: boolean;
  /** Absent where the class goes through none. */
  readonly lesson?: LessonPlace;
  /** The id of the class's report; absent where there is none. */
  readonly report?: string;
  /** What a live room tells besides; absent in a recording. */
  readonly room?: RoomView;
}

/** What is told of a live room as a place where people meet. */
export interface RoomView {
  /** Which language people speak here: two letters; empty where nobody said. */
  readonly language: string;
  /** Whether it is in the list of public rooms. */
  readonly listed: boolean;
  /** Whether somebody owns it: a public room that a person made. */
  readonly owned: boolean;
  /** Whether people may say phrases. */
  readonly phrases: boolean;
  /** How many watch without a seat. */
  readonly spectators: number;
  /** The id of the room of the next match; empty until somebody wants one. */
  readonly next: string;
  /** People here who want another match. */
  readonly rematch: number;
  /** Whether what happens now cannot be written down for the moment. */
  readonly unrecorded: boolean;
}

/** Before anything is told. */
export const NOTHING_OWN: OwnView = { round: -1, question: null, prediction: null, outcome: null, laid: [] };

export type Link = 'connecting' | 'open' | 'reconnecting' | 'lost' | 'closed';

export interface Playback {
  readonly generations: number;
  /** Position as generation + fraction played. */
  readonly position: ReadonlySignal<number>;
  readonly playing: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;
  /** Jumps to a position, at once: a whole number is the beginning of a generation, `generations` the end. */
  seek(position: number): void;
  /** The world when `tick` frames have been applied, wherever the replay is. */
  worldAt(tick: number): World;
  /** What is played: all of its frames. */
  readonly timeline: Timeline;
}

export interface WorldSource {
  readonly table: ReadonlySignal<TableView>;
  readonly link: ReadonlySignal<Link>;
  /** A person's sentence when something went wrong for good; empty otherwise. */
  readonly trouble: ReadonlySignal<string>;
  /** The world after the last frame; null until the first snapshot. Replaced (a new reference) at each change. */
  readonly world: ReadonlySignal<World | null>;
  /** One's own seat, or -1. */
  readonly seat: ReadonlySignal<number>;
  readonly host: ReadonlySignal<boolean>;
  /** What one's own seat is told: its question, its answer, what came of it. */
  readonly own: ReadonlySignal<OwnView>;
  /** Each frame as it takes effect, after `world` has changed. Returns the way to stop listening. */
  onFrame(listener: (frame: Frame, world: World) => void): () => void;
  send(intent: IntentBody): Promise<Answer>;
  /** What one is told of oneself in a live match; null for who only watches. */
  readonly self?: ReadonlySignal<SelfView | null>;
  /** The live room's id, by which others come in too; empty until one is in it. */
  readonly roomId?: ReadonlySignal<string>;
  /** Everybody, for a class's host and for the owner of a public room; null for others. */
  readonly roster?: ReadonlySignal<Roster | null>;
  /** Whether one's seat was taken just now: not found again by its key. */
  readonly newlySeated?: ReadonlySignal<boolean>;
  /** Only of a recording. */
  readonly playback?: Playback;
  close(): void;
}
