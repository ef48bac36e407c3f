import '../../styles/hand.css';
import { useState } from 'preact/hooks';
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_CARDS, MAX_LEVEL } from '../../../shared/sim/cards.ts';
import { totalPoints } from '../../../shared/sim/pressures.ts';
import type { Pressure } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { cardFormula, cardName, cardPrice, cardSentence } from '../../i18n/model-words.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Dots } from '../parts/dots.tsx';
import { CardArt } from './card-art.tsx';

/** The deck, laid out to choose from; outside the time of choosing, the cards in force. */
export function Hand({ model }: { readonly model: MatchModel }) {
  const { source } = model;
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState<CardId | null>(null);
  const { phase, laid, stewards } = source.table.value;
  const seat = source.seat.value;
  const choosing = phase === 'choose' && seat >= 0;
  const mine: readonly Pressure[] = (choosing ? laid[seat] : source.world.value?.pressures[Math.max(0, seat)]) ?? [];
  const spent = totalPoints(mine);
  const ready = stewards[seat]?.ready ?? false;

  const lay = async (card: CardId, level: number): Promise<void> => {
    setBusy(card);
    const answer = await source.send({ kind: 'pressure', card, level });
    setBusy(null);
    setRefusal(answer.ok ? '' : (answer.error ?? t('hand.refused')));
  };

  if (seat < 0) return <p class="quiet">{t('hand.watching')}</p>;
  if (!choosing) return <InForce pressures={mine} phase={phase} />;
  return (
    <div class="hand">
      <div class="hand-head">
        <Budget spent={spent} />
        <button
          type="button"
          class={ready ? 'button' : 'button primary'}
          aria-pressed={ready}
          onClick={() => void source.send({ kind: 'ready', ready: !ready })}
        >
          {t(ready ? 'hand.notReady' : 'hand.ready')}
        </button>
      </div>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <ul class="cards">
        {CARD_IDS.map((id) => (
          <Card
            key={id}
            id={id}
            level={mine.find(({ card }) => card === id)?.level ?? 0}
            left={BUDGET - spent}
            full={mine.length >= MAX_CARDS}
            busy={busy === id}
            onLevel={(level) => void lay(id, level)}
          />
        ))}
      </ul>
    </div>
  );
}

function Budget({ spent }: { readonly spent: number }) {
  return (
    <div class="budget" role="img" aria-label={t('hand.budget', { left: BUDGET - spent, budget: BUDGET })}>
      <span class="numeric">{t('hand.points', { left: BUDGET - spent, budget: BUDGET })}</span>
      <span class="pips">
        {Array.from({ length: BUDGET }, (_, pip) => (
          <i key={pip} class={pip < spent ? 'spent' : ''} />
        ))}
      </span>
    </div>
  );
}

interface CardProps {
  readonly id: CardId;
  readonly level: number;
  readonly left: number;
  readonly full: boolean;
  readonly busy: boolean;
  readonly onLevel: (level: number) => void;
}

function Card({ id, level, left, full, busy, onLevel }: CardProps) {
  const { cost } = CARDS[id];
  const name = cardName(id);
  const canRaise = level < MAX_LEVEL && left >= cost && (level > 0 || !full);
  return (
    <li class={level > 0 ? 'card laid' : 'card'} data-card={id} data-level={level} aria-busy={busy}>
      <CardArt id={id} />
      <h3>{name}</h3>
      <p>{cardSentence(id)}</p>
      <details>
        <summary>{t('hand.formula')}</summary>
        <p class="formula">{cardFormula(id)}</p>
        <p>{cardPrice(id)}</p>
      </details>
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
          disabled={!canRaise}
          aria-label={t('hand.raise', { name })}
          onClick={() => onLevel(level + 1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <span class="cost" title={t('hand.cost', { count: cost })}>
          <span class="visually-hidden">{t('hand.cost', { count: cost })}</span>
          <span aria-hidden="true">{t('hand.costShort', { count: cost })}</span>
        </span>
      </div>
    </li>
  );
}

function InForce({ pressures, phase }: { readonly pressures: readonly Pressure[]; readonly phase: string }) {
  return (
    <div class="in-force">
      <p class="quiet">{t(phase === 'over' ? 'hand.over' : pressures.length > 0 ? 'hand.inForce' : 'hand.none')}</p>
      <ul class="cards small">
        {pressures.map(({ card, level }) => (
          <li key={card} class="card laid">
            <CardArt id={card} />
            <h3>
              {cardName(card)} <Dots count={level} />
              <span class="visually-hidden">{t('hand.level', { level })}</span>
            </h3>
            <p>{cardSentence(card)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
