/** All creatures of a habitat's generation, painted on one canvas as they look on their ground. */
import type { Habitat } from '../../../shared/sim/world/world.ts';
import { type GenerationRecord, rangeOf, seedlingOf } from '../../session/history.ts';
import { granted } from '../../session/takeaway/granted.ts';
import type { Scale } from '../../worker/jobs.ts';
import { type Nursery, Urgency } from '../../worker/nursery.ts';
import { brushOf, CLEAR, makeCanvas } from './film.ts';

export interface Herd {
  readonly record: GenerationRecord;
  /** Draws the creature of a place, `side` wide. */
  draw(context: CanvasRenderingContext2D, place: number, x: number, y: number, side: number): void;
}

interface Options {
  readonly nursery: Nursery;
  readonly record: GenerationRecord;
  readonly habitat: Habitat;
  readonly scale: Scale;
  readonly signal: AbortSignal;
}

/** Pictures in a row of the canvas. */
const COLUMNS = 16;

export async function growHerd({ nursery, record, habitat, scale, signal }: Options): Promise<Herd> {
  const [start, end] = rangeOf(record, habitat.id);
  const side = 32 * scale;
  const rows = Math.max(1, Math.ceil((end - start) / COLUMNS));
  const sheet = brushOf(makeCanvas(COLUMNS * side, rows * side), CLEAR);
  const corner = (place: number): readonly [number, number] => [
    (place % COLUMNS) * side,
    Math.floor(place / COLUMNS) * side,
  ];
  await Promise.all(
    Array.from({ length: end - start }, async (_, place) => {
      const of = seedlingOf(record, start + place);
      if (!of) return;
      const job = { kind: 'picture', of, scale, against: habitat.background } as const;
      const { data, width, height } = await granted(nursery.ask(job, Urgency.soon), signal);
      sheet.putImageData(new ImageData(data, width, height), ...corner(place));
    }),
  );
  return {
    record,
    draw(context, place, x, y, wide) {
      context.drawImage(sheet.canvas, ...corner(place), side, side, x, y, wide, wide);
    },
  };
}
