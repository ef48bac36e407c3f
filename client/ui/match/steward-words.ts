/** What is told of a steward beside the score, once it may be told. */
import { fixed, t } from '../../i18n/i18n.ts';
import type { StewardView } from '../../session/world-source.ts';

/** "Guesses 240", "Brief 62.5": only what there is. */
export function besides(steward: StewardView | undefined): string[] {
  if (!steward) return [];
  const { predictionTotal, briefPoints } = steward;
  return [
    ...(predictionTotal > 0 ? [t('stewards.guesses', { points: predictionTotal })] : []),
    ...(briefPoints >= 0 ? [t('stewards.brief', { points: fixed(briefPoints, 0) })] : []),
  ];
}
