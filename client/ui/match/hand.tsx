import '../../styles/hand.css';
import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { BUDGET, CARDS, type CardId, MAX_CARDS, MAX_LEVEL } from '../../../shared/sim/cards.ts';
import { totalPoints } from '../../../shared/sim/pressures.ts';
import type { Pressure, World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { cardFormula, cardName, cardPrice, cardSentence } from '../../i18n/model-words.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Dots } from '../parts/dots.tsx';
import { BriefBox } from './brief-box.tsx';
import { CardArt } from './card-art.tsx';
import { type CardDrag, useCardDrag } from './card-drag.ts';
import { CardStepper } from './card-stepper.tsx';

interface HandProps {
  readonly model: MatchModel;
  readonly world: World;
  /** Tells the map which card is on its way to it. */
  readonly dragged: Signal<CardId | null>;
}

/** The deck, laid out to choose from; outside the time of choosing, the cards in force. */
export function Hand({ model, world, dragged }: HandProps) {
  const { source } = model;
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState<CardId | null>(null);
  const { phase, stewards } = source.table.value;
  const seat = source.seat.value;
  const choosing = phase === 'choose' && seat >= 0;
  const mine: readonly Pressure[] = (choosing ? source.own.value.laid : world.pressures[Math.max(0, seat)]) ?? [];
  const spent = totalPoints(mine);
  const ready = stewards[seat]?.ready ?? false;

  const lay = async (card: CardId, level: number): Promise<void> => {
    setBusy(card);
    const answer = await source.send({ kind: 'pressure', card, level });
    setBusy(null);
    setRefusal(answer.ok ? '' : (answer.error ?? t('hand.refused')));
  };

  const levelOf = (id: CardId): number => mine.find(({ card }) => card === id)?.level ?? 0;
  const left = BUDGET - spent;
  const full = mine.length >= MAX_CARDS;
  const drag = useCardDrag(dragged, (id) => {
    if (canRaise(id, levelOf(id), left, full)) void lay(id, levelOf(id) + 1);
  });

  if (seat < 0) return <p class="quiet">{t('hand.watching')}</p>;
  if (!choosing) {
    return (
      <>
        <BriefBox model={model} world={world} />
        <InForce pressures={mine} phase={phase} />
      </>
    );
  }
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
      <BriefBox model={model} world={world} />
      <ul class="cards">
        {world.settings.deck.map((id) => (
          <Card
            key={id}
            id={id}
            level={levelOf(id)}
            left={left}
            full={full}
            busy={busy === id}
            drag={drag}
            onLevel={(level) => void lay(id, level)}
          />
        ))}
      </ul>
      {drag.ghost ? (
        <div
          class="card-ghost"
          aria-hidden="true"
          style={{ insetInlineStart: 0, translate: `${drag.ghost.x}px ${drag.ghost.y}px` }}
        >
          <CardArt id={drag.ghost.card} />
          <strong>{cardName(drag.ghost.card)}</strong>
        </div>
      ) : null}
    </div>
  );
}

/** Whether one more level of a card fits in what is left. */
const canRaise = (id: CardId, level: number, left: number, full: boolean): boolean =>
  level < MAX_LEVEL && left >= CARDS[id].cost && (level > 0 || !full);

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
  readonly drag: CardDrag;
  readonly onLevel: (level: number) => void;
}

function Card({ id, level, left, full, busy, drag, onLevel }: CardProps) {
  const { cost } = CARDS[id];
  const name = cardName(id);
  return (
    <li class={level > 0 ? 'card laid' : 'card'} data-card={id} data-level={level} aria-busy={busy}>
      <div class="card-face" title={t('hand.dragHow')} {...drag.handle(id)}>
        <CardArt id={id} />
        <h3>{name}</h3>
      </div>
      <p>{cardSentence(id)}</p>
      <details>
        <summary>{t('hand.formula')}</summary>
        <p class="formula">{cardFormula(id)}</p>
        <p>{cardPrice(id)}</p>
      </details>
      <CardStepper {...{ name, level, cost, onLevel }} raisable={canRaise(id, level, left, full)} explained />
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
