import { CARD_IDS } from '../../../../shared/sim/cards.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { listed as inOneLine, t } from '../../../i18n/i18n.ts';
import { cardName, founderName } from '../../../i18n/model-words.ts';
import type { WorldSource } from '../../../session/world-source.ts';
import { FounderPair } from '../../parts/founder-pair.tsx';
import { languageName } from '../room-card.tsx';

interface Props {
  readonly source: WorldSource;
  readonly world: World;
}

/** What kind of match this will be. Nobody changes it any more: whoever comes finds what was promised. */
export function Settled({ source, world }: Props) {
  const { language = '', listed = false } = source.table.value.room ?? {};
  const { founder, habitats, rounds, game, briefs, shock, deck } = world.settings;
  const lines: readonly (readonly [string, string])[] = [
    [t('host.founder'), founderName(founder)],
    [t('host.habitats'), String(habitats)],
    [t('host.rounds'), String(rounds)],
    [t('options.game'), t(`options.games.${game}.name`)],
    [t('options.briefs'), t(`options.briefModes.${briefs}.name`)],
    [t('options.shock.name'), t(shock ? 'roomLobby.yes' : 'roomLobby.no')],
    [
      t('making.deck'),
      deck.length === CARD_IDS.length ? t('roomLobby.wholeDeck') : inOneLine(deck.map((id) => cardName(id))),
    ],
    ...(language ? [[t('language.label'), languageName(language)] as const] : []),
    [t('making.who'), t(listed ? 'making.public' : 'making.byLink')],
  ];
  return (
    <section class="settled" aria-labelledby="settled-title">
      <h3 id="settled-title">{t('roomLobby.settings')}</h3>
      <p class="quiet">{t('roomLobby.settled')}</p>
      <FounderPair founder={founder} />
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
