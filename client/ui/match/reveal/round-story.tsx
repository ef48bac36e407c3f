import { causeOf } from '../../../../shared/sim/causes.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { number, percent, t } from '../../../i18n/i18n.ts';
import { causeWords, groundName } from '../../../i18n/model-words.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { AgentMark } from '../agent-mark.tsx';
import { Changes } from './changes.tsx';
import { movedMost } from './moved.ts';
import { generationsOf, tollOf } from './round-deaths.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly habitat: number;
  /** Whether it is one's own. */
  readonly own: boolean;
  /** Counted from 0. */
  readonly round: number;
}

/** Causes and changes told: the rest is under Habitat. */
const CAUSES = 4;
const MOVES = 4;

/** One habitat's round: who lived, what killed, what moved. */
export function RoundStory({ model, world, habitat, own, round }: Props) {
  const { born, survived, causes } = tollOf(world, model.history, habitat, round);
  const place = world.habitats[habitat];
  const generations = generationsOf(world, round);
  const [first = 0, last = 0] = [generations[0], generations.at(-1)];
  // A lineage is compared with where it came from: the last generation of the round before, at first the first young.
  const from = Math.max(0, first - 1);
  const moves = movedMost(model.history, habitat, from, last);
  return (
    <section aria-labelledby="reveal-story">
      <h3 id="reveal-story">
        {own || !place ? t('reveal.story') : t('reveal.storyOf', { number: habitat + 1, ground: groundName(place) })}
      </h3>
      <p>
        <span class="big numeric">{percent(born > 0 ? survived / born : 0)}</span>{' '}
        {t('reveal.survived', { survived: number(survived), count: born })}
      </p>
      {causes.length > 0 ? (
        <ul class="causes">
          {causes.slice(0, CAUSES).map(({ cause, dead }) => {
            const known = causeOf(cause);
            return (
              <li key={cause}>
                <AgentMark cause={cause} />
                <span>{known ? causeWords(known) : cause}</span>
                <span class="bar" style={{ inlineSize: `${(dead / Math.max(1, born)) * 100}%` }} />
                <span class="numeric">{dead}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {/* Where a round has one generation, the first has nothing to be compared with. */}
      {last > from ? (
        <>
          <h4>{t(first > 0 ? 'reveal.moved' : 'reveal.movedFirst')}</h4>
          {moves === null ? <p class="quiet">{t('reveal.measuring')}</p> : null}
          {moves && moves.length > 0 ? <Changes moves={moves.slice(0, MOVES)} /> : null}
          {moves?.length === 0 ? <p class="quiet">{t('reveal.nobody')}</p> : null}
        </>
      ) : null}
    </section>
  );
}
