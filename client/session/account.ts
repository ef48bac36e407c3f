/** The season in sentences, for who hears it rather than sees it: few, and each says what is new in sum. Plain functions. */
import type { CardId } from '../../shared/sim/cards.ts';
import type { CauseCount } from './census.ts';

export interface SeasonNews {
  readonly born: number;
  readonly alive: number;
  /** The deadliest first. */
  readonly causes: readonly CauseCount[];
  readonly cards: readonly CardId[];
  /** 0 to 1, as in Moment. */
  readonly growth: number;
  readonly season: number;
}

/** `kind` names a sentence of the catalogue (account.*). */
export type Telling =
  | { readonly kind: 'growing'; readonly born: number }
  | { readonly kind: 'begins'; readonly cards: readonly CardId[] }
  | { readonly kind: 'during' | 'ends'; readonly alive: number; readonly born: number; readonly cause: CauseCount };

/** At most so many sentences a season tell of deaths: one for each of these parts. */
const PARTS = 4;

/** What there is to tell at this moment; null for nothing. Its `chapter` is told once: the same chapter has nothing new. */
export function tell(news: SeasonNews): { readonly chapter: string; readonly telling: Telling } | null {
  const { born, alive, cards, growth, season } = news;
  const [cause] = news.causes;
  if (born === 0) return null;
  if (season <= 0) {
    return growth > 0 && growth < 1 ? { chapter: 'growing', telling: { kind: 'growing', born } } : null;
  }
  if (season >= 1) {
    return { chapter: 'ends', telling: { kind: 'ends', alive, born, cause: cause ?? { cause: 0, dead: 0 } } };
  }
  if (!cause || season < 1 / (2 * PARTS)) return { chapter: 'begins', telling: { kind: 'begins', cards } };
  return { chapter: `during ${Math.floor(season * PARTS)}`, telling: { kind: 'during', alive, born, cause } };
}
