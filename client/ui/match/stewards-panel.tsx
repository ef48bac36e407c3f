import '../../styles/stewards.css';
import type { Phase } from '../../../shared/protocol/wire.ts';
import { scoresOf } from '../../../shared/sim/scores.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { fixed, t, tOr } from '../../i18n/i18n.ts';
import { groundName } from '../../i18n/model-words.ts';
import { census } from '../../session/census.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { StewardView } from '../../session/world-source.ts';
import { SelfPanel } from '../class/self-panel.tsx';
import { TeamList } from '../class/team-list.tsx';
import { useManners } from '../manners/context.ts';
import { MuteAll } from '../manners/mute-all.tsx';
import { Saying } from '../manners/saying.tsx';
import { StewardMenu } from '../manners/steward-menu.tsx';
import { StandUp } from '../rooms/stand-up.tsx';
import { stewardName } from './steward-name.ts';
import { besides } from './steward-words.ts';

/** Who looks after what; scores only while a round is revealed and at the end. */
export function StewardsPanel({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { stewards, phase, ranksShown, room } = model.source.table.value;
  const own = model.source.seat.value;
  const talk = useManners() !== null && room?.phrases === true;
  const open = ranksShown && (phase === 'reveal' || phase === 'over') && world.generation > 0;
  const scores = open ? scoresOf(world) : [];
  const creatures = world.creatures.length > 0 ? model.creatures.value : [];
  const counts = census(creatures, world.habitats.length, model.moment.value.season);
  const rows = world.habitats.map((habitat) => ({
    habitat,
    steward: stewards[habitat.id],
    score: scores[habitat.id],
    count: counts[habitat.id],
  }));
  if (open) rows.sort((a, b) => (b.score?.total ?? 0) - (a.score?.total ?? 0));
  return (
    <div class="stewards">
      <SelfPanel source={model.source} />
      <p class="quiet">{t(open ? 'stewards.open' : ranksShown ? 'stewards.hidden' : 'class.noRanks')}</p>
      {open ? <TeamList stewards={stewards} scores={scores} /> : null}
      <ul>
        {rows.map(({ habitat, steward, score, count }) => (
          <li key={habitat.id} class={habitat.id === own ? 'own' : ''}>
            <button type="button" class="steward" onClick={() => (model.picked.value = habitat.id)}>
              <span
                class="swatch"
                style={{
                  background: `rgb(${habitat.background.red} ${habitat.background.green} ${habitat.background.blue})`,
                }}
              />
              <span class="who">
                <strong>
                  {stewardName(model.source, steward)}
                  {habitat.id === own ? ` ${t('stewards.you')}` : ''}
                </strong>
                <Saying seat={habitat.id} class="in-list" />
                <span class="quiet">
                  {[
                    groundName(habitat),
                    ...teamOf(steward),
                    ...stateOf(steward, phase),
                    ...votesOf(steward, own),
                    ...(open ? besides(steward) : []),
                  ].join(' · ')}
                </span>
              </span>
              <span class="numeric score">
                {score ? fixed(score.total, 1) : null}
                {!score && count && count.born > 0
                  ? t('stewards.alive', { alive: count.alive, born: count.born })
                  : null}
              </span>
            </button>
            <StewardMenu source={model.source} steward={steward} />
          </li>
        ))}
      </ul>
      {talk ? <MuteAll /> : null}
      <StandUp source={model.source} />
      {open ? <p class="quiet">{t('stewards.formula')}</p> : null}
    </div>
  );
}

const teamOf = (steward: StewardView | undefined): string[] =>
  steward?.team ? [t('class.team', { team: steward.team })] : [];

/** Not beside one's own name: who is to go is told once it is decided. */
const votesOf = (steward: StewardView | undefined, own: number): string[] =>
  steward?.votes && steward.seat !== own
    ? [t('manners.vote.count', { votes: steward.votes, needed: steward.needed ?? 0 })]
    : [];

/** What to know of who sits there: a bot's policy, away, ready. */
function stateOf(steward: StewardView | undefined, phase: Phase): string[] {
  if (!steward) return [];
  if (steward.bot) return [t('stewards.bot', { policy: tOr(`bot.${steward.bot}`, steward.bot) })];
  if (!steward.connected) return [t(phase === 'lobby' ? 'stewards.free' : 'stewards.away')];
  if (phase === 'predict' && steward.answered) return [t('stewards.answered')];
  return steward.ready && phase === 'choose' ? [t('stewards.ready')] : [];
}
