import { carryingCapacity, habitatsOf } from '../../../../shared/sim/world/duel.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { percent, t } from '../../../i18n/i18n.ts';
import { traitName } from '../../../i18n/model-words.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { changeWords } from './changes.tsx';
import { movedMost } from './moved.ts';
import { generationsOf, tollOf } from './round-deaths.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly round: number;
}

/** Traits set side by side. */
const SHOWN = 4;

/** The same cards on few and on many, side by side: what both did is the cards' doing, what one did alone may be chance. */
export function DuelVerdict({ model, world, round }: Props) {
  const seat = Math.max(0, model.habitat.value);
  const [small = 0, large = 1] = habitatsOf(world.settings, seat);
  const pair = [small, large];
  const last = generationsOf(world, round).at(-1) ?? 0;
  const moves = pair.map((habitat) => movedMost(model.history, habitat, 0, last));
  const [few, many] = moves;
  const traits = (many ?? []).slice(0, SHOWN).map(({ trait }) => trait);
  return (
    <section class="duel" aria-labelledby="reveal-duel">
      <h3 id="reveal-duel">{t('duel.title')}</h3>
      <table class="duel-table">
        <thead>
          <tr>
            <td />
            {pair.map((habitat) => (
              <th key={habitat} scope="col">
                {t('duel.of', { count: carryingCapacity(world.settings, habitat) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('duel.survival')}</th>
            {pair.map((habitat) => {
              const { born, survived } = tollOf(world, model.history, habitat, round);
              return (
                <td key={habitat} class="numeric">
                  {born > 0 ? percent(survived / born) : '–'}
                </td>
              );
            })}
          </tr>
          {traits.map((trait) => (
            <tr key={trait}>
              <th scope="row">{traitName(trait)}</th>
              {[few, many].map((all, at) => {
                const move = all?.find((each) => each.trait === trait);
                return (
                  <td key={pair[at]} class="numeric">
                    {move ? changeWords(trait, move.before, move.after) : '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('duel.lesson')}</p>
    </section>
  );
}
