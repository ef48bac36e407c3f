/** What the page asks of its worker, and what comes back. Everything here can be posted. */
import type { Silence } from '../../shared/lab/silence.ts';
import type { Picture } from '../../shared/paint/paint.ts';
import type { Seedling } from '../../shared/sim/seedling.ts';
import type { Background } from '../../shared/sim/world/world.ts';

export type { Seedling };

/** Pixels a lattice site: 2 in a crowd, 4 in a habitat that fills the stage, 8 beside it, 16 on a picture to take away. */
export type Scale = 2 | 4 | 8 | 16;

export interface PictureJob {
  readonly kind: 'picture';
  readonly of: Seedling;
  /** 1: seen from afar, where a whole world is on the screen. */
  readonly scale: 1 | Scale;
  /** The ground on which it will be seen: what hides there is drawn as hidden. */
  readonly against?: Background;
  /** A gene kept silent while it grows, for the benches of lessons. */
  readonly silence?: Silence;
}

/** Pictures of a growth from its first cells to the finished body, evenly spaced over development. */
export interface FilmJob {
  readonly kind: 'film';
  readonly of: Seedling;
  readonly scale: Scale;
  /** At least 2; the last is the finished body. */
  readonly frames: number;
}

/** Two growths of one genome in step, and how far apart they are at each frame. */
export interface TwinsJob {
  readonly kind: 'twins';
  readonly first: Seedling;
  readonly second: Seedling;
  readonly scale: Scale;
  readonly frames: number;
}

/** Bodies grown only to be measured: nothing is painted. */
export interface MeasureJob {
  readonly kind: 'measure';
  readonly of: readonly Seedling[];
}

/** A body as bytes. */
export interface WeighJob {
  readonly kind: 'weigh';
  readonly of: Seedling;
}

/** In bytes. */
export interface Weight {
  readonly body: number;
  readonly bodyDeflated: number;
}

/** A finished body, painted and measured. */
export interface Portrait extends Picture {
  /** Int32Array[TRAITS.length]. */
  readonly traits: Int32Array;
}

export type Job = PictureJob | FilmJob | TwinsJob | MeasureJob | WeighJob;

export interface FilmFrame {
  readonly picture: Picture;
  /** Developmental step, 0 to STEPS. */
  readonly step: number;
  readonly cells: number;
}

export interface Twins {
  readonly first: readonly FilmFrame[];
  readonly second: readonly FilmFrame[];
  /** For each frame, the share of cells (0 to 1) in which the two differ. */
  readonly divergence: readonly number[];
  /** For each frame, where: as `compare` in divergence.ts has it. */
  readonly compared: readonly Uint8Array[];
}

export interface Results {
  readonly picture: Portrait;
  readonly film: readonly FilmFrame[];
  readonly twins: Twins;
  /** Int32Array[bodies × TRAITS], row after row. */
  readonly measure: Int32Array;
  readonly weigh: Weight;
}
export type Result<Kind extends Job['kind']> = Results[Kind];

export interface Request {
  readonly id: number;
  /** The name of the kernel by which the bodies grow. */
  readonly kernel: string;
  readonly job: Job;
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly result: Results[Job['kind']] }
  | { readonly id: number; readonly ok: false; readonly error: string };
