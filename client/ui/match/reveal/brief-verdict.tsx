import { briefFor } from '../../../../shared/sim/briefs/assign.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { t } from '../../../i18n/i18n.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { BriefWords } from '../brief-box.tsx';

/** How well the brief is met so far, and how that is reckoned. */
export function BriefVerdict({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { table, seat } = model.source;
  const brief = briefFor(world.settings, seat.value);
  const points = table.value.stewards[seat.value]?.briefPoints ?? -1;
  if (!brief) return null;
  return (
    <section class="verdict" aria-labelledby="reveal-brief">
      <h3 id="reveal-brief">{t('reveal.brief')}</h3>
      {points >= 0 ? (
        <p class="points">
          <span class="big numeric">{points}</span> {t('reveal.points', { count: points })}
        </p>
      ) : null}
      <BriefWords brief={brief} />
    </section>
  );
}
