import { CARD_IDS, type CardId, MIN_DECK } from '../../../shared/sim/cards.ts';
import { t } from '../../i18n/i18n.ts';
import { cardName, cardSentence } from '../../i18n/model-words.ts';
import { CardArt } from '../match/card-art.tsx';
import { Sign } from '../parts/sign.tsx';

interface Props {
  readonly deck: readonly CardId[];
  readonly onChange: (deck: readonly CardId[]) => void;
}

/** All cards there are; those that are switched off are not in this room's deck. */
export function DeckChoice({ deck, onChange }: Props) {
  const missing = MIN_DECK - deck.length;
  return (
    <fieldset class="deck-choice">
      <legend>{t('making.deck')}</legend>
      <div class="deck-head">
        <p class={missing > 0 ? 'wrong' : 'quiet'} role="status">
          {missing > 0
            ? t('making.wrong.deck', { count: missing })
            : t('making.deckCount', { chosen: deck.length, of: CARD_IDS.length })}
        </p>
        {deck.length < CARD_IDS.length ? (
          <button type="button" class="button small" onClick={() => onChange(CARD_IDS)}>
            {t('making.allCards')}
          </button>
        ) : null}
      </div>
      <div class="deck-cards">
        {CARD_IDS.map((id) => (
          <label key={id} class={deck.includes(id) ? 'deck-card in' : 'deck-card'} title={cardSentence(id)}>
            <input
              class="visually-hidden"
              type="checkbox"
              name={`card-${id}`}
              checked={deck.includes(id)}
              onChange={(event) => {
                const wanted = event.currentTarget.checked;
                onChange(CARD_IDS.filter((each) => (each === id ? wanted : deck.includes(each))));
              }}
            />
            <CardArt id={id} />
            <span class="name">{cardName(id)}</span>
            {deck.includes(id) ? (
              <span class="in-deck">
                <Sign name="tick" />
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
