import type { Metaphor } from '../../../shared/lab/metaphors/encoding.ts';
import type { Measure } from '../../../shared/lab/metaphors/scores.ts';
import { fixed, number, t } from '../../i18n/i18n.ts';

export const metaphorName = (metaphor: Metaphor): string => t(`lab.metaphors.name.${metaphor}`);

export const countName = ({ key }: Measure): string => t(`lab.metaphors.count.${key}`);

/** “%, more is better”: the unit, where it has one, and which way is better. */
export const countHint = ({ unit, best }: Measure): string =>
  `${unit === 'percent' ? '%, ' : ''}${t(`lab.metaphors.way.${best}`)}`;

export const said = (value: number, { digits }: Measure): string =>
  digits === 0 ? number(Math.round(value)) : fixed(value, digits);
