import '../../styles/chart-lines.css';
import { useMemo } from 'preact/hooks';
import { number, percent, t } from '../../i18n/i18n.ts';
import { creatureKey } from '../../session/creature-view.ts';
import { type GenerationRecord, seedlingOf } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { type Line, type Survey, surveyLines } from '../../session/matrilines.ts';
import { descendantsOf } from '../../session/pedigree.ts';
import type { Sheet } from '../../session/sheet.ts';
import { CreaturePicture } from '../parts/picture.tsx';
import { DataTable } from './data-table.tsx';
import { Known } from './known.tsx';

interface Props {
  readonly model: MatchModel;
  readonly habitat: number;
  readonly last: number;
  /** Somebody was pointed out in the world, which is to be seen now. */
  readonly onPoint: () => void;
}

/** So many lines with pictures; the table has all. */
const SHOWN = 8;

/** Which lines of mothers a habitat's newborn belong to, from the first mother to one who is there now. */
export function LinesPage({ model, habitat, last, onPoint }: Props) {
  const version = model.history.version.value;
  const survey = useMemo(() => surveyLines(model.history.records(), habitat, last), [version, habitat, last]);
  const latest = model.history.at(last);
  if (survey.living.length === 0 || !latest) return <p>{t('lines.none')}</p>;
  const sheet = sheetOf(survey);
  const begin = survey.generations[0] ?? 0;
  return (
    <>
      <p class="quiet chart-about">{t('lines.about')}</p>
      <Known model={model} last={last} />
      <p class="chart-words">
        {t('lines.count', { living: survey.living.length, ever: survey.ever, generation: begin + 1 })}
      </p>
      <ol class="lines">
        {survey.living.slice(0, SHOWN).map((line) => (
          <LineRow
            key={`${line.generation}/${line.index}`}
            model={model}
            line={line}
            survey={survey}
            latest={latest}
            total={countIn(survey)}
            onPoint={onPoint}
          />
        ))}
      </ol>
      {survey.living.length > SHOWN ? (
        <p class="quiet">{t('lines.more', { count: survey.living.length - SHOWN })}</p>
      ) : null}
      <DataTable caption={t('lines.caption')} shown={sheet} taken={sheet} file="twinfold-lines" />
    </>
  );
}

const countIn = ({ living }: Survey): number => living.reduce((sum, { counts }) => sum + (counts.at(-1) ?? 0), 0);

interface RowProps {
  readonly model: MatchModel;
  readonly line: Line;
  readonly survey: Survey;
  readonly latest: GenerationRecord;
  readonly total: number;
  readonly onPoint: () => void;
}

function LineRow({ model, line, survey, latest, total, onPoint }: RowProps) {
  const { generation, index, counts, heir } = line;
  const first = model.history.at(generation);
  const mother = first ? seedlingOf(first, index) : null;
  const child = seedlingOf(latest, heir);
  const now = counts.at(-1) ?? 0;
  const from = { number: index + 1, generation: generation + 1 };
  const point = (): void => {
    const descendants = descendantsOf(model.history, generation, index, latest.generation);
    model.pointedOut.value = descendants.map((each) => creatureKey(latest.generation, each));
    model.creature.value = creatureKey(latest.generation, heir);
    onPoint();
  };
  return (
    <li>
      {mother ? <CreaturePicture of={mother} scale={2} label={t('lines.first', from)} /> : <span class="egg" />}
      <div class="line-middle">
        <Ribbon counts={counts} survey={survey} />
        <span>
          {t('lines.share', { amount: now, total, share: percent(total > 0 ? now / total : 0) })}{' '}
          <span class="quiet">{t('lines.from', from)}</span>
        </span>
      </div>
      {child ? (
        <button type="button" class="line-heir" onClick={point} title={t('lines.point')}>
          <CreaturePicture of={child} scale={2} label={t('lines.heir', { number: heir + 1 })} />
        </button>
      ) : (
        <span class="egg" />
      )}
    </li>
  );
}

/** How many the line had in each generation, as broad as they were many. */
function Ribbon({ counts, survey }: { readonly counts: readonly number[]; readonly survey: Survey }) {
  const high = Math.max(1, ...survey.living.flatMap((line) => line.counts));
  return (
    <svg class="ribbon" viewBox={`0 0 ${counts.length} 30`} preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0 15H${counts.length}`} vector-effect="non-scaling-stroke" />
      {counts.map((count, at) =>
        count > 0 ? (
          <rect
            key={survey.generations[at]}
            x={at + 0.04}
            width={0.92}
            y={15 - (14 * count) / high}
            height={(28 * count) / high}
          />
        ) : null,
      )}
    </svg>
  );
}

const sheetOf = ({ living, generations, alive }: Survey): Sheet => ({
  headers: [
    t('lines.line'),
    ...generations.map((generation) => t('lines.inGeneration', { generation: generation + 1 })),
  ],
  rows: [
    ...living.map(({ generation, index, counts }) => [
      t('lines.first', { number: index + 1, generation: generation + 1 }),
      ...counts,
    ]),
    [t('lines.alive'), ...alive.map((count) => number(count))],
  ],
});
