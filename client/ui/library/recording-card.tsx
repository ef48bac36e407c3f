import { useState } from 'preact/hooks';
import { dayAndTime, t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import type { ReplayListing } from '../../net/api.ts';
import { recordingKeys } from '../../net/recording-keys.ts';
import { FounderPair } from '../parts/founder-pair.tsx';
import { OwnerSheet } from './owner-sheet.tsx';

/** Whether a match goes on, or why it does not. */
const standing = ({ status, why }: ReplayListing): string =>
  why === null ? t(`replays.${status}`) : `${t(`replays.${status}`)}: ${t(`replays.why.${why}`)}`;

interface Props {
  readonly replay: ReplayListing;
  /** Its owner has changed or deleted it. */
  readonly onChanged: () => void;
}

/** One recording of the library. */
export function RecordingCard({ replay, onChanged }: Props) {
  const { id, kind, founder, habitats, rounds, createdAt, status, events, verified } = replay;
  const [open, setOpen] = useState(false);
  const key = recordingKeys.get(id);
  const name = founderName(founder);
  return (
    <li class="recording-card" data-recording={id} data-kind={kind}>
      <FounderPair founder={founder} />
      <div class="recording-words">
        <h2>
          <a href={`/replay/${id}`}>{name}</a>
        </h2>
        <p class="quiet">{dayAndTime(createdAt)}</p>
        <p class="quiet">{t('replays.line', { habitats, rounds })}</p>
        <ul class="recording-facts">
          {kind === 'match' ? null : <li class="kind">{t(`library.kinds.${kind}`)}</li>}
          {events.map((event) => (
            <li key={event}>{t(`library.events.${event}`)}</li>
          ))}
          {verified === null ? null : (
            <li class={verified ? 'true' : 'false'}>{t(verified ? 'badge.true' : 'badge.false')}</li>
          )}
        </ul>
        {status === 'finished' ? null : <p class="quiet">{standing(replay)}</p>}
      </div>
      <div class="actions">
        <a class="button small primary" href={`/replay/${id}`} aria-label={t('library.watchNamed', { name })}>
          {t('replays.watch')}
        </a>
        <a class="button small" href={`/api/replays/${id}`} download={`${id}.twinfold`} target="_top">
          {t('library.download')}
        </a>
        {key === undefined ? null : (
          <button type="button" class="button small" onClick={() => setOpen(true)}>
            {t('library.owner')}
          </button>
        )}
      </div>
      {open && key !== undefined ? (
        <OwnerSheet
          id={id}
          ownKey={key}
          name={name}
          onClose={(changed) => {
            setOpen(false);
            if (changed) onChanged();
          }}
        />
      ) : null}
    </li>
  );
}
