import { useEffect, useRef, useState } from 'preact/hooks';
import { causeOf } from '../../../shared/sim/causes.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { listed, t } from '../../i18n/i18n.ts';
import { cardName, groundName, tollWords } from '../../i18n/model-words.ts';
import { type Telling, tell } from '../../session/account.ts';
import { census, deathsByCause, deathsSoFar } from '../../session/census.ts';
import { generationShown, pressuresShown } from '../../session/creature-view.ts';
import type { MatchModel } from '../../session/match-model.ts';

/** What the map shows of the habitat in view, told in a few sentences a season to who cannot see it. */
export function Account({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const told = useRef('');
  const [sentence, setSentence] = useState('');
  const id = model.habitat.value;
  const place = world.habitats[id];
  const creatures = world.creatures.length > 0 ? model.creatures.value : [];
  const { growth, season } = model.moment.value;
  const count = census(creatures, world.habitats.length, season)[id] ?? { born: 0, alive: 0 };
  const shown = generationShown(world);
  const news = tell({
    ...count,
    growth,
    season,
    causes: deathsByCause(deathsSoFar(creatures, id, season)),
    cards: pressuresShown(world, id).map(({ card }) => card),
  });
  const chapter = news ? `${id} ${shown} ${news.chapter}` : '';
  useEffect(() => {
    if (!news || !place || told.current === chapter) return;
    told.current = chapter;
    setSentence(wordsOf(news.telling, groundName(place)));
  }, [chapter]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {sentence}
    </p>
  );
}

function wordsOf(telling: Telling, ground: string): string {
  switch (telling.kind) {
    case 'growing':
      return t('account.growing', { ground, count: telling.born });
    case 'begins': {
      const cards = listed(telling.cards.map(cardName));
      return cards ? t('account.begins', { ground, cards }) : t('account.beginsMildly', { ground });
    }
    case 'during':
    case 'ends': {
      const cause = causeOf(telling.cause.cause);
      const toll = cause ? ` ${tollWords(cause, telling.cause.dead)}.` : '';
      const values = { ground, alive: telling.alive, born: telling.born };
      return `${telling.kind === 'ends' ? t('account.ends', values) : t('account.during', values)}${toll}`;
    }
  }
}
