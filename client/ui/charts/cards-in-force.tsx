import type { Pressure } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { cardName } from '../../i18n/model-words.ts';
import { Dots } from '../parts/dots.tsx';

/** The cards that a generation met, with their levels; null: they are to be guessed. */
export function CardsInForce({ pressures }: { readonly pressures: readonly Pressure[] | null }) {
  if (!pressures) return <span>{t('charts.untoldCards')}</span>;
  if (pressures.length === 0) return <span>{t('charts.noCards')}</span>;
  return (
    <span class="cards-in-force">
      {pressures.map(({ card, level }) => (
        <span key={card}>
          {cardName(card)} <Dots count={level} />
          <span class="visually-hidden">{t('hand.level', { level })}</span>
        </span>
      ))}
    </span>
  );
}
