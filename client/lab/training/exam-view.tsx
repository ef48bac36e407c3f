import { useMemo } from 'preact/hooks';
import type { Candidate, ExamResult } from '../../../shared/lab/training/exam.ts';
import { fixed, listed, percent, t } from '../../i18n/i18n.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { BodyRow } from '../parts/body-row.tsx';
import { tableOf, type View } from '../parts/view.ts';
import { SEASON_NAMES, type TrainingState } from './dials.ts';

const seasonName = (season: number): string => t(`lab.training.choice.season.${SEASON_NAMES[season]}`);

export function useExam(bench: TrainingState): View {
  const { view, season, schooling, draw } = bench.values;
  const exam = SEASON_NAMES.indexOf(season);
  const run = useExperiment('exam', 'sitExam', [view === 'exam', bench.word, exam, schooling, draw], () =>
    view === 'exam' ? { of: bench.creature, exam, generations: schooling, seed: draw } : null,
  );
  const { result } = run;
  const table = useMemo(() => (result ? sheetOf(result) : null), [result]);
  return {
    runs: [run],
    print: result?.print,
    dials: ['season', 'schooling'],
    said: result ? saidOf(result) : '',
    table,
    picture: result ? (
      <div class="candidates">
        {result.candidates.map((candidate) => (
          <section key={candidate.seasons.join()}>
            <h2>{nameOf(candidate)}</h2>
            <Marks of={candidate} />
            <BodyRow name={t('lab.training.exam.inExam')} of={candidate.bodies.map((body) => ({ body, label: '' }))} />
          </section>
        ))}
      </div>
    ) : null,
  };
}

const nameOf = ({ seasons }: Candidate): string =>
  seasons.length > 1
    ? t('lab.training.exam.varied')
    : t('lab.training.exam.single', { season: listed(seasons.map(seasonName)) });

/** Survival in the seasons of training, and in the exam. */
function Marks({ of }: { readonly of: Candidate }) {
  return (
    <dl class="marks">
      {(['trained', 'exam'] as const).map((which) => (
        <div key={which}>
          <dt>{t(`lab.training.exam.${which}In`)}</dt>
          <dd>
            <span class={which} style={{ inlineSize: `${100 * of[which]}%` }} />
            <b class="numeric">{percent(of[which])}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function saidOf({ candidates }: ExamResult): string {
  const [varied, ...singles] = candidates;
  const mean = singles.reduce((sum, { exam }) => sum + exam, 0) / singles.length;
  return t('lab.training.exam.said', { varied: percent(varied?.exam ?? 0), single: percent(mean) });
}

function sheetOf({ candidates }: ExamResult) {
  const headers = ['lineage', 'trained', 'exam'].map((name) => t(`lab.training.column.${name}`));
  const rows = candidates.map((one) => [nameOf(one), 100 * one.trained, 100 * one.exam]);
  return tableOf(t('lab.training.exam.inExam'), headers, rows, (value) => fixed(value, 1));
}
