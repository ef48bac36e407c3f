/**
 * Where a match on the screen comes from. Live play, a replay and (later) a branch differ in nothing else: the scenes and
 * panels know this interface only.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Answer, IntentBody, Phase } from '../../shared/protocol/messages.ts';
import type { Frame, Pressure, World } from '../../shared/sim/world/world.ts';

export interface StewardView {
  readonly seat: number;
  readonly name: string;
  /** The policy's name for a bot; empty for a person. */
  readonly bot: string;
  readonly connected: boolean;
  readonly ready: boolean;
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
}

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
  /** Jumps to the births of a generation, at once. */
  seek(generation: number): void;
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
  /** Each frame as it takes effect, after `world` has changed. Returns the way to stop listening. */
  onFrame(listener: (frame: Frame, world: World) => void): () => void;
  send(intent: IntentBody): Promise<Answer>;
  /** Only of a recording. */
  readonly playback?: Playback;
  close(): void;
}
