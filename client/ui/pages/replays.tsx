import '../../styles/listing.css';
import { useEffect, useState } from 'preact/hooks';
import { dayAndTime, t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { listReplays, type ReplayListing } from '../../net/api.ts';
import { FounderPair } from '../parts/founder-pair.tsx';
import { Page } from '../parts/page.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useTitle } from '../parts/use-title.ts';

/** Whether a match goes on, or why it does not. */
const standing = ({ status, why }: ReplayListing): string =>
  why === null ? t(`replays.${status}`) : `${t(`replays.${status}`)}: ${t(`replays.why.${why}`)}`;

/** Recorded matches. */
export function Replays() {
  const [replays, setReplays] = useState<readonly ReplayListing[]>([]);
  const [state, setState] = useState<'loading' | 'more' | 'all'>('loading');
  const [trouble, setTrouble] = useState('');
  const [page, setPage] = useState(0);
  useTitle(t('nav.replays'));
  useEffect(() => {
    let gone = false;
    void listReplays(page).then((list) => {
      if (gone) return;
      if (!list.ok) {
        setTrouble(list.error);
        setState('all');
        return;
      }
      setReplays((before) => [...before, ...list.value.replays]);
      setState(list.value.more ? 'more' : 'all');
    });
    return () => {
      gone = true;
    };
  }, [page]);
  return (
    <Page narrow>
      <div class="page-head">
        <h1>{t('replays.title')}</h1>
      </div>
      {trouble ? <Trouble text={trouble} /> : null}
      {!trouble && state === 'all' && replays.length === 0 ? (
        <div class="empty">
          <p>{t('replays.empty')}</p>
          <a class="button primary" href="/play">
            {t('lobby.play')}
          </a>
        </div>
      ) : null}
      <ul class="listing">
        {replays.map((replay) => (
          <li key={replay.id}>
            <FounderPair founder={replay.founder} />
            <div>
              <h2>
                <a href={`/replay/${replay.id}`}>{founderName(replay.founder)}</a>
              </h2>
              <p class="quiet">{t('replays.line', { habitats: replay.habitats, rounds: replay.rounds })}</p>
              <p class="quiet">{dayAndTime(replay.createdAt)}</p>
            </div>
            <div class="actions">
              {replay.status === 'finished' ? null : <span class="quiet">{standing(replay)}</span>}
              <a class="button" href={`/replay/${replay.id}`}>
                {t('replays.watch')}
              </a>
            </div>
          </li>
        ))}
      </ul>
      {state === 'loading' ? <p class="quiet">{t('replays.loading')}</p> : null}
      {state === 'more' ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            setState('loading');
            setPage(page + 1);
          }}
        >
          {t('replays.more')}
        </button>
      ) : null}
    </Page>
  );
}
