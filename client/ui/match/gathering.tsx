import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { livesAt } from '../../session/moment.ts';
import { CreaturePicture } from '../parts/picture.tsx';

/** The creatures of the habitat in view as plain pictures, where no map can be drawn. */
export function Gathering({ model }: { readonly model: MatchModel }) {
  const { season } = model.moment.value;
  const here = model.creatures.value.filter(({ habitat }) => habitat === model.habitat.value);
  return (
    <ul class="gathering">
      {here.map((creature, at) => {
        const alive = livesAt(creature.cause, creature.moment, season);
        return (
          <li key={creature.key}>
            <button
              type="button"
              class={alive ? '' : 'dead'}
              aria-label={t(alive ? 'gathering.alive' : 'gathering.dead', { number: at + 1 })}
              onClick={() => {
                model.creature.value = creature.key;
              }}
            >
              <CreaturePicture of={creature.of} scale={2} label="" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
