import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { nursery } from '../../worker/nursery.ts';
import { fileName } from './file-name.ts';
import { brushOf, SCREEN } from './film.ts';
import { type Subject, subjectOf } from './subject.ts';
import { SubjectChoice } from './subject-choice.tsx';
import { useChoice } from './use-choice.ts';
import type { Taken } from './use-taken.ts';
import type { Work } from './use-task.ts';
import { webmKind, writeWebm } from './write-webm.ts';

interface Props {
  readonly model: MatchModel;
  readonly taken: Taken;
  readonly busy: boolean;
  readonly run: (work: Work) => void;
}

/** A picture or a film of a creature, a pair of twins or a habitat. */
export function PicturesPart({ model, taken, busy, run }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [choice, choose] = useChoice(model, taken);
  const { kind, habitat, generation, index, record } = choice;
  const subject = useMemo(() => {
    const home = taken.timeline.worldAt(0).habitats[habitat];
    return home && record ? subjectOf(taken, { kind, habitat: home, record, index }, nursery()) : null;
  }, [taken, kind, habitat, generation, index]);
  useStill(canvas.current, subject, busy);
  const film = (format: 'webm' | 'gif'): void => {
    const shown = canvas.current;
    if (!subject || !shown) return;
    run({
      file: fileName(taken.file, subject.what.film, format),
      doing: t('takeaway.pictures.writing'),
      async make(signal, onProgress) {
        const writing = { signal, onFrame: (frame: number) => onProgress(frame / subject.film.frames) };
        if (format === 'webm') return writeWebm(subject.film, shown, writing);
        const { writeGif } = await import('./write-gif.ts');
        return writeGif(subject.film, shown, writing);
      },
    });
  };
  return (
    <section aria-labelledby="take-pictures">
      <h3 id="take-pictures">{t('takeaway.pictures.title')}</h3>
      <p>{t('takeaway.pictures.text')}</p>
      <SubjectChoice timeline={taken.timeline} choice={choice} choose={choose} busy={busy} />
      <div class="take-preview">
        {subject ? null : <p class="quiet">{t(`takeaway.pictures.none.${kind}`)}</p>}
        <canvas
          ref={canvas}
          role="img"
          aria-label={subject?.title ?? ''}
          hidden={!subject}
          data-frames={subject?.film.frames}
          width={subject?.film.width}
          height={subject?.film.height}
        />
      </div>
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={busy || !subject}
          onClick={() => {
            if (!subject) return;
            const file = fileName(taken.file, subject.what.picture, 'png');
            run({ file, doing: t('takeaway.pictures.painting'), make: (signal) => subject.picture(signal) });
          }}
        >
          {t('takeaway.pictures.png')}
        </button>
        {webmKind() ? (
          <button type="button" class="button" disabled={busy || !subject} onClick={() => film('webm')}>
            {t('takeaway.pictures.webm')}
          </button>
        ) : null}
        <button type="button" class="button" disabled={busy || !subject} onClick={() => film('gif')}>
          {t('takeaway.pictures.gif')}
        </button>
      </div>
    </section>
  );
}

/** Shows what there will be a picture of; while a film is written, the film shows itself there. */
function useStill(canvas: HTMLCanvasElement | null, subject: Subject | null, busy: boolean): void {
  const [, drawAgain] = useState(0);
  // The canvas is there from the second drawing on.
  useEffect(() => drawAgain(1), []);
  useEffect(() => {
    if (!canvas || !subject || busy) return;
    const controller = new AbortController();
    subject.film.prepare(subject.still, controller.signal).then(
      () => subject.film.draw(brushOf(canvas, SCREEN), subject.still),
      // Without it the place stays empty; saving tells what is wrong.
      () => undefined,
    );
    return () => controller.abort();
  }, [canvas, subject, busy]);
}
