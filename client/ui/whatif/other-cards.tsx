import '../../styles/hand.css';
import type { Recording } from '../../../shared/replay/recording.ts';
import type { CardId } from '../../../shared/sim/cards.ts';
import type { Pressure } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { cardName, cardSentence } from '../../i18n/model-words.ts';
import { allowanceFor, type Question, withCard } from '../../session/question.ts';
import { CardArt } from '../match/card-art.tsx';
import { CardStepper } from '../match/card-stepper.tsx';
import { HabitatChoice } from './habitat-choice.tsx';

interface Props {
  readonly recording: Recording;
  readonly question: Question;
  readonly onHabitat: (habitat: number) => void;
  readonly onCards: (cards: readonly Pressure[]) => void;
}

/** The deck, with the budget of a round: what lay on the habitat is laid already, and can be changed. */
export function OtherCards({ recording: { settings }, question: { habitat, cards }, onHabitat, onCards }: Props) {
  const { budget, spent, costs, canRaise } = allowanceFor(settings, cards);
  const left = budget - spent;
  return (
    <fieldset class="other-cards">
      <legend>
        <h2>{t('whatif.cards')}</h2>
      </legend>
      <div class="other-cards-head">
        <HabitatChoice habitats={settings.habitats} habitat={habitat} onChoose={onHabitat} />
        <p class="numeric" role="status">
          <strong>{t('hand.points', { left, budget })}</strong>
        </p>
      </div>
      <ul class="cards">
        {costs.map(([card, cost]) => (
          <Card
            key={card}
            card={card}
            cost={cost}
            level={cards.find((each) => each.card === card)?.level ?? 0}
            raisable={canRaise(card)}
            onLevel={(level) => onCards(withCard(cards, card, level))}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface CardProps {
  readonly card: CardId;
  readonly cost: number;
  readonly level: number;
  readonly raisable: boolean;
  readonly onLevel: (level: number) => void;
}

function Card({ card, cost, level, raisable, onLevel }: CardProps) {
  const name = cardName(card);
  return (
    <li class={level > 0 ? 'card laid' : 'card'} data-card={card} data-level={level}>
      <CardArt id={card} />
      <h3>{name}</h3>
      <p>{cardSentence(card)}</p>
      <CardStepper {...{ name, level, cost, raisable, onLevel }} />
    </li>
  );
}
