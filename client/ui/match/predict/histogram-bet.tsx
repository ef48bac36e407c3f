import { countInBins } from '../../../../shared/sim/questions/bins.ts';
import { CHIPS, type HistogramQuestion, type Prediction } from '../../../../shared/sim/questions/question.ts';
import { t } from '../../../i18n/i18n.ts';
import { traitName } from '../../../i18n/model-words.ts';
import { isMeasured } from '../../../session/history.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { valuesOf } from '../../../session/trait-statistics.ts';
import { binWords } from './bins.ts';
import { ChipBoard } from './chip-board.tsx';

interface Props {
  readonly model: MatchModel;
  readonly question: HistogramQuestion;
  readonly answer: Extract<Prediction, { kind: 'histogram' }> | null;
  readonly onChange: (answer: Prediction) => void;
}

/** Ten chips on the bins of a trait. How it is now stands faintly behind them. */
export function HistogramBet({ model, question, answer, onChange }: Props) {
  const { edges, trait } = question;
  const now = countsNow(model, question);
  const all = Math.max(1, now?.reduce((sum, count) => sum + count, 0) ?? 1);
  const words = binWords(trait, edges);
  return (
    <>
      <ChipBoard
        label={t('question.histogram.board', { trait: traitName(trait) })}
        columns={words.map((each, at) => ({ ...each, ghost: (now?.[at] ?? 0) / all }))}
        chips={answer?.chips ?? words.map(() => 0)}
        total={CHIPS}
        onChange={(chips) => onChange({ kind: 'histogram', chips })}
      />
      <p class="quiet ghost-key">
        {now ? (
          <>
            <i aria-hidden="true" /> {t('question.histogram.now', { values: tellCounts(words, now) })}
          </>
        ) : (
          t('question.histogram.unknown')
        )}
      </p>
    </>
  );
}

/** How the generation on show is distributed; null while its creatures are still being measured, and before there are any. */
function countsNow({ history }: MatchModel, { habitat, trait, edges }: HistogramQuestion): number[] | null {
  void history.version.value;
  const last = history.records().at(-1);
  return last && isMeasured(last) ? countInBins(edges, [...valuesOf(last, habitat, trait)]) : null;
}

/** The same in words, for who does not see the picture: where most are. */
function tellCounts(words: readonly { name: string }[], counts: readonly number[]): string {
  const most = counts.indexOf(Math.max(...counts));
  return words[most]?.name ?? '';
}
