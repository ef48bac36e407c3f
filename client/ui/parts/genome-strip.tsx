import '../../styles/genome-strip.css';
import { useEffect, useRef } from 'preact/hooks';
import { LOCI, locusRange } from '../../../shared/sim/genome.ts';
import { t } from '../../i18n/i18n.ts';

/** Hues of the loci walk round the wheel in steps that keep neighbours apart, all of one muted strength. */
const HUE_STEP = 47;

/** The genome as bars, a bar a byte: hue by locus, lightness by value. */
export function GenomeStrip({ genome }: { readonly genome: Uint8Array }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    for (let locus = 0; locus < LOCI; locus++) {
      const [start, end] = locusRange(locus);
      for (let at = start; at < end; at++) {
        const signed = (((genome[at] ?? 0) << 24) >> 24) + 128;
        context.fillStyle = `hsl(${(locus * HUE_STEP) % 360} 38% ${22 + (signed / 255) * 60}%)`;
        context.fillRect(at, 0, 1, 1);
      }
    }
  }, [genome]);
  return (
    <canvas
      ref={canvas}
      class="genome-strip"
      width={genome.length}
      height={1}
      role="img"
      aria-label={t('genome.label', { bytes: genome.length })}
    />
  );
}
