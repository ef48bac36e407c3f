/** What is new in what a seat is told: questions carry genomes, so nothing is told twice. */
import type { OwnView } from '../../shared/protocol/messages.ts';
import type { Pressure } from '../../shared/sim/world/world.ts';

/** The parts that differ from what was told before; all of them where nothing was. Null when nothing is new. */
export function ownNews(before: OwnView | undefined, now: OwnView): Partial<OwnView> | null {
  if (before === undefined) return now;
  const news: Partial<OwnView> = {};
  if (now.round !== before.round) news.round = now.round;
  if (now.question !== before.question) news.question = now.question;
  if (now.prediction !== before.prediction) news.prediction = now.prediction;
  if (now.outcome !== before.outcome) news.outcome = now.outcome;
  if (!sameCards(now.laid, before.laid)) news.laid = now.laid;
  if (now.answers !== undefined && now.answers !== before.answers) news.answers = now.answers;
  return Object.keys(news).length === 0 ? null : news;
}

/** Whether the same cards lie there at the same levels, in the same order. */
export const sameCards = (some: readonly Pressure[], others: readonly Pressure[]): boolean =>
  some.length === others.length &&
  some.every(({ card, level }, at) => others[at]?.card === card && others[at]?.level === level);
