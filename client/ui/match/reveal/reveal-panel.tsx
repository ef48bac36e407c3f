import '../../../styles/reveal.css';
import { roundOf, type World } from '../../../../shared/sim/world/world.ts';
import { t } from '../../../i18n/i18n.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { StewardsPanel } from '../stewards-panel.tsx';
import { BriefVerdict } from './brief-verdict.tsx';
import { DuelVerdict } from './duel-verdict.tsx';
import { QuestionVerdict } from './question-verdict.tsx';
import { RoundStory } from './round-story.tsx';

/** What a round came to: the creatures first, then one's own guess, then the ranks, which nobody saw before. */
export function RevealPanel({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { source } = model;
  const seat = source.seat.value;
  const { stewards } = source.table.value;
  const { outcome } = source.own.value;
  const ready = stewards[seat]?.ready ?? false;
  const round = roundOf(world.settings, Math.max(0, world.generation - 1));
  return (
    <div class="reveal">
      <RoundStory
        model={model}
        world={world}
        habitat={seat < 0 ? model.habitat.value : seat}
        own={seat >= 0}
        round={round}
      />
      {world.settings.game === 'drift' ? <DuelVerdict model={model} world={world} round={round} /> : null}
      {outcome ? <QuestionVerdict outcome={outcome} /> : null}
      {seat >= 0 ? <BriefVerdict model={model} world={world} /> : null}
      <section aria-labelledby="reveal-ranks">
        <h3 id="reveal-ranks">{t('reveal.ranks')}</h3>
        <StewardsPanel model={model} world={world} />
      </section>
      {seat >= 0 ? (
        <div class="panel-foot">
          <button
            type="button"
            class={ready ? 'button' : 'button primary'}
            aria-pressed={ready}
            onClick={() => void source.send({ kind: 'ready', ready: !ready })}
          >
            {t(ready ? 'hand.notReady' : 'reveal.goOn')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
