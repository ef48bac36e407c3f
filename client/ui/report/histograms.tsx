import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { Report } from '../../../shared/protocol/report.ts';
import { t } from '../../i18n/i18n.ts';
import { type TalliedQuestion, type Tally, tallied } from '../../session/evidence.ts';
import { Sign } from '../parts/sign.tsx';

/** How the class answered, before and after. Bars are a table as well: every count stands beside its bar. */
export function Histograms({ lesson, report }: { readonly lesson: Lesson; readonly report: Report }) {
  return (
    <section class="report-histograms" lang={lesson.language}>
      <h2>{t('report.classTitle')}</h2>
      <p class="quiet">{t('lessons.unvalidated')}</p>
      {tallied(lesson, report).map((question) => (
        <Histogram key={question.id} of={question} />
      ))}
    </section>
  );
}

function Histogram({ of: { id, about, questions, tallies, answered } }: { readonly of: TalliedQuestion }) {
  const [before, after] = answered;
  const most = Math.max(1, ...tallies.map((tally) => Math.max(tally.before, tally.after ?? 0)));
  return (
    <figure class="histogram" data-question={id}>
      <figcaption>
        <h3>{about}</h3>
        {questions.length === 2 ? (
          <p class="quiet">
            <strong>{t('lessons.before')}</strong> {questions[0]} <strong>{t('lessons.after')}</strong> {questions[1]}
          </p>
        ) : null}
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.column.answer')}</th>
            <th scope="col">
              {after === null ? t('report.chose', { people: before }) : t('report.beforeAfter', { before, after })}
            </th>
          </tr>
        </thead>
        <tbody>
          {tallies.map((tally) => (
            <Bars key={tally.id} tally={tally} most={most} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** Before is hatched, after is filled: told apart without their colours. */
function Bars({ tally: { id, texts, right, before, after }, most }: { readonly tally: Tally; readonly most: number }) {
  const [first, second] = texts;
  return (
    <tr data-option={id} data-before={before} data-after={after ?? ''}>
      <th scope="row">
        {first}
        {second === first ? null : <span class="quiet"> / {second}</span>}
        {right ? (
          <strong class="expected">
            {' '}
            <Sign name="tick" /> {t('report.expected')}
          </strong>
        ) : null}
      </th>
      <td>
        <Bar
          kind={after === null ? 'after' : 'before'}
          count={before}
          most={most}
          said={after === null ? '' : t('lessons.before')}
        />
        {after === null ? null : <Bar kind="after" count={after} most={most} said={t('lessons.after')} />}
      </td>
    </tr>
  );
}

interface BarProps {
  readonly kind: 'before' | 'after';
  readonly count: number;
  readonly most: number;
  readonly said: string;
}

function Bar({ kind, count, most, said }: BarProps) {
  return (
    <span class="bar-line">
      <span class="visually-hidden">{said} </span>
      <span class="bar-track" aria-hidden="true">
        <span class={`bar ${kind}`} style={{ inlineSize: `${(100 * count) / most}%` }} />
      </span>
      <b class="numeric">{count}</b>
    </span>
  );
}
