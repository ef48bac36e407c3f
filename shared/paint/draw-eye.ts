/** An eye on a picture: white, iris, pupil, a glint. */

export interface EyeManner {
  /** Moves the pupil, each of -1 to 1. */
  readonly look?: { readonly x: number; readonly y: number };
  /** 1: a white eye, wide open; towards 0 its white takes the colour of what is around it. */
  readonly boldness?: number;
}

/** Draws into RGBA pixels of `side` × `side`. */
export function drawEye(
  data: Uint8ClampedArray,
  side: number,
  eye: { readonly x: number; readonly y: number; readonly radius: number },
  { look = { x: 0, y: -0.25 }, boldness = 1 }: EyeManner = {},
): void {
  const { radius } = eye;
  const strength = 0.35 + 0.65 * boldness;
  const white = 0.12 + 0.88 * boldness;
  const pupilX = eye.x + look.x * radius * 0.3;
  const pupilY = eye.y + look.y * radius * 0.3;
  const reach = Math.ceil(radius + 1.5);
  for (let y = Math.max(0, Math.floor(eye.y) - reach); y <= Math.min(side - 1, eye.y + reach); y++) {
    for (let x = Math.max(0, Math.floor(eye.x) - reach); x <= Math.min(side - 1, eye.x + reach); x++) {
      const fromEye = Math.hypot(x + 0.5 - eye.x, y + 0.5 - eye.y);
      const fromPupil = Math.hypot(x + 0.5 - pupilX, y + 0.5 - pupilY);
      const at = (y * side + x) * 4;
      blend(data, at, [38, 30, 36], strength * disc(fromEye, radius + 0.6));
      blend(data, at, [250, 247, 238], white * disc(fromEye, radius * 0.88));
      blend(data, at, [30, 24, 34], disc(fromPupil, radius * 0.52));
      const fromGlint = Math.hypot(x + 0.5 - pupilX + radius * 0.2, y + 0.5 - pupilY + radius * 0.22);
      blend(data, at, [255, 255, 255], 0.9 * boldness * disc(fromGlint, radius * 0.17));
    }
  }
}

/** Cover of a pixel at `distance` from the middle of a disc, with a soft edge of one pixel. */
function disc(distance: number, radius: number): number {
  return Math.min(1, Math.max(0, radius - distance + 0.5));
}

function blend(data: Uint8ClampedArray, at: number, colour: readonly [number, number, number], cover: number): void {
  if (cover <= 0) return;
  const under = (data[at + 3] ?? 0) / 255;
  const alpha = cover + under * (1 - cover);
  for (let c = 0; c < 3; c++) {
    data[at + c] = ((colour[c] ?? 0) * cover + (data[at + c] ?? 0) * under * (1 - cover)) / alpha;
  }
  data[at + 3] = alpha * 255;
}
