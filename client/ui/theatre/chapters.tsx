import { useMemo } from 'preact/hooks';
import type { Habitat } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { type Chapter, chaptersOf, type Shift } from '../../session/chapters.ts';
import type { Course } from '../../session/happenings.ts';
import type { Playback } from '../../session/world-source.ts';
import { useDropDown } from '../parts/use-drop-down.ts';
import { hasSign, Sign } from './line-art.tsx';
import { homesOf, thingsOf } from './words.ts';

interface Props {
  readonly playback: Playback;
  readonly course: Course;
  readonly habitats: readonly Habitat[];
  /** Known once all bodies have been grown again. */
  readonly shift: Shift | null;
}

/** A list of places that are worth going to. */
export function Chapters({ playback, course, habitats, shift }: Props) {
  const { box, open, setOpen } = useDropDown();
  const chapters = useMemo(() => chaptersOf(course, shift), [course, shift]);
  const now = playback.position.value;
  const current = chapters.findLastIndex(({ position }) => position <= now + 1e-6);
  return (
    <div class="theatre-tool" ref={box}>
      <button type="button" class="button small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('theatre.chapters')}
      </button>
      {open ? (
        <section class="theatre-sheet" aria-label={t('theatre.chapters')}>
          <h2>{t('theatre.chapters')}</h2>
          <ol class="chapter-list">
            {chapters.map((chapter, at) => (
              <li key={at}>
                <button
                  type="button"
                  data-kind={chapter.kind}
                  {...(at === current ? { 'aria-current': 'step' as const } : {})}
                  onClick={() => playback.seek(chapter.position)}
                >
                  <span aria-hidden="true">{hasSign(chapter.kind) ? <Sign kind={chapter.kind} /> : null}</span>
                  <span>{chapterWords(habitats, chapter, shift)}</span>
                  <span class="quiet numeric">
                    {chapter.kind === 'end' ? '' : t('report.generation', { generation: chapter.generation + 1 })}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}

function chapterWords(habitats: readonly Habitat[], chapter: Chapter, shift: Shift | null): string {
  const { kind, habitats: ids, what, amount } = chapter;
  if (kind === 'round') return t('report.round', { round: amount + 1 });
  if (kind === 'exam') return t('place.exam');
  if (kind === 'end') return t('theatre.end');
  if (kind === 'deadliest') return t('theatre.deadliest', { share: amount });
  const homes = homesOf(habitats, ids);
  if (kind === 'shift')
    return shift ? t(`theatre.shift${shift.up ? 'Up' : 'Down'}`, { homes, trait: traitName(shift.trait) }) : '';
  return t(`theatre.happening.${kind}`, { homes, what: thingsOf(what) });
}
