import type { TraitName } from '../../../shared/sim/trait-names.ts';
import { roundOf, type World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import type { GenerationRecord } from '../../session/history.ts';
import type { Summary } from '../../session/trait-statistics.ts';
import { meanAmountWords } from './amounts.ts';
import { CardsInForce } from './cards-in-force.tsx';

interface Props {
  readonly world: World;
  readonly record: GenerationRecord | undefined;
  readonly habitat: number;
  readonly summary: Summary | null;
  readonly trait: TraitName;
}

/** A generation in words: the cards, the mean, and by how much those who lived differ from all who were born. */
export function TraitWords({ world, record, habitat, summary, trait }: Props) {
  if (!record) return <p class="chart-words">{t('charts.unknown')}</p>;
  const round = roundOf(world.settings, record.generation);
  return (
    <div class="chart-words" aria-live="polite">
      <p>
        {round < world.settings.rounds ? t('charts.inRound', { round: round + 1 }) : t('place.exam')}
        {': '}
        <CardsInForce pressures={record.pressures[habitat] ?? null} />
      </p>
      {summary && summary.born > 0 ? (
        <p>
          {t('charts.meanWords', {
            mean: meanAmountWords(trait, summary.mean),
            spread: meanAmountWords(trait, summary.spread),
          })}{' '}
          {summary.survivorMean === null ? '' : differenceWords(trait, summary.survivorMean - summary.mean)}
        </p>
      ) : (
        <p>{t(summary ? 'habitat.nobody' : 'charts.notYet')}</p>
      )}
    </div>
  );
}

/** The selection differential, in a sentence. */
function differenceWords(trait: TraitName, difference: number): string {
  if (difference === 0) return t('charts.selectedNone');
  const amount = meanAmountWords(trait, Math.abs(difference));
  return difference > 0 ? t('charts.selectedUp', { amount }) : t('charts.selectedDown', { amount });
}
