/** A creature on the stage with all that is drawn for it. */
import type * as Phaser from 'phaser';
import type { Traits } from '../../shared/sim/traits.ts';
import type { Portrait } from '../worker/jobs.ts';
import type { Wish } from '../worker/nursery.ts';
import type { Actor } from './actor.ts';
import type { Slot } from './atlas.ts';

export type Life = 'living' | 'dying' | 'dead' | 'leaving';

export interface Entry {
  readonly actor: Actor;
  readonly body: Phaser.GameObjects.Image;
  /** Its shadow; before it hatches, its egg. */
  readonly shadow: Phaser.GameObjects.Image | null;
  ring: Phaser.GameObjects.Image | null;
  /** To its twin, from the first of the two. */
  readonly thread: Phaser.GameObjects.Image | null;
  twin: Entry | null;
  readonly eyes: Phaser.GameObjects.Image[];
  life: Life;
  /** Seconds in this state. */
  since: number;
  /** The grown body small, the same large, and its growth: slots of atlases, while it has them. */
  slot: Slot | null;
  /** Its small picture is the tiny one for a view from afar; and the wish for the nearer one. */
  afar: boolean;
  nearer: Wish<Portrait> | null;
  close: Slot | null;
  film: Slot[];
  shown: Slot | null;
  /** Its picture, while the generation before still has all the slots. */
  unplaced: Portrait | null;
  /** Where the large picture has its eyes. */
  closeEyes: Portrait['eyes'];
  readonly wishes: Wish<unknown>[];
  closeWish: Wish<unknown> | null;
  /** Once it is grown here: what was measured of it, and how plainly it is seen on its ground (0 to 1). */
  traits: Traits | null;
  boldness: number;
  /** Whether what takes it is on its way. */
  expected: boolean;
  gone: boolean;
}

export const DYING_SECONDS = 0.9;
export const LEAVING_SECONDS = 0.8;

/** How much of it is still to be seen, 1 to 0, as it dies or makes room for its children. */
export function presence({ life, since }: Entry): number {
  if (life === 'leaving') return Math.max(0, 1 - since / LEAVING_SECONDS);
  if (life === 'dying') return Math.max(0, 1 - since / DYING_SECONDS);
  return life === 'dead' ? 0 : 1;
}
