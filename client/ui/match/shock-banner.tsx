import '../../styles/shock.css';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { cardName } from '../../i18n/model-words.ts';
import { generationShown } from '../../session/creature-view.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { CardArt } from './card-art.tsx';

/** The announced disaster: always there, never when. While it strikes the banner says so aloud. */
export function ShockBanner({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { shockCard, shockedAt } = world;
  if (!shockCard) return null;
  const strikes = shockedAt !== null && shockedAt === generationShown(world);
  const { phase } = model.source.table.value;
  const state = strikes && phase !== 'over' ? 'strikes' : shockedAt !== null ? 'past' : 'coming';
  if (state === 'past') return null;
  return (
    <div class={`shock ${state}`} role={state === 'strikes' ? 'alert' : 'note'} data-shock={state}>
      <CardArt id={shockCard.card} />
      <p>
        <strong>{t(`shock.${state}.title`, { card: cardName(shockCard.card) })}</strong>{' '}
        <span>{t(`shock.${state}.text`)}</span>
      </p>
    </div>
  );
}
