/** What takes creatures, as small drawings: the agent of each cause, in a 64 × 64 box. SVG paths, filled. */
import type { Cause } from '../../shared/sim/causes.ts';

export type AgentMotion =
  /** Flies over the map from above and away. */
  | 'swoop'
  /** Runs across the land. */
  | 'run'
  /** Closes in from both sides. */
  | 'close'
  /** Spreads from the creature. */
  | 'spread'
  /** Sweeps across from the side. */
  | 'sweep'
  /** Rises and fades. */
  | 'rise';

export interface Agent {
  readonly path: string;
  /** What it looks like on the map, where the mark is only its trace. */
  readonly body?: string;
  /** Whether creatures look out for it. */
  readonly hunts?: boolean;
  readonly motion: AgentMotion;
  /** 0xrrggbb: on the map, and on a paper seal, where it must be dark enough to read. */
  readonly tint: number;
  readonly mark: number;
}

const BIRD =
  'M2 30C12 20 22 20 30 30L32 22L34 30C42 20 52 20 62 30C52 27 44 31 39 38L42 50L32 44L22 50L25 38C20 31 12 27 2 30Z';
const FLAKE =
  'M30 2h4v16l11-9 3 3-14 12v6l5-3 14-12 3 3-10 12h16v4H46l10 12-3 3-14-12-5-3v6l14 12-3 3-11-9v16h-4V46l-11 9-3-3 14-12v-6l-5 3-14 12-3-3 10-12H2v-4h16L8 18l3-3 14 12 5 3v-6L16 12l3-3 11 9Z';
const CRACK = 'M34 2 26 20 36 26 22 40 32 44 24 62 40 42 30 38 44 24 34 20 42 4Z';
const CLAW =
  'M8 60C6 38 10 18 18 4c2 18 0 36-2 56ZM26 60C24 36 28 14 36 2c3 20 0 40-2 58ZM44 60c-1-20 3-38 12-50 2 18-1 34-4 50Z';
/** Running, to the right. */
const PREDATOR =
  'M1 30C5 25 9 26 14 27 20 22 28 23 36 24 41 22 44 18 48 15L48 8 52 12 55 8 57 14 63 19 62 23 55 25C53 29 51 32 48 34 51 39 56 41 61 44L59 48C52 46 46 43 42 38L39 39C39 45 35 50 31 56L26 55C30 49 32 44 31 39 26 39 23 38 20 36 16 42 12 45 5 48L2 45C8 42 11 38 12 33 9 31 6 32 3 35Z';
const JAW = 'M2 14C14 2 50 2 62 14L56 32 50 20 44 34 38 20 32 36 26 20 20 34 14 20 8 32Z';
const LEAVES = 'M32 62C30 44 20 36 4 34 14 24 26 26 32 36 30 20 36 8 52 2c4 16-2 28-16 36 6-2 14-2 22 4-8 8-18 8-24 0Z';
const BURROW = 'M2 56C2 24 16 8 32 8s30 16 30 48H46c0-18-4-30-14-30S18 38 18 56Z';
const NIGHT = 'M44 4C24 4 10 18 10 34s14 28 32 26C30 56 22 46 22 34S30 10 44 4Z';
const SUN =
  'M32 18a14 14 0 1 1 0 28a14 14 0 1 1 0-28ZM30 2h4l1 10h-6ZM30 62h4l1-10h-6ZM2 30v4l10 1v-6ZM62 30v4l-10 1v-6ZM9 12l3-3 8 7-4 4ZM52 55l3-3-7-8-4 4ZM9 52l3 3 8-7-4-4ZM52 9l3 3-7 8-4-4Z';
const BOWL =
  'M4 30h56c0 16-10 26-20 28v4H24v-4C14 56 4 46 4 30Zm20-8c-4-8 4-10 0-18h4c4 8-4 10 0 18Zm12 0c-4-8 4-10 0-18h4c4 8-4 10 0 18Z';
const WAVE =
  'M2 22c8-10 16-10 22-2s14 8 20 0 12-8 18-2v10c-8-6-12-4-18 2s-14 6-22-2-12-6-20 4ZM2 44c8-10 16-10 22-2s14 8 20 0 12-8 18-2v10c-8-6-12-4-18 2s-14 6-22-2-12-6-20 4Z';
