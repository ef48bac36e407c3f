import { useEffect, useRef } from 'preact/hooks';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import { show } from '../../ui/parts/picture.tsx';
import type { Scale } from '../../worker/jobs.ts';
import { askLab } from '../../worker/lab-desk.ts';

interface Props {
  readonly body: Body;
  readonly scale: Scale;
  /** What it shows, for who cannot see it; empty where the text beside it says so. */
  readonly label: string;
}

/** A body that the lab has grown. */
export function BodyPicture({ body, scale, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    // The picture of the body before stays until this one is there.
    element?.setAttribute('data-drawn', 'no');
    const wish = askLab('paint', 'paint', { body, scale });
    wish.done.then(
      (picture) => {
        show(element, picture);
        element?.classList.add('grown');
        element?.setAttribute('data-drawn', 'yes');
      },
      // Without a picture the pale egg stays; the bench tells of a worker that stopped.
      () => element?.classList.add('failed'),
    );
    return wish.cancel;
  }, [body, scale]);
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
