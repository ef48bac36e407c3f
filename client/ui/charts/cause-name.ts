import { causeOf } from '../../../shared/sim/causes.ts';
import { t } from '../../i18n/i18n.ts';
import { causeWords } from '../../i18n/model-words.ts';

/** "froze"; of a cause that is not told, that it is to be guessed. */
export function causeName(number: number): string {
  const cause = causeOf(number);
  return cause ? causeWords(cause) : t('charts.untoldCause');
}
