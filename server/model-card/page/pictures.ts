/** Bodies as small pictures in the page itself. */
import { encode } from 'fast-png';
import { paintBody } from '../../../shared/paint/paint.ts';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import type { PictureRow } from '../claim.ts';
import { type Html, html, NOTHING } from './html.ts';

/** Pixels a site: enough to know a body by, and a quarter of the bytes of the next larger. */
const SCALE = 2;
/** Levels of each channel: nobody sees the difference to 256 at this size, and the picture takes half of the bytes. */
const LEVELS = 32;

export function drawPictures({ caption, bodies }: PictureRow): Html {
  if (bodies.length === 0) return NOTHING;
  return html`<figure class="bodies"><figcaption>${caption}</figcaption>
<ul>${bodies.map(({ label, body }) => html`<li><img src="${pictureOf(body)}" width="64" height="64" alt="">${label ? html`<span>${label}</span>` : NOTHING}</li>`)}</ul></figure>`;
}

function pictureOf(body: Body): string {
  const { width, height, data: fine } = paintBody(body, SCALE);
  const step = 255 / (LEVELS - 1);
  const data = fine.map((value) => Math.round(value / step) * step);
  const png = encode({ width, height, data, channels: 4, depth: 8 }, { zlib: { level: 9 } });
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
