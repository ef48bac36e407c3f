import '../../styles/steward-sheet.css';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { StewardView, WorldSource } from '../../session/world-source.ts';
import { stewardName } from '../match/steward-name.ts';
import { useManners } from './context.ts';
import { StewardSheet } from './steward-sheet.tsx';

interface Props {
  readonly source: WorldSource;
  readonly steward: StewardView | undefined;
}

/** What one may do about another person here: a button that opens it. Nothing beside bots, free seats and oneself. */
export function StewardMenu({ source, steward }: Props) {
  const manners = useManners();
  const [open, setOpen] = useState(false);
  const { mode, room, phase } = source.table.value;
  if (!manners || !steward || steward.seat === source.seat.value) return null;
  // A free seat of a lobby has a name too; once it has begun, bots have those.
  const person = steward.bot === '' && (steward.connected || phase !== 'lobby');
  const place = mode === 'public' || (mode === 'private' && room?.phrases === true);
  if (!place || !(person || open)) return null;
  const name = stewardName(source, steward);
  return (
    <>
      <button
        type="button"
        class="steward-more"
        aria-haspopup="dialog"
        aria-label={t('manners.more', { name })}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M4 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z" />
        </svg>
      </button>
      {open ? (
        <StewardSheet
          source={source}
          manners={manners}
          steward={steward}
          name={name}
          gone={!person}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
