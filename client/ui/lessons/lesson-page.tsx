import '../../styles/lessons.css';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { standardOf } from '../../../shared/lessons/standards.ts';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { FounderPair } from '../parts/founder-pair.tsx';
import { Message } from '../parts/message.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Arriving } from './arriving.tsx';
import { ChoiceView } from './choice-view.tsx';
import { Evidence } from './evidence.tsx';
import { PlateView } from './plate-view.tsx';
import { StepView } from './step-view.tsx';
import { useLesson } from './use-lessons.ts';

/** All that a teacher needs of one lesson, the most urgent first. */
export function LessonPage({ id = '' }: { readonly id?: string }) {
  const lesson = useLesson(id);
  useTitle(lesson !== null && typeof lesson === 'object' ? lesson.title : t('lessons.title'));
  if (lesson === 'none') return <NoLesson />;
  return (
    <Page>
      {lesson === null || lesson === 'failed' ? <Arriving failed={lesson === 'failed'} /> : <Whole lesson={lesson} />}
    </Page>
  );
}

export function NoLesson() {
  return (
    <Message title={t('lessons.noneTitle')} text={t('lessons.noneText')}>
      <a class="button primary" href="/lessons">
        {t('lessons.title')}
      </a>
    </Message>
  );
}

function Whole({ lesson }: { readonly lesson: Lesson }) {
  return (
    <article class="lesson" lang={lesson.language}>
      <Head lesson={lesson} />
      <section>
        <h2>{t('lessons.plan')}</h2>
        <ol class="lesson-steps">
          {lesson.steps.map((step, at) => (
            <StepView
              key={step.id}
              step={step}
              start={lesson.steps.slice(0, at).reduce((sum, s) => sum + s.minutes, 0)}
            />
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('lessons.bench')}</h2>
        {lesson.plates.map((plate) => (
          <PlateView key={plate.id} plate={plate} />
        ))}
      </section>
      <Questions lesson={lesson} />
      <Evidence lesson={lesson} />
      <section>
        <h2>{t('lessons.onPaper')}</h2>
        <ul>
          {lesson.onPaper.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Head({ lesson }: { readonly lesson: Lesson }) {
  const { id, title, question, summary, ages, minutes, misconception, variable, match, needs, standards } = lesson;
  return (
    <header class="lesson-head">
      <div class="lesson-title">
        <FounderPair founder={match.founder} />
        <div>
          <h1>{title}</h1>
          <p class="lead">{question}</p>
          <p class="quiet">{t('lessons.facts', { from: ages[0], to: ages[1], minutes })}</p>
        </div>
      </div>
      <p>{summary}</p>
      <p class="lesson-actions">
        <a class="button primary large" href={`/host?lesson=${id}`}>
          {t('lessons.start')}
        </a>
        <a class="button" href={`/lessons/${id}/print`}>
          {t('lessons.print')}
        </a>
        <a class="button" href="/lessons/guide">
          {t('lessons.guide')}
        </a>
      </p>
      <dl class="lesson-facts">
        <div>
          <dt>{t('lessons.meets')}</dt>
          <dd>
            <p>{t('lessons.quoted', { text: misconception.says })}</p>
            <p>{misconception.meets}</p>
          </dd>
        </div>
        <div>
          <dt>{t('lessons.variable')}</dt>
          <dd>
            <p>
              <strong>{t('lessons.varied')}</strong> {variable.varied}
            </p>
            <p>
              <strong>{t('lessons.fixed')}</strong> {variable.fixed.join(' · ')}
            </p>
            <p>{variable.why}</p>
          </dd>
        </div>
        <div>
          <dt>{t('lessons.match')}</dt>
          <dd>
            <p>
              {t('lessons.matchFacts', {
                founder: founderName(match.founder),
                rounds: match.rounds,
                generations: match.generationsPerRound,
                population: match.population,
                noise: match.noise,
              })}
            </p>
            <p>{match.cards}</p>
            {needs.length > 0 ? (
              <p>
                <strong>{t('lessons.needs')}</strong> {needs.join(' · ')}
              </p>
            ) : null}
          </dd>
        </div>
        <div class="wide">
          <dt>{t('lessons.standards')}</dt>
          <dd>
            {standards.map(({ code, fit }) => (
              <p key={code}>
                <a href={standardOf(code).url} target="_blank" rel="noopener">
                  {code}
                </a>{' '}
                {standardOf(code).wording} <em>{fit}</em>
              </p>
            ))}
            <p class="quiet">{t('lessons.standardsNote')}</p>
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Questions({ lesson }: { readonly lesson: Lesson }) {
  const { choice, sentence } = lesson.ticket;
  return (
    <section>
      <h2>{t('lessons.questions')}</h2>
      <p class="quiet">{t('lessons.unvalidated')}</p>
      <div class="lesson-constructs">
        {lesson.constructs.map(({ id, about, before, after }) => (
          <div key={id} class="lesson-construct">
            <p>
              <strong>{about}</strong>
            </p>
            <h3>{t('lessons.before')}</h3>
            <ChoiceView choice={before} solved />
            <h3>{t('lessons.after')}</h3>
            <ChoiceView choice={after} solved />
          </div>
        ))}
        <div class="lesson-construct">
          <h3>{t('lessons.ticket')}</h3>
          <ChoiceView choice={choice} solved />
          <p class="lesson-asked">{sentence.prompt}</p>
          <p>{t('lessons.modelSentence', { text: sentence.model })}</p>
          <p class="quiet">{t('lessons.looksFor', { list: sentence.looksFor.join(' · ') })}</p>
        </div>
      </div>
    </section>
  );
}
