import { useEffect, useRef } from 'preact/hooks';
import type { Picture } from '../../../shared/paint/paint.ts';
import type { Scale, Seedling } from '../../worker/jobs.ts';
import { nursery, Urgency } from '../../worker/nursery.ts';
import { seedlingKey } from '../../worker/seedling-key.ts';

/** Puts a picture on a canvas of its own size. */
export function show(canvas: HTMLCanvasElement | null, picture: Picture): void {
  if (!canvas) return;
  if (canvas.width !== picture.width) {
    canvas.width = picture.width;
    canvas.height = picture.height;
  }
  canvas.getContext('2d')?.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
}

interface Props {
  readonly of: Seedling;
  readonly scale: Scale;
  /** What it shows, for who cannot see it; empty where the text beside it says so. */
  readonly label: string;
  readonly urgency?: number;
}

/** A finished creature, grown by this page's worker. */
export function CreaturePicture({ of, scale, label, urgency = Urgency.visible }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const key = seedlingKey(of);
  useEffect(() => {
    const element = canvas.current;
    element?.classList.remove('grown');
    const wish = nursery().picture(of, scale, urgency);
    wish.done.then(
      (picture) => {
        show(element, picture);
        element?.classList.add('grown');
      },
      // Without a picture the pale egg stays; the page's own notice tells of a worker that stopped.
      () => element?.classList.add('failed'),
    );
    return wish.cancel;
  }, [key, scale, urgency]);
  return (
    <canvas
      ref={canvas}
      class="creature"
      width={32 * scale}
      height={32 * scale}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
