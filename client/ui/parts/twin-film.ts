/** Plays two growths in step. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Picture } from '../../../shared/paint/paint.ts';
import type { Seedling, Twins } from '../../worker/jobs.ts';
import { nursery, Urgency } from '../../worker/nursery.ts';
import { seedlingKey } from '../../worker/seedling-key.ts';
import { show } from './picture.tsx';

/** One picture for each two steps of development. */
export const FILM_FRAMES = 23;
/** Moving pictures may be coarse; the grown pair is then shown fine. */
const FILM_SCALE = 4;
const GROWN_SCALE = 8;

export interface TwinState {
  readonly state: 'waiting' | 'growing' | 'grown' | 'failed';
  readonly step: number;
  readonly cells: readonly [number, number];
  /** 0 to 1. */
  readonly divergence: number;
  /** The divergence at every frame so far. */
  readonly track: readonly number[];
  /** The same to the end of the film. */
  readonly whole: readonly number[];
  /** Where they differ now; null before there is anything. */
  readonly compared: Uint8Array | null;
}

const WAITING: TwinState = {
  state: 'waiting',
  step: 0,
  cells: [0, 0],
  divergence: 0,
  track: [],
  whole: [],
  compared: null,
};

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What the film shows at a frame. Plain, for tests. */
export function stateAt(twins: Twins, frame: number): TwinState {
  const [one, other] = [twins.first[frame], twins.second[frame]];
  return {
    state: frame >= twins.first.length - 1 ? 'grown' : 'growing',
    step: one?.step ?? 0,
    cells: [one?.cells ?? 0, other?.cells ?? 0],
    divergence: twins.divergence[frame] ?? 0,
    track: twins.divergence.slice(0, frame + 1),
    whole: twins.divergence,
    compared: twins.compared[frame] ?? null,
  };
}

interface Options {
  readonly first: Seedling;
  readonly second: Seedling;
  /** How long the growth lasts on the screen. */
  readonly lengthMs: number;
  /** How far it is already, 0 to 1, or a clock of someone else's. */
  readonly progress?: () => number;
}

/**
 * Two canvases to draw into, two more for who lays them over each other, the state of the film as a signal, and the frame at
 * which it is held (null: it follows its clock).
 */
export function useTwinFilm({ first, second, lengthMs, progress }: Options) {
  const one = useRef<HTMLCanvasElement>(null);
  const other = useRef<HTMLCanvasElement>(null);
  const overOne = useRef<HTMLCanvasElement>(null);
  const overOther = useRef<HTMLCanvasElement>(null);
  const held = useRef(signal<number | null>(null)).current;
  const state = useRef(signal<TwinState>(WAITING)).current;
  const key = `${seedlingKey(first)}/${seedlingKey(second)}`;
  const clock = useRef(progress);
  clock.current = progress;

  useEffect(() => {
    let handle = 0;
    let frame = -1;
    let gone = false;
    const showBoth = (left?: Picture, right?: Picture): void => {
      for (const canvas of [one, overOne]) if (left) show(canvas.current, left);
      for (const canvas of [other, overOther]) if (right) show(canvas.current, right);
    };
    const showFine = (): void => {
      const fine = [first, second].map((of) => nursery().picture(of, GROWN_SCALE, Urgency.now).done);
      Promise.all(fine).then(
        ([left, right]) => {
          if (gone || frame < FILM_FRAMES - 1) return;
          showBoth(left, right);
        },
        // The coarse pictures are there already.
        () => undefined,
      );
    };
    state.value = WAITING;
    held.value = null;
    const wish = nursery().ask({ kind: 'twins', first, second, scale: FILM_SCALE, frames: FILM_FRAMES }, Urgency.now);
    wish.done.then(
      (twins) => {
        // An answer that was on its way must not begin a film that nobody sees.
        if (gone) return;
        const began = performance.now();
        const draw = () => {
          const own = calm() ? 1 : (performance.now() - began) / lengthMs;
          const share = Math.min(1, clock.current ? clock.current() : own);
          const next = held.peek() ?? Math.round(share * (FILM_FRAMES - 1));
          if (next !== frame) {
            frame = next;
            const [left, right] = [twins.first[frame], twins.second[frame]];
            showBoth(left?.picture, right?.picture);
            state.value = stateAt(twins, frame);
            if (frame === FILM_FRAMES - 1) showFine();
          }
          if (clock.current || share < 1) handle = requestAnimationFrame(draw);
        };
        handle = requestAnimationFrame(draw);
      },
      () => {
        state.value = { ...WAITING, state: 'failed' };
      },
    );
    return () => {
      wish.cancel();
      cancelAnimationFrame(handle);
      gone = true;
    };
  }, [key, lengthMs]);

  return { one, other, overOne, overOther, held, state };
}
