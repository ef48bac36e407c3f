/** What a body looks like from so far away that a site is a pixel or less: its colours, coat, edge and eyes, at a tenth of the cost. */
import { type Body, BodyField, LATTICE, SITES, Tissue } from '../sim/embryo/body.ts';
import type { PaintOptions, Picture } from './paint.ts';
import { COAT_DEPTH, FLAT_LIGHT, skinLevel } from './skin-tone.ts';
import { TISSUE_LOOKS } from './tissue-look.ts';

/** How much light a side that falls away from it costs, or one that faces it gains. */
const SLOPE = 0.16;
/** What an open side takes of the light, drawn in full: the outline of a closer picture, as wide as a site allows. */
const OUTLINE = 0.2;
/** Of an eye, seen as one pixel a cell: white about a pupil comes to this. */
const EYE = 172;

// By tissue number, so that a pixel costs no look-up by name.
const mixes = TISSUE_LOOKS.map(({ mix }) => mix);
const reds = TISSUE_LOOKS.map(({ tint }) => tint[0]);
const greens = TISSUE_LOOKS.map(({ tint }) => tint[1]);
const blues = TISSUE_LOOKS.map(({ tint }) => tint[2]);
const coats = TISSUE_LOOKS.map(({ coat }) => (COAT_DEPTH * coat) / 255);
const opacities = TISSUE_LOOKS.map(({ opacity }) => 255 * opacity);

/** Of the pixels of a picture from afar. */
export const AFAR_BYTES = SITES * 4;

/**
 * Paints a body at one pixel a site: LATTICE pixels a side, head end up. `eyesOpen` and `boldness` as for paintBody; the pixels go
 * into `data`, AFAR_BYTES of zeroes.
 */
export function paintAfar(
  body: Body,
  { eyesOpen = true, boldness = 1 }: PaintOptions = {},
  data: Picture['data'] = new Uint8ClampedArray(AFAR_BYTES),
): Picture {
  const tinting = 0.3 + 0.7 * boldness;
  const [slope, outline] = [SLOPE * (0.4 + 0.6 * boldness), OUTLINE * (0.3 + 0.7 * boldness)];
  for (let site = 0; site < SITES; site++) {
    const tissue = body[site] ?? 0;
    if (tissue === 0) continue;
    const coat = (body[BodyField.coat * SITES + site] ?? 0) * (coats[tissue] ?? 0);
    const light = lightAt(body, site, slope, outline) * (1 - coat);
    const mix = (mixes[tissue] ?? 0) * tinting;
    const white = eyesOpen && tissue === Tissue.eye ? 0.2 + 0.8 * boldness : 0;
    // What is seen of the skin, of its tissue, and of an eye's white.
    const own = (1 - mix) * light * (1 - white);
    const tint = mix * light * (1 - white);
    const eye = EYE * white;
    const pixel = site * 4;
    data[pixel] = skinLevel(body[BodyField.red * SITES + site] ?? 0) * own + (reds[tissue] ?? 0) * tint + eye;
    data[pixel + 1] = skinLevel(body[BodyField.green * SITES + site] ?? 0) * own + (greens[tissue] ?? 0) * tint + eye;
    data[pixel + 2] = skinLevel(body[BodyField.blue * SITES + site] ?? 0) * own + (blues[tissue] ?? 0) * tint + eye;
    data[pixel + 3] = opacities[tissue] ?? 255;
  }
  // Eyes that look about are for those who come nearer.
  return { width: LATTICE, height: LATTICE, data, eyes: [] };
}

/** A rounded body's share of the light that falls from the upper left, by which of a site's neighbours are cells. */
function lightAt(body: Body, site: number, slope: number, outline: number): number {
  const x = site % LATTICE;
  const left = x > 0 && (body[site - 1] ?? 0) > 0 ? 1 : 0;
  const right = x < LATTICE - 1 && (body[site + 1] ?? 0) > 0 ? 1 : 0;
  const above = site >= LATTICE && (body[site - LATTICE] ?? 0) > 0 ? 1 : 0;
  const below = site < SITES - LATTICE && (body[site + LATTICE] ?? 0) > 0 ? 1 : 0;
  const facing = right - left + below - above;
  const rim = left + right + above + below < 4 ? 1 - outline : 1;
  return (FLAT_LIGHT + facing * slope * 0.5) * rim;
}
