import type { Phrase } from '../../../shared/protocol/manners.ts';
import { t } from '../../i18n/i18n.ts';

/** What a phrase says, or what a sign shows, in the reader's language. */
export const phraseWords = (phrase: Phrase): string => t(`manners.phrase.${phrase}`);
