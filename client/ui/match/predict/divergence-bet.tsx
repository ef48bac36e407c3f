import type { Prediction } from '../../../../shared/sim/questions/question.ts';
import { t } from '../../../i18n/i18n.ts';

type Answer = Extract<Prediction, { kind: 'divergence' }>;

interface Props {
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
}

/** Two handles on one line of per cents: how far apart the twins will be. */
export function DivergenceBet({ answer, onChange }: Props) {
  const { low, high } = answer;
  const set = (next: Partial<Pick<Answer, 'low' | 'high'>>, moved: 'low' | 'high'): void => {
    const to = { low, high, ...next };
    // A handle pushes the other before it.
    onChange({
      kind: 'divergence',
      low: moved === 'high' ? Math.min(to.low, to.high) : to.low,
      high: moved === 'low' ? Math.max(to.low, to.high) : to.high,
    });
  };
  return (
    <div class="span-bet">
      <output class="span-words">{t('question.divergence.span', { low, high })}</output>
      <div class="span-line" style={{ '--low-share': low / 100, '--high-share': high / 100 }}>
        <i aria-hidden="true" />
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={low}
          aria-label={t('question.divergence.low')}
          aria-valuetext={t('unit.percent', { value: low })}
          onInput={(event) => set({ low: event.currentTarget.valueAsNumber }, 'low')}
        />
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={high}
          aria-label={t('question.divergence.high')}
          aria-valuetext={t('unit.percent', { value: high })}
          onInput={(event) => set({ high: event.currentTarget.valueAsNumber }, 'high')}
        />
      </div>
      <div class="span-ends quiet" aria-hidden="true">
        <span>{t('question.divergence.alike')}</span>
        <span>{t('question.divergence.strangers')}</span>
      </div>
      <p class="quiet">{t('question.divergence.how')}</p>
    </div>
  );
}
