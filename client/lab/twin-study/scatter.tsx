import type { TargetedMouseEvent } from 'preact';
import type { Pair } from '../../../shared/lab/twin-study.ts';
import { number, t } from '../../i18n/i18n.ts';

interface Props {
  readonly title: string;
  readonly said: string;
  readonly pairs: readonly Pair[];
  /** From the least to the most of all pairs, of both kinds: the same in both plots. */
  readonly range: readonly [least: number, most: number];
  /** What is read for the model's number: divided by this. */
  readonly divisor: number;
  /** The pair that is shown beside. */
  readonly chosen: number;
  readonly onChoose: (pair: number) => void;
}

const SIDE = 200;

/** A dot a pair: the one across, the other up. On the slanting line both are the same. */
export function Scatter({ title, said, pairs, range, divisor, chosen, onChoose }: Props) {
  const [least, most] = range;
  const across = (value: number): number => (SIDE * (value - least)) / Math.max(1, most - least);
  const up = (value: number): number => SIDE - across(value);
  const choose = ({ currentTarget, clientX, clientY }: TargetedMouseEvent<SVGSVGElement>): void => {
    const box = currentTarget.getBoundingClientRect();
    const [x, y] = [((clientX - box.left) * SIDE) / box.width, ((clientY - box.top) * SIDE) / box.height];
    const far = ([one, other]: Pair): number => Math.hypot(across(one) - x, up(other) - y);
    onChoose(pairs.reduce((best, pair, at) => (far(pair) < far(pairs[best] ?? pair) ? at : best), 0));
  };
  const own = pairs[chosen];
  return (
    <figure class="scatter">
      <figcaption>
        <strong>{title}</strong> <span class="numeric">{said}</span>
      </figcaption>
      <div dir="ltr">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keys a pair is chosen with the slider of that name */}
        <svg viewBox={`-6 -6 ${SIDE + 12} ${SIDE + 12}`} role="img" aria-label={`${title}: ${said}`} onClick={choose}>
          <path class="frame" d={`M0 0V${SIDE}H${SIDE}`} />
          <path class="pair-same" d={`M0 ${SIDE}L${SIDE} 0`} />
          <path class="pair-dots" d={pairs.map(([one, other]) => `M${across(one)} ${up(other)}h0`).join('')} />
          {own ? <circle class="pair-own" cx={across(own[0])} cy={up(own[1])} r="7" /> : null}
        </svg>
        <span class="scatter-ends numeric">
          <span>{number(least / divisor)}</span>
          <span class="axes">{t('lab.twin-study.first')}</span>
          <span>{number(most / divisor)}</span>
        </span>
      </div>
    </figure>
  );
}
