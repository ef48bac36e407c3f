import type { TraitName } from '../../../../shared/sim/trait-names.ts';
import { number, t } from '../../../i18n/i18n.ts';
import { traitName } from '../../../i18n/model-words.ts';
import { unitOf } from '../../../session/trait-units.ts';
import { Sign } from '../../parts/sign.tsx';
import type { Move } from './moved.ts';

/** Below this many standard deviations nothing is said to have moved. */
const STILL = 0.25;

/** Traits before and after, with an arrow and a word for the way they went. */
export function Changes({ moves }: { readonly moves: readonly Move[] }) {
  return (
    <ul class="changes">
      {moves.map(({ trait, before, after, steps }) => {
        const way = Math.abs(steps) < STILL ? 'same' : steps > 0 ? 'up' : 'down';
        return (
          <li key={trait}>
            <span class={`way ${way}`}>
              <Sign name={way} />
            </span>
            <strong>{traitName(trait)}</strong>
            <span class="numeric">{changeWords(trait, before, after)}</span>
            <span class="quiet">{t(`reveal.way.${way}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** "31 → 42 %". */
export function changeWords(trait: TraitName, before: number, after: number): string {
  const { unit, divisor } = unitOf(trait);
  const write = (value: number): string => number(Math.round((10 * value) / divisor) / 10 + 0);
  return t('reveal.change', { before: write(before), after: t(`amount.${unit}`, { value: write(after) }) });
}
