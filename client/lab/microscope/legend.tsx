import { percent, t } from '../../i18n/i18n.ts';
import { kindName } from './cell-names.ts';
import { SHAPES } from './marks.ts';

export type Colour = 'gene' | 'tissue' | 'lineage' | 'place';

interface Props {
  readonly colour: Colour;
  /** The kinds that are there, by their number. */
  readonly kinds: readonly number[];
}

/** What colours and shapes mean. */
export function Legend({ colour, kinds }: Props) {
  if (colour === 'gene' || colour === 'place') {
    return (
      <p class="ramp-legend">
        <span>{t(`lab.microscope.ramp.${colour}.low`, { level: percent(0) })}</span>
        <span class="ramp" />
        <span>{t(`lab.microscope.ramp.${colour}.high`, { level: percent(1) })}</span>
      </p>
    );
  }
  return (
    <ul class="kind-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">
            <path d={SHAPES[kind]} style={{ fill: `var(--kind-${kind})` }} />
          </svg>
          {kindName(colour, kind)}
        </li>
      ))}
    </ul>
  );
}
