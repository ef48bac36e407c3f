import { useEffect, useState } from 'preact/hooks';
import { dayAndTime, t } from '../../i18n/i18n.ts';
import { keepByLink } from '../../net/creatures.ts';
import { CopyButton } from '../../ui/host/copy-button.tsx';
import { type Keeping, keepCreature, MOST_KEPT } from './kept.ts';
import { KeptShelf } from './kept-shelf.tsx';

interface Props {
  /** The word of the creature that would be kept. */
  readonly word: string;
  readonly onOpen: (word: string) => void;
}

/** Keeps the creature: in this browser, and on the server by a link. */
export function KeepingPlace({ word, onOpen }: Props) {
  const [said, setSaid] = useState<Keeping | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  useEffect(() => setSaid(null), [word]);
  const keep = (which: string): void => {
    setSaid(keepCreature(which));
    setGone(null);
  };
  return (
    <section class="herb-kept">
      <h2>{t('lab.herbarium.keptTitle')}</h2>
      <p class="herb-actions">
        <button type="button" class="button primary" onClick={() => keep(word)}>
          {t('lab.herbarium.keep')}
        </button>
        <ByLink key={word} word={word} />
      </p>
      <p role="status">{said ? t(`lab.herbarium.keeping.${said}`, { most: MOST_KEPT }) : ''}</p>
      {gone ? (
        <p class="herb-actions">
          <button type="button" class="button small" onClick={() => keep(gone)}>
            {t('lab.herbarium.putBack')}
          </button>
        </p>
      ) : null}
      <KeptShelf
        onOpen={onOpen}
        onGone={(word) => {
          setSaid(null);
          setGone(word);
        }}
      />
    </section>
  );
}

function ByLink({ word }: { readonly word: string }) {
  const [state, setState] = useState<{ link: string; until: number } | { error: string } | 'asked' | null>(null);
  const keep = async (): Promise<void> => {
    setState('asked');
    const kept = await keepByLink(word);
    setState(
      kept.ok
        ? { link: `${location.origin}/lab/herbarium#kept=${kept.value.id}`, until: kept.value.until }
        : { error: kept.error },
    );
  };
  if (state === null || state === 'asked') {
    return (
      <button type="button" class="button" disabled={state === 'asked'} onClick={() => void keep()}>
        {t('lab.herbarium.keepByLink')}
      </button>
    );
  }
  if ('error' in state) {
    return (
      <span class="wrong" role="alert">
        {state.error}
      </span>
    );
  }
  return (
    <span class="herb-link" role="status">
      <a href={state.link}>{state.link}</a> <CopyButton text={state.link} label={t('lab.herbarium.copy')} />
      <span class="quiet">{t('lab.herbarium.keptUntil', { day: dayAndTime(state.until) })}</span>
    </span>
  );
}
