/** Numbers as they stand on the page. */
import type { CardFigure } from '../card.ts';
import type { Figure } from '../claim.ts';

const withUnit = (text: string, unit: string): string => {
  if (unit === '') return text;
  return `${text}${unit === '%' ? '\u202f' : '\u00a0'}${unit}`;
};

const fixed = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−');

/** “84 %”. */
export const valueText = ({ value, unit }: CardFigure, { digits }: Figure): string =>
  withUnit(fixed(value, digits), unit);

/** “81 to 87”: the 95 % interval. */
export const rangeText = ({ low, high }: CardFigure, { digits }: Figure): string =>
  `${fixed(low, digits)} to ${fixed(high, digits)}`;
