import '../../styles/twins.css';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import { TwinOverlay } from '../../ui/match/twin-overlay.tsx';
import { show } from '../../ui/parts/picture.tsx';
import { askLab } from '../../worker/lab-desk.ts';

interface Props {
  readonly first: Body;
  readonly second: Body;
  /** As `compare` in divergence.ts has it. */
  readonly compared: Uint8Array;
}

/** Two grown bodies slid over each other. */
export function Overlay({ first, second, compared }: Props) {
  return <TwinOverlay first={useDrawn(first)} second={useDrawn(second)} compared={compared} />;
}

function useDrawn(body: Body): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const wish = askLab('paint', 'paint', { body, scale: 8 });
    // Without it the place stays empty; the picture beside it tells.
    wish.done.then((picture) => show(canvas.current, picture)).catch(() => undefined);
    return wish.cancel;
  }, [body]);
  return canvas;
}
