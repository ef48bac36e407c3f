/** A habitat's ground as a field: the same marks and tones as on the map, so that what hides there hides here too. */
import type { Habitat } from '../../../shared/sim/world/world.ts';
import { dice } from '../../scenes/dice.ts';
import { drawMarks } from '../../scenes/ground-marks.ts';
import { tintMask } from '../../scenes/ground-tones.ts';
import { brushOf, makeCanvas, READ } from './film.ts';

/** `site`: pixels that a site of a body takes beside it. */
export function groundOf({ background, id }: Habitat, width: number, height: number, site: number): HTMLCanvasElement {
  const context = brushOf(makeCanvas(width, height), READ);
  context.translate(width / 2, height / 2);
  drawMarks(context, background.kind, {
    radius: Math.max(width, height) / 2,
    grain: Math.max(2, background.scale * site),
    luck: dice(id),
  });
  context.resetTransform();
  const pixels = context.getImageData(0, 0, width, height);
  tintMask(pixels.data, background);
  context.putImageData(pixels, 0, 0);
  return context.canvas;
}
