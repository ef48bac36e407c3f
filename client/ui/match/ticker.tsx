import '../../styles/ticker.css';
import { useEffect, useState } from 'preact/hooks';
import { causeOf } from '../../../shared/sim/causes.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { causeWords, groundName } from '../../i18n/model-words.ts';
import { deathsSoFar } from '../../session/census.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { CreaturePicture } from '../parts/picture.tsx';
import { AgentMark } from './agent-mark.tsx';

const SHOWN = 4;
/** A screen reader is told of deaths in sum, this often at most. */
const TOLD_EVERY_MS = 7000;

/** The latest deaths of the habitat in view. */
export function Ticker({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const habitat = model.habitat.value;
  const { season } = model.moment.value;
  const running = season > 0 && season < 1;
  const dead = running && world.creatures.length > 0 ? deathsSoFar(model.creatures.value, habitat, season) : [];
  const place = world.habitats[habitat];
  if (!place) return null;
  return (
    <>
      <ol class="ticker" aria-hidden="true">
        {dead.slice(0, SHOWN).map((creature) => {
          const cause = causeOf(creature.cause);
          return (
            <li key={creature.key}>
              <button type="button" tabIndex={-1} onClick={() => (model.creature.value = creature.key)}>
                <CreaturePicture of={creature.of} scale={2} label="" />
                <span>{cause ? t('ticker.death', { cause: causeWords(cause) }) : ''}</span>
                <AgentMark cause={creature.cause} />
              </button>
            </li>
          );
        })}
      </ol>
      <Told count={dead.length} ground={groundName(place)} />
    </>
  );
}

function Told({ count, ground }: { readonly count: number; readonly ground: string }) {
  const [told, setTold] = useState('');
  const [last, setLast] = useState(0);
  useEffect(() => {
    if (count === 0 || performance.now() - last < TOLD_EVERY_MS) return;
    setLast(performance.now());
    setTold(t('ticker.told', { count, ground }));
  }, [count, ground, last]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {told}
    </p>
  );
}
