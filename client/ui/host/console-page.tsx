import { useEffect, useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { t } from '../../i18n/i18n.ts';
import { createLiveSource, type LiveOptions } from '../../net/live-source.ts';
import { Afresh } from '../parts/afresh.tsx';
import { readCode } from '../parts/code.ts';
import { Message } from '../parts/message.tsx';
import { ConsoleBoard } from './console-board.tsx';

/** The console of a room: `/host/CODE` where it was opened, `/host/CODE#KEY` on another machine. */
export function Console() {
  const { params } = useRoute();
  const asked = params.code ?? '';
  const code = readCode(asked);
  // What follows # is never sent to a server, and so is in no log; it goes from the address at once, which others may see.
  const key = useMemo(() => {
    const brought = location.hash.slice(1);
    if (brought) history.replaceState(history.state, '', location.pathname);
    return brought;
  }, [asked]);
  if (!code) {
    return (
      <Message title={t('room.cannot')} text={t('join.wrong')}>
        <a class="button primary" href="/host">
          {t('nav.host')}
        </a>
      </Message>
    );
  }
  return <ConsoleFor key={code} options={{ kind: 'join', code, host: true, ...(key ? { key } : {}) }} />;
}

/** Comes into a room as its host, and stays. `options` are read once. */
export function ConsoleFor({ options }: { readonly options: LiveOptions }) {
  const source = useMemo(() => createLiveSource(options), []);
  useEffect(() => () => source.close(), [source]);
  const { code } = source.table.value;
  useEffect(() => {
    // A reload shall come back to this console.
    if (code) history.replaceState(history.state, '', `/host/${code}`);
  }, [code]);
  const trouble = source.trouble.value;
  if (trouble && !source.world.value) {
    return (
      <Message title={t('console.cannot')} text={trouble}>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {t('action.retry')}
        </button>
        <Afresh class="button" href="/host">
          {t('nav.host')}
        </Afresh>
        <Afresh class="button" href="/replays">
          {t('nav.replays')}
        </Afresh>
      </Message>
    );
  }
  if (!source.world.value || !source.roster.value) return <p class="arriving">{t('console.arriving')}</p>;
  return <ConsoleBoard source={source} />;
}
