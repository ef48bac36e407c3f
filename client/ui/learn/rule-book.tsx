/** The rules, made from the same data by which the world is played: no number stands here twice. */
import '../../styles/rules.css';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { BRIEF_KINDS } from '../../../shared/sim/briefs/brief.ts';
import { BUDGET, CARD_IDS, CARDS, MAX_CARDS, MAX_LEVEL } from '../../../shared/sim/cards.ts';
import { INTERVENTION_IDS, MAX_INTERVENTIONS } from '../../../shared/sim/interventions.ts';
import { ENCOUNTER_COMPANY, ENCOUNTERS_PER_POINT } from '../../../shared/sim/pressures.ts';
import { QUESTION_KINDS } from '../../../shared/sim/questions/question.ts';
import { DEFAULT_SETTINGS } from '../../../shared/sim/settings.ts';
import { DUEL_CAPACITY } from '../../../shared/sim/world/duel.ts';
import { number, t } from '../../i18n/i18n.ts';
import {
  briefFormula,
  briefName,
  briefSentence,
  cardFormula,
  cardName,
  cardPrice,
  cardSentence,
  interventionFormula,
  interventionName,
  interventionPrice,
  interventionSentence,
} from '../../i18n/model-words.ts';
import { questionFormula, questionName, questionRule } from '../../i18n/question-words.ts';
import { CardArt } from '../match/card-art.tsx';

const CHAPTERS = ['match', 'cards', 'interventions', 'questions', 'briefs', 'scores', 'more'] as const;

/** Headings go on from those around the book: it is a sheet's, or a page's own. */
interface Headings {
  readonly Chapter: 'h2' | 'h3';
  readonly Card: 'h3' | 'h4';
}
const IN_A_SHEET: Headings = { Chapter: 'h3', Card: 'h4' };
export const ON_A_PAGE: Headings = { Chapter: 'h2', Card: 'h3' };
const HeadingsOfBook = createContext(IN_A_SHEET);

export function RuleBook({ headings = IN_A_SHEET }: { readonly headings?: Headings }) {
  const { Card } = headings;
  const { rounds, generationsPerRound, population } = DEFAULT_SETTINGS;
  return (
    <HeadingsOfBook.Provider value={headings}>
      <div class="rules">
        <ul class="rules-chapters">
          {CHAPTERS.map((chapter) => (
            <li key={chapter}>
              <a href={`#rules-${chapter}`} onClick={toChapter(chapter)}>
                {t(`rules.${chapter}.title`)}
              </a>
            </li>
          ))}
        </ul>
        <Chapter id="match">
          <p>{t('rules.match.text', { rounds, generations: generationsPerRound, population })}</p>
          <ol class="rules-phases">
            {(['predict', 'choose', 'grow', 'season', 'lapse', 'reveal'] as const).map((phase) => (
              <li key={phase}>
                <strong>{t(`rules.phase.${phase}.name`)}</strong> {t(`rules.phase.${phase}.text`)}
              </li>
            ))}
          </ol>
        </Chapter>
        <Chapter id="cards">
          <p>{t('rules.cards.text', { budget: BUDGET, cards: MAX_CARDS, levels: MAX_LEVEL })}</p>
          <p>
            {t('rules.cards.danger', { encounters: number(ENCOUNTERS_PER_POINT / 10), company: ENCOUNTER_COMPANY })}
          </p>
          <div class="rules-cards">
            {CARD_IDS.map((id) => (
              <article key={id} class="rules-card">
                <CardArt id={id} />
                <div>
                  <Card>{cardName(id)}</Card>
                  <p>{cardSentence(id)}</p>
                  <p class="formula">{cardFormula(id)}</p>
                  <p>{cardPrice(id)}</p>
                  <p class="quiet">{t('hand.cost', { count: CARDS[id].cost })}</p>
                </div>
              </article>
            ))}
          </div>
        </Chapter>
        <Chapter id="interventions">
          <p>{t('rules.interventions.text', { most: MAX_INTERVENTIONS })}</p>
          <dl class="rules-list">
            {INTERVENTION_IDS.map((id) => (
              <div key={id}>
                <dt>{interventionName(id)}</dt>
                <dd>
                  <p>{interventionSentence(id)}</p>
                  <p class="formula">{interventionFormula(id)}</p>
                  <p>{interventionPrice(id)}</p>
                </dd>
              </div>
            ))}
          </dl>
        </Chapter>
        <Chapter id="questions">
          <p>{t('rules.questions.text')}</p>
          <dl class="rules-list">
            {QUESTION_KINDS.map((kind) => (
              <div key={kind}>
                <dt>{questionName(kind)}</dt>
                <dd>
                  <p>{questionRule(kind)}</p>
                  <p class="formula">{questionFormula(kind)}</p>
                </dd>
              </div>
            ))}
          </dl>
        </Chapter>
        <Chapter id="briefs">
          <p>{t('rules.briefs.text')}</p>
          <dl class="rules-list">
            {BRIEF_KINDS.map((kind) => (
              <div key={kind}>
                <dt>{briefName(kind)}</dt>
                <dd>
                  <p>{briefSentence(kind)}</p>
                  <p class="formula">{briefFormula(kind)}</p>
                </dd>
              </div>
            ))}
          </dl>
        </Chapter>
        <Chapter id="scores">
          <p>{t('result.formula')}</p>
          <p>{t('rules.scores.text')}</p>
        </Chapter>
        <Chapter id="more">
          <p>{t('rules.more.shock')}</p>
          <p>{t('rules.more.drift', DUEL_CAPACITY)}</p>
          <p>{t('rules.more.sculptor')}</p>
          <p>
            <a href="/model" target="_blank" rel="noopener">
              {t('rules.more.model')}
            </a>
          </p>
        </Chapter>
      </div>
    </HeadingsOfBook.Provider>
  );
}

function Chapter({ id, children }: { readonly id: (typeof CHAPTERS)[number]; readonly children: ComponentChildren }) {
  const { Chapter: Title } = useContext(HeadingsOfBook);
  return (
    <section aria-labelledby={`rules-${id}`}>
      <Title id={`rules-${id}`} class="rules-chapter" tabIndex={-1}>
        {t(`rules.${id}.title`)}
      </Title>
      {children}
    </section>
  );
}

/** Goes to a chapter without changing the page's address, which is the match's. */
const toChapter =
  (chapter: string) =>
  (event: Event): void => {
    event.preventDefault();
    const heading = document.getElementById(`rules-${chapter}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus();
  };
