import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { Report } from '../../../shared/protocol/report.ts';
import { t } from '../../i18n/i18n.ts';
import { isRight, nameOf, type PersonalAnswers, personal } from '../../session/evidence.ts';
import { Sign } from '../parts/sign.tsx';

/** Everybody's answers, by name: choices as letters in a table, words of their own below. */
export function Answers({ lesson, report }: { readonly lesson: Lesson; readonly report: Report }) {
  const rows = personal(lesson, report);
  const columns = rows[0]?.given.filter(({ asked }) => asked.choice) ?? [];
  if (rows.length === 0) return <p>{t('report.nobody')}</p>;
  return (
    <section class="report-answers">
      <h2>{t('report.answersTitle')}</h2>
      <p class="quiet">{t('report.answersKey')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section class="report-scroll" tabIndex={0} aria-label={t('report.answersTitle')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.column.names')}</th>
              {columns.map(({ asked }, at) => (
                <th key={asked.id} scope="col" title={asked.text}>
                  <span aria-hidden="true">{t('report.number', { number: at + 1 })}</span>
                  <span class="visually-hidden">{asked.text}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.person.id} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <ol class="report-questions">
        {columns.map(({ asked }) => (
          <li key={asked.id}>{asked.text}</li>
        ))}
      </ol>
      <Words rows={rows} />
    </section>
  );
}

const LETTERS = 'ABCDEF';

function Row({ row: { person, given } }: { readonly row: PersonalAnswers }) {
  return (
    <tr data-person={person.id}>
      <th scope="row">
        {nameOf(person)}
        {person.removed ? <span class="quiet"> {t('report.removed')}</span> : null}
      </th>
      {given
        .filter(({ asked }) => asked.choice)
        .map(({ asked, answer }) => {
          const at = asked.choice?.options.findIndex(({ id }) => id === answer?.choice) ?? -1;
          const right = answer !== null && isRight(asked, answer.choice) === true;
          return (
            <td key={asked.id} title={asked.choice?.options[at]?.text ?? ''}>
              {at < 0 ? (
                <span class="quiet">–</span>
              ) : (
                <>
                  {LETTERS.charAt(at)}
                  {right ? (
                    <>
                      <Sign name="tick" />
                      <span class="visually-hidden">{t('report.right')}</span>
                    </>
                  ) : null}
                </>
              )}
            </td>
          );
        })}
    </tr>
  );
}

/** Reasons and exit tickets: what people wrote, question by question. */
function Words({ rows }: { readonly rows: readonly PersonalAnswers[] }) {
  const asked = rows[0]?.given.filter((each) => each.asked.words !== 'none').map((each) => each.asked) ?? [];
  return (
    <>
      {asked.map(({ id, text }) => {
        const written = rows.flatMap(({ person, given }) => {
          const said = given.find((each) => each.asked.id === id)?.answer?.text;
          return said ? [{ person, said }] : [];
        });
        return written.length === 0 ? null : (
          <div key={id} class="report-words" data-question={id}>
            <h3>{text}</h3>
            <dl>
              {written.map(({ person, said }) => (
                <div key={person.id}>
                  <dt>{nameOf(person)}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </>
  );
}
