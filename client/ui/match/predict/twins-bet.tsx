import { CLONES, type Prediction, type TwinsQuestion } from '../../../../shared/sim/questions/question.ts';
import { t } from '../../../i18n/i18n.ts';
import { Urgency } from '../../../worker/nursery.ts';
import { CreaturePicture } from '../../parts/picture.tsx';
import { Sign } from '../../parts/sign.tsx';

interface Props {
  readonly question: TwinsQuestion;
  readonly answer: Extract<Prediction, { kind: 'twins' }> | null;
  readonly onChange: (answer: Prediction) => void;
}

/** Eight creatures, grown here and now: pick those that share one genome. */
export function TwinsBet({ question, answer, onChange }: Props) {
  const same = answer?.same ?? [];
  const toggle = (at: number): void =>
    onChange({
      kind: 'twins',
      same: same.includes(at) ? same.filter((each) => each !== at) : [...same, at].sort((a, b) => a - b),
    });
  return (
    <>
      <ul class="line-up">
        {question.bodies.map((of, at) => (
          <li key={at}>
            <button
              type="button"
              aria-pressed={same.includes(at)}
              aria-label={t('question.twins.body', { number: at + 1 })}
              onClick={() => toggle(at)}
            >
              <CreaturePicture of={of} scale={4} label="" urgency={Urgency.now} />
              <span class="numeric" aria-hidden="true">
                {same.includes(at) ? <Sign name="tick" /> : at + 1}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet" aria-live="polite">
        {t('question.twins.picked', { count: same.length, low: CLONES.low, high: CLONES.high })}
      </p>
    </>
  );
}
