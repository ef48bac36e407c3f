import { CHIPS, type Outcome, type Question } from '../../../../shared/sim/questions/question.ts';
import { number, t } from '../../../i18n/i18n.ts';
import { cardName, traitName } from '../../../i18n/model-words.ts';
import { questionFormula, questionRule, verdictWords } from '../../../i18n/question-words.ts';
import { unitOf } from '../../../session/trait-units.ts';
import { CreaturePicture } from '../../parts/picture.tsx';
import { Sign } from '../../parts/sign.tsx';
import { binWords } from '../predict/bins.ts';
import { BetTable } from './bet-table.tsx';

/** One's guess beside what came true, the points, and why they are so many. */
export function QuestionVerdict({ outcome }: { readonly outcome: Outcome }) {
  const { question, judgement, truth, prediction } = outcome;
  return (
    <section class="verdict" aria-labelledby="reveal-guess" data-points={judgement?.points ?? ''}>
      <h3 id="reveal-guess">{t('reveal.guess')}</h3>
      {truth === null ? <p>{t('reveal.unknowable')}</p> : null}
      {truth !== null && prediction === null ? <p>{t('reveal.unanswered')}</p> : null}
      {judgement ? (
        <p class="points">
          <span class="big numeric">{judgement.points}</span> {t('reveal.points', { count: judgement.points })}
        </p>
      ) : null}
      <Comparison outcome={outcome} />
      {judgement ? <p class="why">{verdictWords(judgement)}</p> : null}
      <details>
        <summary>{t('hand.formula')}</summary>
        <p>{questionRule(question.kind)}</p>
        <p class="formula">{questionFormula(question.kind)}</p>
      </details>
    </section>
  );
}

function Comparison({ outcome: { question, prediction, truth } }: { readonly outcome: Outcome }) {
  if (truth === null) return null;
  switch (truth.kind) {
    case 'histogram': {
      if (question.kind !== 'histogram') return null;
      const sum = truth.counts.reduce((total, count) => total + count, 0);
      const chips = prediction?.kind === 'histogram' ? prediction.chips : null;
      const rows = binWords(question.trait, question.edges).map(({ plain }, bin) => ({
        name: plain,
        guessed: chips && { share: (chips[bin] ?? 0) / CHIPS, words: number(chips[bin] ?? 0) },
        true: { share: (truth.counts[bin] ?? 0) / Math.max(1, sum), words: number(truth.counts[bin] ?? 0) },
      }));
      return (
        <BetTable
          caption={t('reveal.ofTrait', {
            trait: traitName(question.trait),
            unit: t(`traitUnit.${unitOf(question.trait).unit}`),
          })}
          guessed={t('reveal.chips')}
          truth={t('reveal.creatures')}
          rows={rows}
        />
      );
    }
    case 'sculptor': {
      if (question.kind !== 'sculptor') return null;
      const chips = prediction?.kind === 'sculptor' ? prediction.chips : null;
      const rows = question.choices.map((card, at) => ({
        name: cardName(card),
        guessed: chips && { share: (chips[at] ?? 0) / CHIPS, words: number(chips[at] ?? 0) },
        true: { share: at === truth.laid ? 1 : 0, words: at === truth.laid ? t('reveal.laid') : '–' },
      }));
      return <BetTable caption={t('reveal.cards')} guessed={t('reveal.chips')} truth={t('reveal.laid')} rows={rows} />;
    }
    case 'divergence':
      return (
        <Span
          low={prediction?.kind === 'divergence' ? prediction.low : null}
          high={prediction?.kind === 'divergence' ? prediction.high : null}
          apart={truth.apart}
        />
      );
    case 'twins':
      return (
        <LineUp question={question} same={truth.same} picked={prediction?.kind === 'twins' ? prediction.same : []} />
      );
  }
}

interface SpanProps {
  readonly low: number | null;
  readonly high: number | null;
  readonly apart: number;
}

/** The span one guessed, and the mark of what came. */
function Span({ low, high, apart }: SpanProps) {
  return (
    <>
      <p>
        {t('reveal.apart', { apart })} {low !== null && high !== null ? t('reveal.span', { low, high }) : null}
      </p>
      <div class="span-truth" aria-hidden="true">
        {low !== null && high !== null ? (
          <i style={{ insetInlineStart: `${low}%`, inlineSize: `${Math.max(1, high - low)}%` }} />
        ) : null}
        <b style={{ insetInlineStart: `${apart}%` }} />
      </div>
    </>
  );
}

interface LineUpProps {
  readonly question: Question;
  readonly same: readonly number[];
  readonly picked: readonly number[];
}

/** The eight again: which were of one genome, and which of those one had seen. */
function LineUp({ question, same, picked }: LineUpProps) {
  if (question.kind !== 'twins') return null;
  return (
    <ul class="line-up told">
      {question.bodies.map((of, at) => {
        const state = same.includes(at)
          ? picked.includes(at)
            ? 'found'
            : 'missed'
          : picked.includes(at)
            ? 'wrong'
            : 'other';
        return (
          <li key={at} class={state}>
            <CreaturePicture of={of} scale={4} label="" />
            <span class="told-word">
              {state === 'found' ? <Sign name="tick" /> : null}
              {state === 'wrong' ? <Sign name="cross" /> : null} {t(`reveal.twin.${state}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
