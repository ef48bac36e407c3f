import type { PaceAction } from '../../../shared/protocol/messages.ts';
import { t } from '../../i18n/i18n.ts';
import type { LiveSource } from '../../net/live-source.ts';
import { phaseWords, placeWords } from '../../session/phase-words.ts';
import type { Roster } from '../../session/roster.ts';
import { useLesson } from '../lessons/use-lessons.ts';
import type { Act, ActOnClass } from './console-board.tsx';
import { TimeLeft } from './time-left.tsx';

/** Whether the match waits for a step of the lesson that does not play. */
function useLessonStep(source: LiveSource): boolean {
  const place = source.table.value.lesson;
  const lesson = useLesson(place?.id ?? '');
  if (!place || lesson === null || typeof lesson !== 'object') return false;
  const step = lesson.steps[place.step];
  return step !== undefined && step.kind !== 'play';
}

interface Props {
  readonly source: LiveSource;
  readonly roster: Roster;
  readonly act: Act;
  readonly actOnClass: ActOnClass;
}

/** Where the match is, and the way on: one large button for what comes next, the others beside it. */
export function PaceBar({ source, roster, act, actOnClass }: Props) {
  const table = source.table.value;
  const world = source.world.value;
  const { phase, paused } = table;
  const { frozen } = roster.rules;
  const words = phaseWords(table, world, -1, true);
  const place = world ? placeWords(phase, world) : null;
  const pace = (action: PaceAction): void => void act({ kind: 'pace', action });
  const begun = phase !== 'lobby';
  const thinking = phase === 'predict' || phase === 'choose';
  const held = paused && !frozen;
  const leads = useLessonStep(source);
  return (
    <section class="pace-bar" aria-label={t('console.pace')}>
      <div class="pace-now" aria-live="polite">
        <p class="place">
          {begun && place ? t(place.key, place.values) : t('console.beforeBegin')}
          {held ? ` · ${t('console.isPaused')}` : ''}
        </p>
        <h2>{frozen ? t('console.eyesUpNow') : t(words.title.key, words.title.values)}</h2>
        <p>
          {frozen
            ? t('console.eyesUpText')
            : leads
              ? t('console.lessonLeads')
              : t(words.sentence.key, words.sentence.values)}
        </p>
      </div>
      <TimeLeft table={table} />
      <div class="pace-actions">
        {phase === 'over' || leads ? null : begun ? (
          <>
            <button type="button" class="button primary large" disabled={frozen} onClick={() => pace('next')}>
              {t('console.next')}
            </button>
            <button type="button" class="button" onClick={() => pace(held ? 'resume' : 'pause')} disabled={frozen}>
              {t(held ? 'console.resume' : 'console.pause')}
            </button>
            <button
              type="button"
              class="button"
              disabled={frozen || !thinking || (world?.generation ?? 0) === 0}
              onClick={() => pace('discuss')}
            >
              {t('console.discuss')}
            </button>
            {table.phaseLengthMs > 0 && (thinking || phase === 'reveal') ? (
              <button type="button" class="button" disabled={frozen} onClick={() => pace('lengthen')}>
                {t('console.lengthen')}
              </button>
            ) : null}
          </>
        ) : (
          <button type="button" class="button primary large" disabled={frozen} onClick={() => pace('start')}>
            {t('console.begin')}
          </button>
        )}
        <button
          type="button"
          class={frozen ? 'button eyes-up on' : 'button eyes-up'}
          aria-pressed={frozen}
          onClick={() => void actOnClass({ do: 'rule', rule: 'frozen', on: !frozen })}
        >
          {t(frozen ? 'console.unfreeze' : 'console.freeze')}
        </button>
        {phase === 'over' ? null : (
          <label class="switch">
            <input
              type="checkbox"
              checked={table.timers}
              onChange={(event) => void act({ kind: 'timers', on: event.currentTarget.checked })}
            />
            <span>{t('console.timers')}</span>
          </label>
        )}
      </div>
    </section>
  );
}
