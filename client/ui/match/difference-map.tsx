import { useEffect, useRef } from 'preact/hooks';
import { Compared } from '../../../shared/sim/divergence.ts';
import { LATTICE } from '../../../shared/sim/embryo/body.ts';
import { t } from '../../i18n/i18n.ts';

/** Pixels a site: enough that what differs can be told by its shape too, not by its colour alone. */
const SITE = 4;

/** Both bodies laid over each other, cell by cell: alike cells as small dots, differing ones as full squares. */
export function DifferenceMap({ compared }: { readonly compared: Uint8Array | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const style = getComputedStyle(element);
    context.clearRect(0, 0, element.width, element.height);
    compared?.forEach((site, at) => {
      if (site === Compared.empty) return;
      const apart = site === Compared.apart;
      const inset = apart ? 0 : 1;
      context.fillStyle = apart ? style.getPropertyValue('--accent') : style.getPropertyValue('--plate-ink');
      context.fillRect(
        (at % LATTICE) * SITE + inset,
        Math.floor(at / LATTICE) * SITE + inset,
        SITE - 2 * inset,
        SITE - 2 * inset,
      );
    });
  }, [compared]);
  return (
    <canvas
      ref={canvas}
      class="difference-map"
      width={LATTICE * SITE}
      height={LATTICE * SITE}
      role="img"
      aria-label={t('twins.map')}
    />
  );
}
