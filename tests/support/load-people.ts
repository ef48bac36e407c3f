/** What people do in a match at life's pace, as the load bench plays them: each thing at a moment of their own. */
import type { IntentBody } from '../../shared/protocol/messages.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import { BUDGET, CARD_IDS, CARDS, type CardId } from '../../shared/sim/cards.ts';
import { CHIPS, type Prediction, type Question } from '../../shared/sim/questions/question.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';

/** Where a match stands, as its pages are told. */
export interface Moment {
  readonly phase: Phase;
  readonly phaseLengthMs: number;
  readonly round: number;
  readonly generation: number;
}

/** Something that a person will do. `intent` is asked when its time has come. */
export interface Deed {
  readonly afterMs: number;
  readonly intent: () => IntentBody;
}

export interface Asked {
  readonly round: number;
  readonly question: Question | null;
}

/** One in so many helps their habitat once a round. */
const HELPERS = 5;
const FEWEST_CARDS = 2;
const MOST_CARDS = 3;

/** A moment of the phase between these shares of its length, any as likely as another. */
const within = ({ phaseLengthMs }: Moment, from: number, to: number): number =>
  (from + Math.random() * (to - from)) * phaseLengthMs;

/** What one person does in the phase that begins. `asked`: what their seat is asked, as told until then. */
export function deedsIn(moment: Moment, asked: () => Asked): Deed[] {
  switch (moment.phase) {
    case 'predict':
      return [{ afterMs: within(moment, 0.1, 0.9), intent: () => answerTo(asked()) }];
    case 'choose':
      return [
        ...someCards().map((card): Deed => {
          return { afterMs: within(moment, 0.05, 0.75), intent: () => ({ kind: 'pressure', card, level: 1 }) };
        }),
        { afterMs: within(moment, 0.8, 0.95), intent: () => ({ kind: 'ready', ready: true }) },
      ];
    case 'season':
      return isExam(moment) || Math.random() * HELPERS >= 1
        ? []
        : [{ afterMs: within(moment, 0.1, 0.9), intent: () => ({ kind: 'intervene', intervention: 'feast' }) }];
    case 'reveal':
      return [{ afterMs: within(moment, 0.2, 0.95), intent: () => ({ kind: 'ready', ready: true }) }];
    default:
      return [];
  }
}

const isExam = ({ generation }: Moment): boolean =>
  generation >= DEFAULT_SETTINGS.rounds * DEFAULT_SETTINGS.generationsPerRound;

function answerTo({ round, question }: Asked): IntentBody {
  return question === null ? { kind: 'ready', ready: true } : { kind: 'predict', round, prediction: guess(question) };
}

function guess(question: Question): Prediction {
  switch (question.kind) {
    case 'histogram':
      return { kind: 'histogram', chips: shareOut(question.edges.length + 1) };
    case 'sculptor':
      return { kind: 'sculptor', chips: shareOut(question.choices.length) };
    case 'twins':
      return { kind: 'twins', same: [0, 1, 2] };
    case 'divergence':
      return { kind: 'divergence', low: 20, high: 60 };
  }
}

/** All chips on so many places, each as likely as another. */
function shareOut(places: number): number[] {
  const chips = Array.from({ length: places }, () => 0);
  for (let chip = 0; chip < CHIPS; chip++) {
    const at = Math.floor(Math.random() * places);
    chips[at] = (chips[at] ?? 0) + 1;
  }
  return chips;
}

/** Two or three different cards that the budget allows. */
function someCards(): CardId[] {
  const wanted = Math.random() < 0.5 ? FEWEST_CARDS : MOST_CARDS;
  const hand: CardId[] = [];
  let left = BUDGET;
  for (const card of CARD_IDS.toSorted(() => Math.random() - 0.5)) {
    const { cost } = CARDS[card];
    if (hand.length === wanted || cost > left) continue;
    hand.push(card);
    left -= cost;
  }
  return hand;
}
