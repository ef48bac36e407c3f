import type { Beside } from '../../../shared/lab/knock-outs.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { fixed, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';

export interface Move {
  readonly trait: TraitName;
  /** Mean effect and its standard error, in the model's own unit. */
  readonly effect: number;
  readonly error: number;
  /** The same in standard deviations of twins. */
  readonly steps: number;
  readonly stepsError: number;
}

/** What is done to each trait, in the order of TRAITS. `steps`: of the matrix. */
export const movesOf = ({ effects, errors }: Beside, steps: Float64Array): Move[] =>
  TRAITS.map((trait, at) => {
    const [effect, error, step] = [effects[at] ?? Number.NaN, errors[at] ?? Number.NaN, steps[at] ?? 1];
    return { trait, effect, error, steps: effect / step, stepsError: error / step };
  });

/** "+1.5": what is more and what is less must be seen at once. */
export const signed = (value: number, decimals = 1): string =>
  Number.isFinite(value) ? `${value > 0 ? '+' : ''}${fixed(value, decimals)}` : '–';

/** The traits that an absence moves by more than one standard deviation of twins, the most moved first. */
export function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const moved = moves
    .filter(({ steps }) => Math.abs(steps) > 1)
    .toSorted((a, b) => Math.abs(b.steps) - Math.abs(a.steps));
  /** So far do bars reach to either side. */
  const reach = Math.max(3, ...moved.map(({ steps, stepsError }) => Math.abs(steps) + 2 * stepsError));
  const place = (steps: number): number => 50 + (50 * steps) / reach;
  if (moved.length === 0) return <p>{t('lab.knock-outs.movesNone')}</p>;
  return (
    <ul class="moves">
      {moved.map(({ trait, steps, stepsError }) => (
        <li key={trait}>
          <span>{traitName(trait)}</span>
          <span class="move-bar" dir="ltr" aria-hidden="true">
            <span
              class={steps > 0 ? 'more' : 'less'}
              style={{ left: `${Math.min(50, place(steps))}%`, right: `${100 - Math.max(50, place(steps))}%` }}
            />
            <i
              style={{ left: `${place(steps - 2 * stepsError)}%`, right: `${100 - place(steps + 2 * stepsError)}%` }}
            />
          </span>
          <span class="numeric" dir="ltr">
            {signed(steps)} ± {fixed(2 * stepsError, 1)}
          </span>
        </li>
      ))}
    </ul>
  );
}
