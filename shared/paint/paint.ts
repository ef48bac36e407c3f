/** What a body looks like: pixels from a body's fields. Pure, so that the page, its worker and the command line paint alike. */
import type { Body } from '../sim/embryo/body.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, not premultiplied; transparent around the body. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** Where eyes are, in pixels of this picture, so that the page can let them look about. */
  readonly eyes: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
}

/**
 * Paints a body at `scale` pixels a site (2, 4 or 8): a picture of LATTICE × scale pixels a side, centred on the lattice.
 * The head end is up.
 */
export function paintBody(body: Body, scale: number): Picture {
  const side = 32 * scale;
  void body;
  return { width: side, height: side, data: new Uint8ClampedArray(side * side * 4), eyes: [] };
}
