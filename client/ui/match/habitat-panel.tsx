import '../../styles/habitat.css';
import { causeOf } from '../../../shared/sim/causes.ts';
import type { SeasonRecord, World } from '../../../shared/sim/world/world.ts';
import { number, percent, t } from '../../i18n/i18n.ts';
import { cardName, causeWords, groundName, nutritionWord, temperatureWord } from '../../i18n/model-words.ts';
import { census, deathsByCause, deathsSoFar } from '../../session/census.ts';
import { pressuresShown } from '../../session/creature-view.ts';
import { hidesCards } from '../../session/hidden-cards.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { ChartButtons } from '../charts/chart-buttons.tsx';
import { Dots } from '../parts/dots.tsx';
import { AgentMark } from './agent-mark.tsx';

/** A habitat in numbers: climate, who lives, who died of what, and how it went before. */
export function HabitatPanel({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const id = model.habitat.value;
  const habitat = world.habitats[id];
  if (!habitat) return null;
  const { season } = model.moment.value;
  const creatures = world.creatures.length > 0 ? model.creatures.value : [];
  const { born, alive } = census(creatures, world.habitats.length, season)[id] ?? { born: 0, alive: 0 };
  const dead = deathsSoFar(creatures, id, season);
  const pressures = pressuresShown(world, id);
  const hidden = hidesCards(model.source.table.value, model.source.seat.value, id);
  const { red, green, blue } = habitat.background;
  return (
    <div class="habitat">
      <div class="habitat-head">
        <span class="swatch" style={{ background: `rgb(${red} ${green} ${blue})` }} />
        <div>
          <h3>{t('habitat.title', { number: id + 1, ground: groundName(habitat) })}</h3>
          <p class="quiet">
            {temperatureWord(habitat)} · {nutritionWord(habitat)}
          </p>
        </div>
      </div>
      <div class="census">
        <span class="big numeric">{number(alive)}</span>
        <span class="quiet">
          {born > 0 ? t('habitat.alive', { born: number(born), share: percent(alive / born) }) : t('habitat.nobody')}
        </span>
      </div>
      {dead.length > 0 && !hidden ? (
        <>
          <h4>{t('habitat.causes')}</h4>
          <ul class="causes">
            {deathsByCause(dead).map(({ cause, dead: count }) => {
              const known = causeOf(cause);
              return (
                <li key={cause}>
                  <AgentMark cause={cause} />
                  <span>{known ? causeWords(known) : cause}</span>
                  <span class="bar" style={{ inlineSize: `${(count / Math.max(1, born)) * 100}%` }} />
                  <span class="numeric">{count}</span>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <h4>{t('habitat.cards')}</h4>
      {hidden ? <p class="quiet">{t('habitat.hidden')}</p> : null}
      {hidden ? null : pressures.length > 0 ? (
        <ul class="tags">
          {pressures.map(({ card, level }) => (
            <li key={card}>
              {cardName(card)} <Dots count={level} />
              <span class="visually-hidden">{t('hand.level', { level })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t('habitat.noCards')}</p>
      )}
      <History seasons={world.history[id] ?? []} generationsPerRound={world.settings.generationsPerRound} />
      <ChartButtons model={model} world={world} />
    </div>
  );
}

interface HistoryProps {
  readonly seasons: readonly SeasonRecord[];
  readonly generationsPerRound: number;
}

/** Survival, season by season. */
function History({ seasons, generationsPerRound }: HistoryProps) {
  if (seasons.length === 0) return null;
  const share = ({ born, survived }: SeasonRecord): number => (born > 0 ? survived / born : 0);
  const last = seasons.at(-1);
  return (
    <>
      <h4>{t('habitat.history')}</h4>
      <div
        class="history"
        role="img"
        aria-label={t('habitat.historyLabel', { count: seasons.length, last: percent(last ? share(last) : 0) })}
      >
        {seasons.map((season, at) => (
          <span key={at} class={at % generationsPerRound === 0 ? 'opens' : ''}>
            <i style={{ blockSize: `${Math.max(2, share(season) * 100)}%` }} />
          </span>
        ))}
      </div>
    </>
  );
}
