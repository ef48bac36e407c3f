import { MAX_LEVEL } from '../../../shared/sim/cards.ts';
import { t } from '../../i18n/i18n.ts';
import { Dots } from '../parts/dots.tsx';

interface Props {
  /** The card's, as it is called. */
  readonly name: string;
  readonly level: number;
  /** Of one level. */
  readonly cost: number;
  readonly raisable: boolean;
  /** Whether the cost tells more where the pointer rests on it. */
  readonly explained?: boolean;
  readonly onLevel: (level: number) => void;
}

/** Below a card: a level lower, the level, a level higher, and what one costs. */
export function CardStepper({ name, level, cost, raisable, explained = false, onLevel }: Props) {
  return (
    <div class="stepper">
      <button
        type="button"
        disabled={level === 0}
        aria-label={t('hand.lower', { name })}
        onClick={() => onLevel(level - 1)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <span class="level numeric" aria-live="polite">
        <span class="visually-hidden">{t('hand.level', { level })}</span>
        <Dots count={level} of={MAX_LEVEL} />
      </span>
      <button
        type="button"
        disabled={!raisable}
        aria-label={t('hand.raise', { name })}
        onClick={() => onLevel(level + 1)}
      >
        <span aria-hidden="true">+</span>
      </button>
      <span class="cost" {...(explained ? { title: t('hand.cost', { count: cost }) } : {})}>
        <span class="visually-hidden">{t('hand.cost', { count: cost })}</span>
        <span aria-hidden="true">{t('hand.costShort', { count: cost })}</span>
      </span>
    </div>
  );
}
