/** How a creature grew, or both of a pair of twins in step: a picture for every step of development. */
import type { Picture } from '../../../shared/paint/paint.ts';
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import { granted } from '../../session/takeaway/granted.ts';
import type { Seedling } from '../../worker/jobs.ts';
import { type Nursery, Urgency } from '../../worker/nursery.ts';
import { brushOf, CLEAR, type Film, fontOf, LOOK, makeCanvas } from './film.ts';

const SCALE = 8;
/** Of a picture on the film. */
const SIDE = 352;
const HEAD = 52;
const FOOT = 44;
const FRAME_MS = 90;
const HOLD_MS = 1800;

/** A step of a growth. */
interface Step {
  readonly pictures: readonly Picture[];
  readonly step: number;
  readonly cells: readonly number[];
  /** 0 to 1; of twins only. */
  readonly divergence: number;
}

interface Options {
  readonly nursery: Nursery;
  readonly of: readonly [Seedling] | readonly [Seedling, Seedling];
  readonly title: string;
  /** What stands below a picture. */
  readonly caption: (step: Omit<Step, 'pictures'>) => string;
}

export function growthFilm({ nursery, of, title, caption }: Options): Film {
  let steps: readonly Step[] = [];
  let scratch: CanvasRenderingContext2D | null = null;
  const width = SIDE * of.length;
  return {
    width,
    height: HEAD + SIDE + FOOT,
    frames: STEPS + 1,
    frameMs: FRAME_MS,
    holdMs: HOLD_MS,
    async prepare(_frame, signal) {
      if (steps.length === 0) steps = await grow(nursery, of, signal);
    },
    draw(context, frame) {
      const shown = steps[frame];
      if (!shown) return;
      scratch ??= brushOf(makeCanvas(32 * SCALE, 32 * SCALE), CLEAR);
      context.fillStyle = LOOK.paper;
      context.fillRect(0, 0, width, HEAD + SIDE + FOOT);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = LOOK.ink;
      context.font = fontOf(18, 700);
      context.fillText(title, width / 2, HEAD / 2, width - 24);
      for (const [at, picture] of shown.pictures.entries()) {
        scratch.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
        context.drawImage(scratch.canvas, at * SIDE, HEAD, SIDE, SIDE);
      }
      context.font = fontOf(16, 400);
      context.fillText(caption(shown), width / 2, HEAD + SIDE + FOOT / 2 - 6, width - 24);
      context.fillStyle = LOOK.rule;
      context.fillRect(0, HEAD + SIDE + FOOT - 6, width, 6);
      context.fillStyle = LOOK.accent;
      context.fillRect(0, HEAD + SIDE + FOOT - 6, (width * shown.step) / STEPS, 6);
    },
  };
}

async function grow(nursery: Nursery, of: Options['of'], signal: AbortSignal): Promise<readonly Step[]> {
  const [first, second] = of;
  const frames = STEPS + 1;
  if (!second) {
    const film = await granted(nursery.ask({ kind: 'film', of: first, scale: SCALE, frames }, Urgency.now), signal);
    return film.map(({ picture, step, cells }) => ({ pictures: [picture], step, cells: [cells], divergence: 0 }));
  }
  const wish = nursery.ask({ kind: 'twins', first, second, scale: SCALE, frames }, Urgency.now);
  const twins = await granted(wish, signal);
  return twins.first.flatMap((one, at): Step[] => {
    const other = twins.second[at];
    if (!other) return [];
    const [pictures, cells] = [
      [one.picture, other.picture],
      [one.cells, other.cells],
    ];
    return [{ pictures, cells, step: one.step, divergence: twins.divergence[at] ?? 0 }];
  });
}