const GERM =
  'M32 14a18 18 0 1 1 0 36a18 18 0 1 1 0-36ZM30 2h4v12h-4ZM30 50h4v12h-4ZM2 30h12v4H2ZM50 30h12v4H50ZM10 8l9 9-3 3-9-9ZM54 8l3 3-9 9-3-3ZM10 56l-3-3 9-9 3 3ZM54 56l-9-9 3-3 9 9Z';
const BUTTERFLY =
  'M31 20C26 6 10 2 4 8c-4 8 2 20 14 22C8 32 6 44 12 52c8 4 16-4 19-14l1 18 1-18c3 10 11 18 19 14 6-8 4-20-6-22C58 28 64 16 60 8 54 2 38 6 33 20l-1-8Z';
const SPARK = 'M32 2c3 16 10 24 30 30C42 38 35 46 32 62 29 46 22 38 2 32 22 26 29 18 32 2Z';
const EGG = 'M32 4c14 0 22 18 22 32S46 60 32 60 10 50 10 36 18 4 32 4Zm-2 10-8 14 9 5-7 13 14-15-9-5 7-12Z';
const GEAR = 'M32 8a24 24 0 1 1 0 48a24 24 0 1 1 0-48Zm-3 8v18l14 9 3-5-11-7V16Z';

export const AGENTS: Readonly<Record<Cause['key'], Agent>> = {
  failedToDevelop: { path: EGG, motion: 'rise', tint: 0x8a7a62, mark: 0x695d4a },
  wear: { path: GEAR, motion: 'rise', tint: 0x6f675a, mark: 0x655e52 },
  cold: { path: FLAKE, motion: 'spread', tint: 0xa9d3e6, mark: 0x50636c },
  heat: { path: SUN, motion: 'spread', tint: 0xd9822b, mark: 0x8c541b },
  hunters: { path: BIRD, motion: 'swoop', hunts: true, tint: 0x2b211a, mark: 0x2b211a },
  frost: { path: FLAKE, motion: 'spread', tint: 0xd8f0fa, mark: 0x576165 },
  drought: { path: CRACK, motion: 'spread', tint: 0x8c5a2b, mark: 0x855528 },
  pursuers: { path: CLAW, body: PREDATOR, motion: 'run', hunts: true, tint: 0x4a1f16, mark: 0x4a1f16 },
  jaws: { path: JAW, motion: 'close', hunts: true, tint: 0x33241d, mark: 0x33241d },
  canopy: { path: LEAVES, motion: 'rise', tint: 0x2f5b2c, mark: 0x2f5b2c },
  burrows: { path: BURROW, motion: 'rise', tint: 0x4a3323, mark: 0x4a3323 },
  dimLight: { path: NIGHT, motion: 'spread', tint: 0x2c2f52, mark: 0x2c2f52 },
  strongSun: { path: SUN, motion: 'spread', tint: 0xe6a21f, mark: 0x825b11 },
  famine: { path: BOWL, motion: 'rise', tint: 0x7a5a3a, mark: 0x785839 },
  currents: { path: WAVE, motion: 'sweep', tint: 0x2f7d94, mark: 0x2a7287 },
  symmetricMates: { path: BUTTERFLY, motion: 'rise', tint: 0x94506a, mark: 0x884961 },
  brightMates: { path: SPARK, motion: 'rise', tint: 0xc9962c, mark: 0x7c5c1b },
  parasites: { path: GERM, motion: 'spread', tint: 0x7a3a6e, mark: 0x7a3a6e },
};

/** Stands where the cause of a death is not told. */
export const UNTOLD_AGENT: Agent = {
  path: 'M18 24C18 10 26 4 34 4c10 0 16 6 16 14 0 9-8 12-11 16-2 3-2 5-2 8H26c0-7 0-11 4-15 4-4 8-5 8-9 0-3-2-4-4-4-4 0-5 4-5 10ZM26 48h11v11H26Z',
  motion: 'rise',
  tint: 0x62594c,
  mark: 0x62594c,
};
