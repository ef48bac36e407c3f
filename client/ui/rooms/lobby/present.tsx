import type { World } from '../../../../shared/sim/world/world.ts';
import { t } from '../../../i18n/i18n.ts';
import { groundName } from '../../../i18n/model-words.ts';
import type { WorldSource } from '../../../session/world-source.ts';
import { Saying } from '../../manners/saying.tsx';
import { StewardMenu } from '../../manners/steward-menu.tsx';
import { stewardName } from '../../match/steward-name.ts';

interface Props {
  readonly source: WorldSource;
  readonly world: World;
}

/** Who has come, each with their habitat; and who looks after the others. */
export function Present({ source, world }: Props) {
  const { stewards } = source.table.value;
  const here = stewards.filter(({ connected }) => connected);
  const free = stewards.length - here.length;
  return (
    <section aria-labelledby="present-title">
      <h3 id="present-title">{t('roomLobby.present', { count: here.length })}</h3>
      <ul class="present">
        {here.map((steward) => {
          const habitat = world.habitats[steward.seat];
          const { red, green, blue } = habitat?.background ?? { red: 0, green: 0, blue: 0 };
          return (
            <li key={steward.seat} data-ready={steward.ready}>
              <span class="swatch" style={{ background: `rgb(${red} ${green} ${blue})` }} />
              <span class="who">
                <strong>
                  {stewardName(source, steward)}
                  {steward.seat === source.seat.value ? ` ${t('stewards.you')}` : ''}
                </strong>
                <Saying seat={steward.seat} class="in-list" />
                <span class="quiet">
                  {[habitat ? groundName(habitat) : '', steward.ready ? t('stewards.ready') : '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <StewardMenu source={source} steward={steward} />
            </li>
          );
        })}
      </ul>
      {free > 0 ? <p class="quiet">{t('roomLobby.botsCome', { count: free })}</p> : null}
    </section>
  );
}
