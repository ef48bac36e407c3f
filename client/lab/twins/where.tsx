import { useEffect, useRef } from 'preact/hooks';
import { LATTICE } from '../../../shared/sim/embryo/body.ts';
import { t } from '../../i18n/i18n.ts';

const SITE = 6;

/** Where clones differ from the first: a square a site, filled in proportion to how many of them do. */
export function Where({ shares }: { readonly shares: Float64Array }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) return;
    const style = getComputedStyle(element);
    pen.clearRect(0, 0, element.width, element.height);
    shares.forEach((share, site) => {
      if (share < 0) return;
      const [x, y] = [(site % LATTICE) * SITE, Math.floor(site / LATTICE) * SITE];
      pen.globalAlpha = 0.14;
      pen.fillStyle = style.getPropertyValue('--ink');
      pen.fillRect(x, y, SITE, SITE);
      // By its size besides its strength: told apart without the colour.
      const side = SITE * Math.sqrt(share);
      pen.globalAlpha = 0.9;
      pen.fillStyle = style.getPropertyValue('--accent');
      pen.fillRect(x + (SITE - side) / 2, y + (SITE - side) / 2, side, side);
    });
  }, [shares]);
  return (
    <canvas
      ref={canvas}
      class="where"
      width={LATTICE * SITE}
      height={LATTICE * SITE}
      role="img"
      aria-label={t('lab.twins.whereTitle')}
    />
  );
}
