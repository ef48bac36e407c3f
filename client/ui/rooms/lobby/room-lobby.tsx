import '../../../styles/room-lobby.css';
import type { World } from '../../../../shared/sim/world/world.ts';
import { t } from '../../../i18n/i18n.ts';
import type { WorldSource } from '../../../session/world-source.ts';
import { StandUp } from '../stand-up.tsx';
import { Beginning } from './beginning.tsx';
import { Present } from './present.tsx';
import { Settled } from './settled.tsx';
import { ShareRoom } from './share-room.tsx';

interface Props {
  readonly source: WorldSource;
  readonly world: World;
}

/** A public room before its match: who is there, when it begins, what was settled, and how others come in. */
export function RoomLobby({ source, world }: Props) {
  const owner = source.host.value;
  // Who has made a room wants others to come; who came by chance wants to see who is there.
  const share = <ShareRoom source={source} first={owner} />;
  return (
    <div class="room-lobby" data-owner={owner}>
      <Beginning source={source} />
      {owner ? share : null}
      <Present source={source} world={world} />
      {owner ? null : share}
      <Settled source={source} world={world} />
      <div class="actions">
        <StandUp source={source} />
        <a
          class="button small"
          href="/rooms"
          target="_top"
          onClick={() => {
            // So that the seat is free at once, and not only when the room has waited for somebody to come back.
            source.close();
          }}
        >
          {t('roomLobby.leave')}
        </a>
      </div>
    </div>
  );
}
