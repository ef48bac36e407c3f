import { t } from '../../i18n/i18n.ts';
import type { Manners } from '../../session/manners.ts';
import type { StewardView, WorldSource } from '../../session/world-source.ts';
import { Modal } from '../parts/modal.tsx';
import { Removal } from './removal.tsx';
import { Report } from './report.tsx';
import { Vote } from './vote.tsx';

export interface AboutSteward {
  readonly manners: Manners;
  readonly steward: StewardView;
  /** As this page calls them. */
  readonly name: string;
}

interface Props extends AboutSteward {
  readonly source: WorldSource;
  /** Nobody sits there any more. */
  readonly gone: boolean;
  readonly onClose: () => void;
}

/** First what concerns this page alone, then what concerns the room, last what concerns who runs the server. */
export function StewardSheet({ source, manners, steward, name, gone, onClose }: Props) {
  const about = { manners, steward, name };
  const open = source.table.value.mode === 'public';
  // Who only watches has no part in what the room decides.
  const seated = source.seat.value >= 0;
  const close = (): void => {
    onClose();
    // The button that opened it is gone with the person.
    if (gone) document.getElementById('panel')?.focus();
  };
  return (
    <Modal title={name} onClose={close}>
      {gone ? (
        <p role="status">{t('manners.gone')}</p>
      ) : (
        <div class="steward-sheet">
          <OnThisPage {...about} />
          {open && seated && (steward.needed ?? 0) > 0 ? <Vote {...about} /> : null}
          {open && source.host.value ? <Removal {...about} /> : null}
          {open && seated ? <Report {...about} /> : null}
        </div>
      )}
    </Modal>
  );
}

/** What nobody else learns of. */
function OnThisPage({ manners, steward, name }: AboutSteward) {
  const turned = manners.turnedFrom.value;
  const { seat } = steward;
  // The steward as shown may be without the name by which the mark is kept.
  const isTurned = (how: 'muted' | 'hidden'): boolean => turned[how].some((mark) => mark.seat === seat);
  return (
    <section aria-label={t('manners.onThisPage')}>
      <label class="switch">
        <input
          type="checkbox"
          checked={isTurned('muted')}
          onChange={(event) => manners.turn('muted', seat, event.currentTarget.checked)}
        />
        <span>{t('manners.mute', { name })}</span>
      </label>
      <label class="switch">
        <input
          type="checkbox"
          checked={isTurned('hidden')}
          onChange={(event) => manners.turn('hidden', seat, event.currentTarget.checked)}
        />
        <span>{t('manners.hide')}</span>
      </label>
      <p class="hint">{t('manners.onThisPageHint')}</p>
    </section>
  );
}
