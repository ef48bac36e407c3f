import type { ComponentChildren } from 'preact';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { t } from '../../i18n/i18n.ts';
import { BenchAddress } from './bench-link.tsx';
import { ChoiceView } from './choice-view.tsx';

/** What pupils get on paper: the questions without their answers, and room to write. */
export function PupilsSheet({ lesson }: { readonly lesson: Lesson }) {
  const { constructs, steps, ticket } = lesson;
  return (
    <>
      <p class="print-name">{t('lessons.nameLine')}</p>
      <div class="print-columns">
        <Group title={t('lessons.before')}>
          {constructs.map(({ before }) => (
            <ChoiceView key={before.id} choice={before} solved={false} />
          ))}
        </Group>
        <Group title={t('lessons.phase.predict')}>
          {steps.map((step) =>
            step.kind === 'predict' ? <ChoiceView key={step.id} choice={step.question} solved={false} /> : null,
          )}
        </Group>
        {steps.map((step) =>
          step.bench ? (
            <p key={step.id}>
              <BenchAddress bench={step.bench} />
            </p>
          ) : null,
        )}
        <Group title={t('lessons.after')}>
          {constructs.map(({ after }) => (
            <ChoiceView key={after.id} choice={after} solved={false} />
          ))}
        </Group>
        <Group title={t('lessons.ticket')}>
          <ChoiceView choice={ticket.choice} solved={false} />
          <p class="lesson-asked">{ticket.sentence.prompt}</p>
          <p class="print-lines" aria-hidden="true" />
        </Group>
      </div>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="print-group">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
