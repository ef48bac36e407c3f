import '../../styles/rooms.css';
import '../../styles/host.css';
import '../../styles/make-room.css';
import { useRef, useState } from 'preact/hooks';
import { CARD_IDS } from '../../../shared/sim/cards.ts';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { language, t } from '../../i18n/i18n.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { LiveMatch } from '../match/live-match.tsx';
import { FounderChoice } from '../parts/founder-choice.tsx';
import { MatchOptions } from '../parts/match-options.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { DeckChoice } from './deck-choice.tsx';
import { type RoomWish, rememberedWish, rememberWish, troubleOf, usualWish } from './room-wish.ts';
import { SizeField } from './size-field.tsx';

/** At most, where all take the time there is: predicting, choosing, growing, a season, two generations more, the reveal. */
const ROUND_MINUTES = 2.5;

/** Another species for everybody who makes a first room. */
const anyFounder = (): string => FOUNDERS[Math.floor(Math.random() * FOUNDERS.length)]?.key ?? '';

/** A room of one's own. Everything has a good value already: one press makes it. */
export function MakeRoom() {
  const [wish, setWish] = useState(() => rememberedWish(usualWish(anyFounder(), language.peek())));
  const [made, setMade] = useState(false);
  if (made) {
    const { deck, ...rest } = wish;
    // A whole deck is no choice: what cards there are is then the server's to say.
    const create = deck.length === CARD_IDS.length ? rest : { ...rest, deck: [...deck] };
    return <LiveMatch options={{ kind: 'create', create: { mode: 'public', ...create } }} />;
  }
  return (
    <Page narrow>
      <MakeForm
        wish={wish}
        onChange={setWish}
        onMake={() => {
          rememberWish(wish);
          setMade(true);
        }}
      />
    </Page>
  );
}

interface Props {
  readonly wish: RoomWish;
  readonly onChange: (wish: RoomWish) => void;
  readonly onMake: () => void;
}

function MakeForm({ wish, onChange, onMake }: Props) {
  const trouble = troubleOf(wish);
  const told = useRef<HTMLParagraphElement>(null);
  useTitle(t('making.title'));
  return (
    <form
      class="host make-room"
      aria-labelledby="making-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (trouble) told.current?.focus();
        else onMake();
      }}
    >
      <h1 id="making-title">{t('making.title')}</h1>
      <fieldset class="choices">
        <legend>{t('making.who')}</legend>
        {([true, false] as const).map((listed) => (
          <label key={String(listed)} class={wish.listed === listed ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name="listed"
              value={String(listed)}
              checked={wish.listed === listed}
              onChange={() => onChange({ ...wish, listed })}
            />
            <span>
              <strong>{t(listed ? 'making.public' : 'making.byLink')}</strong>
              <span class="hint">{t(listed ? 'making.publicText' : 'making.byLinkText')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <FounderChoice founder={wish.founder} onChange={(founder) => onChange({ ...wish, founder })} />
      <div class="numbers">
        <SizeField name="habitats" value={wish.habitats} onChange={(habitats) => onChange({ ...wish, habitats })} />
        <SizeField name="rounds" value={wish.rounds} onChange={(rounds) => onChange({ ...wish, rounds })} />
        <div class="field">
          <label for="room-language">{t('making.language')}</label>
          <select
            id="room-language"
            class="input"
            value={wish.language}
            onChange={(event) => onChange({ ...wish, language: event.currentTarget.value })}
          >
            {LANGUAGES.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
          <span class="hint">{t('making.languageHint')}</span>
        </div>
      </div>
      <MatchOptions
        options={{ game: wish.game, briefs: wish.briefs, shock: wish.shock, timers: true }}
        hosted={false}
        onChange={({ game = 'open', briefs = 'none', shock = false }) => onChange({ ...wish, game, briefs, shock })}
      />
      <DeckChoice deck={wish.deck} onChange={(deck) => onChange({ ...wish, deck })} />
      <div class="make-foot">
        <p ref={told} class={trouble ? 'wrong' : 'quiet'} role="status" tabIndex={-1}>
          {trouble
            ? t(`making.wrong.${trouble.key}`, trouble.values)
            : t('making.summary', { minutes: Math.ceil(wish.rounds * ROUND_MINUTES) + 1 })}
        </p>
        <button type="submit" class="button primary large">
          {t('making.make')}
        </button>
      </div>
    </form>
  );
}
