import '../../styles/lessons.css';
import '../../styles/lesson-print.css';
import { useState } from 'preact/hooks';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { sourceOf } from '../../../shared/lessons/sources.ts';
import { standardOf } from '../../../shared/lessons/standards.ts';
import { t } from '../../i18n/i18n.ts';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Arriving } from './arriving.tsx';
import { BenchAddress } from './bench-link.tsx';
import { answerLetter } from './choice-view.tsx';
import { NoLesson } from './lesson-page.tsx';
import { PlateView } from './plate-view.tsx';
import { PupilsSheet } from './pupils-sheet.tsx';
import { roundsOf } from './step-view.tsx';
import { useLesson } from './use-lessons.ts';

/** A lesson for paper: the teacher's sheets, then the pupils'. Four pages at most, which a test sees to. */
export function LessonPrint({ id = '' }: { readonly id?: string }) {
  const lesson = useLesson(id);
  const [grown, setGrown] = useState(0);
  const there = lesson !== null && typeof lesson === 'object';
  useTitle(there ? t('lessons.printTitle', { title: lesson.title }) : t('lessons.title'));
  if (lesson === 'none') return <NoLesson />;
  if (!there) {
    return (
      <Page>
        <Arriving failed={lesson === 'failed'} />
      </Page>
    );
  }
  const ready = grown >= lesson.plates.length;
  return (
    <Page>
      <p class="print-bar">
        <button type="button" class="button primary" disabled={!ready} onClick={() => print()}>
          {t('lessons.printNow')}
        </button>
        <a class="button" href={`/lessons/${lesson.id}`}>
          {t('lessons.back')}
        </a>
        <span class="quiet">{t(ready ? 'lessons.printHint' : 'lessons.growing')}</span>
      </p>
      <article class="sheets" lang={lesson.language} data-state={ready ? 'ready' : 'growing'}>
        <TeachersSheet lesson={lesson} />
        <div class="sheet pupils-sheet">
          <h2>
            {lesson.title} <small>{lesson.question}</small>
          </h2>
          {lesson.plates.map((plate) => (
            <PlateView key={plate.id} plate={plate} onReady={() => setGrown((before) => before + 1)} />
          ))}
          <PupilsSheet lesson={lesson} />
        </div>
      </article>
    </Page>
  );
}

function TeachersSheet({ lesson }: { readonly lesson: Lesson }) {
  const { title, question, summary, misconception, variable, match, needs, steps, standards, version } = lesson;
  return (
    <div class="sheet">
      <h1>
        {title} <small>{question}</small>
      </h1>
      <p>{summary}</p>
      <div class="print-columns">
        <p>
          <strong>{t('lessons.meets')}</strong> {t('lessons.quoted', { text: misconception.says })}{' '}
          {misconception.meets}
        </p>
        <p>
          <strong>{t('lessons.varied')}</strong> {variable.varied} <strong>{t('lessons.fixed')}</strong>{' '}
          {variable.fixed.join('; ')}. {variable.why}
        </p>
        <p>
          <strong class="print-head">{t('lessons.match')}</strong> {match.cards}
        </p>
        {needs.length > 0 ? (
          <p>
            <strong class="print-head">{t('lessons.needs')}</strong> {needs.join('; ')}
          </p>
        ) : null}
      </div>
      <h2>{t('lessons.plan')}</h2>
      <table class="print-plan">
        <tbody>
          {steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">
                {t('lessons.minutes', { minutes: step.minutes })}
                <br />
                {t(`lessons.phase.${step.phase}`)}
              </th>
              <td>
                <strong>{step.title}</strong>
                {step.kind === 'play' ? ` (${roundsOf(step.rounds, step.exam)})` : null} {step.teacher}
                <span class="print-prompts">{step.pupils.map((text) => t('lessons.quoted', { text })).join(' ')}</span>
                {step.bench ? <BenchAddress bench={step.bench} /> : null}{' '}
                {step.lookFor.length > 0 ? (
                  <>
                    <strong>{t('lessons.lookFor')}</strong> {step.lookFor.join(' ')}
                  </>
                ) : null}
                {step.typical.map(({ says, reply }) => (
                  <span key={says} class="print-reply">
                    <em>{t('lessons.quoted', { text: says })}</em> {reply}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Key lesson={lesson} />
      <div class="print-columns">
        <div>
          <h2>{t('lessons.evidence')}</h2>
          {lesson.yardsticks.map(({ says, source, sure }) => (
            <p key={says}>
              {says} <em>{sure}</em> {sourceOf(source).text}, {sourceOf(source).url}
            </p>
          ))}
          {lesson.figures.map(({ says, how }) => (
            <p key={says}>
              {says} <em>{how}</em>
            </p>
          ))}
        </div>
        <div>
          <h2>{t('lessons.limits')}</h2>
          {lesson.limits.map((limit) => (
            <p key={limit}>{limit}</p>
          ))}
          <h2>{t('lessons.onPaper')}</h2>
          {lesson.onPaper.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <h2>{t('lessons.standards')}</h2>
          {standards.map(({ code, fit }) => (
            <p key={code}>
              <strong>{code}</strong> {standardOf(code).wording} <em>{fit}</em>
            </p>
          ))}
          <p>
            {t('lessons.standardsNote')} {t('lessons.unvalidated')} {t('lessons.version', { version })}
          </p>
        </div>
      </div>
    </div>
  );
}

function Key({ lesson }: { readonly lesson: Lesson }) {
  const { constructs, ticket, steps } = lesson;
  const choices = [
    ...steps.flatMap((step) => (step.kind === 'predict' ? [{ name: step.title, choice: step.question }] : [])),
    ...constructs.flatMap(({ before, after }, at) => [
      { name: t('lessons.beforeNumber', { number: at + 1 }), choice: before },
      { name: t('lessons.afterNumber', { number: at + 1 }), choice: after },
    ]),
    { name: t('lessons.ticket'), choice: ticket.choice },
  ];
  return (
    <>
      <h2>{t('lessons.key')}</h2>
      <div class="print-columns">
        {choices.map(({ name, choice }) => (
          <p key={choice.id}>
            <strong>
              {name} · {answerLetter(choice)}
            </strong>{' '}
            {choice.why}
          </p>
        ))}
        <p>
          {t('lessons.modelSentence', { text: ticket.sentence.model })}{' '}
          {t('lessons.looksFor', { list: ticket.sentence.looksFor.join('; ') })}
        </p>
      </div>
    </>
  );
}
