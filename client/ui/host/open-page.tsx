import '../../styles/match-options.css';
import '../../styles/host.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { CreateOptions } from '../../../shared/protocol/messages.ts';
import { t } from '../../i18n/i18n.ts';
import { LiveMatch } from '../match/live-match.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { ConsoleFor } from './console-page.tsx';
import { FreePlay } from './free-play.tsx';
import { LessonChoice } from './lesson-choice.tsx';

export type Plan = Omit<CreateOptions, 'protocol'>;

const KINDS = ['lesson', 'free'] as const;

/**
 * Opens a room for a class: a lesson or free play, then the console with its code. `?lesson=…`: that one is chosen already;
 * `?free`: free play is.
 */
export function Host() {
  const { query } = useRoute();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('free' in query ? 'free' : 'lesson');
  useTitle(t('host.title'));
  if (plan?.watch) return <ConsoleFor options={{ kind: 'create', create: plan, host: true }} />;
  if (plan) return <LiveMatch options={{ kind: 'create', create: plan }} />;
  const open = (wanted: Omit<Plan, 'mode'>, playing = false): void =>
    setPlan({ ...wanted, mode: 'private', watch: !playing, share: true });
  return (
    <Page narrow>
      <div class="host-page">
        <h1>{t('host.title')}</h1>
        <p class="lead">{t('host.lead')}</p>
        <fieldset class="host-kinds">
          <legend class="visually-hidden">{t('console.open.kind')}</legend>
          {KINDS.map((each) => (
            <label key={each} class={kind === each ? 'choice chosen' : 'choice'}>
              <input type="radio" name="kind" value={each} checked={kind === each} onChange={() => setKind(each)} />
              <span>
                <strong>{t(`console.open.${each}`)}</strong>
                <span class="hint">{t(`console.open.${each}Hint`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {kind === 'lesson' ? (
          <LessonChoice first={query.lesson ?? ''} onOpen={(lesson, habitats) => open({ lesson, habitats })} />
        ) : (
          <FreePlay onOpen={open} />
        )}
      </div>
    </Page>
  );
}
