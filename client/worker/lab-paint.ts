/** Pictures of bodies that the lab has grown in ways of its own. */
import type { Experiment } from '../../shared/lab/experiment.ts';
import { type Picture, paintBody } from '../../shared/paint/paint.ts';
import type { Body } from '../../shared/sim/embryo/body.ts';
import type { Scale } from './jobs.ts';

export interface PaintAsk {
  readonly body: Body;
  readonly scale: Scale;
}

// biome-ignore lint/correctness/useYield: a picture is done at one go
export const paint: Experiment<PaintAsk, Picture> = function* (_kernel, { body, scale }) {
  return paintBody(body, scale);
};
