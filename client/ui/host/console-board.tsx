import '../../styles/console.css';
import { useCallback, useState } from 'preact/hooks';
import type { ClassAction } from '../../../shared/protocol/class-messages.ts';
import type { IntentBody } from '../../../shared/protocol/messages.ts';
import { t } from '../../i18n/i18n.ts';
import type { LiveSource } from '../../net/live-source.ts';
import { headCount } from '../../session/roster.ts';
import { HelpButton } from '../learn/help-button.tsx';
import { LessonControl } from '../lesson/lesson-control.tsx';
import { LinkBanner } from '../match/link-banner.tsx';
import { LanguageChoice } from '../parts/language.tsx';
import { Logo } from '../parts/logo.tsx';
import { useTitle } from '../parts/use-title.ts';
import { JoinCard } from './join-card.tsx';
import { PaceBar } from './pace-bar.tsx';
import { RoomRules } from './room-rules.tsx';
import { RosterPanel } from './roster-panel.tsx';

/** Sends what the host wants. What is refused is told below the bar; the sentence comes back too, empty when it is done. */
export type Act = (intent: IntentBody) => Promise<string>;
export type ActOnClass = (action: ClassAction) => Promise<string>;

/** Everything that a teacher leads a class by, on one page: who may come, what happens next, how everybody is. */
export function ConsoleBoard({ source }: { readonly source: LiveSource }) {
  const [refusal, setRefusal] = useState('');
  const table = source.table.value;
  const roster = source.roster.value;
  useTitle(t('console.title', { code: table.code }));
  const act: Act = useCallback(
    async (intent) => {
      const answer = await source.send(intent);
      const sentence = answer.ok ? '' : (answer.error ?? t('console.refused'));
      setRefusal(sentence);
      return sentence;
    },
    [source],
  );
  const actOnClass: ActOnClass = useCallback((action) => act({ kind: 'class', action }), [act]);
  if (!roster) return null;
  // Where it takes the least height: forty pupils are to stay in view.
  const rules = <RoomRules roster={roster} actOnClass={actOnClass} />;
  const people = roster.people.filter(({ removed, connected }) => connected && !removed);
  return (
    <main id="content" class="console" data-phase={table.phase} data-frozen={table.frozen} tabIndex={-1}>
      <header class="console-head">
        <a class="home" href="/" aria-label={t('action.home')}>
          <Logo />
        </a>
        <h1>{t('console.heading')}</h1>
        <p class="quiet">
          {t('console.count', { count: headCount(people) })}
          {people.length === headCount(people) ? '' : ` · ${t('console.devices', { count: people.length })}`}
        </p>
        <nav class="console-links" aria-label={t('console.views')}>
          <a class="button small" href={`/screen/${table.code}`} target="_blank" rel="noreferrer">
            {t('console.screen')}
          </a>
          <a class="button small" href={`/room/${table.code}?watch`} target="_blank" rel="noreferrer">
            {t('console.world')}
          </a>
          {table.report ? (
            <a
              class="button small"
              href={`/report/${table.report}#${source.hostKey.value}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('console.report')}
            </a>
          ) : null}
        </nav>
        <LanguageChoice />
        <HelpButton about="console" />
      </header>
      <LinkBanner source={source} />
      <PaceBar source={source} roster={roster} act={act} actOnClass={actOnClass} />
      {refusal ? (
        <p class="console-refusal" role="alert">
          {refusal}
          <button type="button" class="button small" onClick={() => setRefusal('')}>
            {t('action.close')}
          </button>
        </p>
      ) : null}
      <div class="console-body">
        <div class="console-side">
          <JoinCard code={table.code} hostKey={source.hostKey.value} locked={table.locked} />
          {table.lesson ? rules : null}
        </div>
        <div class="console-main">
          <LessonControl source={source} />
          <RosterPanel source={source} roster={roster} actOnClass={actOnClass} />
          {table.lesson ? null : rules}
        </div>
      </div>
    </main>
  );
}
