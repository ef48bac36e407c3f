/** What the page asks of a worker that plays branches, and what comes back while it does. Everything here can be posted. */
import type { BranchPlan } from '../../shared/replay/branch.ts';
import type { BirthFrame, SeasonFrame } from '../../shared/sim/world/world.ts';

/** One generation of a branch, beside the same generation of what happened. */
export interface BranchedGeneration {
  readonly generation: number;
  readonly births: BirthFrame;
  readonly season: SeasonFrame;
  /** Int32Array[creatures × TRAITS], of the branch. */
  readonly traits: Int32Array;
  /** The same of what happened; null where the recording ends before. */
  readonly before: Int32Array | null;
  /** For each creature of the branch, the share of cells (0 to 1) in which its body differs from the one in its place in what
   * happened: the creature with the same number in the same habitat. NaN where there is none. */
  readonly apart: Float64Array;
}

/** How a habitat's last generation came out. */
export interface HabitatOutcome {
  readonly born: number;
  readonly survived: number;
  /** Mean of each trait over all born, in the order of TRAITS; null where nobody was born. */
  readonly means: Float64Array | null;
}

/** How a match came out, habitat by habitat. */
export type Outcome = readonly HabitatOutcome[];

/** Where traits stood before the tapes run apart, habitat by habitat: means, and spreads (standard deviations) about them. */
export interface Start {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

export interface BranchRequest {
  readonly kind: 'branch';
  readonly recording: Uint8Array;
  readonly plan: BranchPlan;
}

export interface TapesRequest {
  readonly kind: 'tapes';
  readonly recording: Uint8Array;
  readonly from: number;
  /** One a tape, 32 bytes each. */
  readonly secrets: readonly Uint8Array[];
}

export type PlayRequest = BranchRequest | TapesRequest;

export type PlayReply =
  | { readonly kind: 'generation'; readonly branched: BranchedGeneration }
  /** The branch's own recording, as its file has it. */
  | { readonly kind: 'branched'; readonly recording: Uint8Array<ArrayBuffer> }
  /** Before the first tape. `happened`: null where the match broke off before its exam. */
  | { readonly kind: 'start'; readonly start: readonly (Start | null)[]; readonly happened: Outcome | null }
  /** One more generation of a tape has been played. */
  | { readonly kind: 'step' }
  | { readonly kind: 'tape'; readonly secret: Uint8Array; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly error: string };
