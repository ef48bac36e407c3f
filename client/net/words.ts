/** What a page says when the way to the server is troubled: what happened, and what to do; in the language of the moment. */
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { BUDGET, MAX_CARDS, MAX_LEVEL } from '../../shared/sim/cards.ts';
import { t, tOr } from '../i18n/i18n.ts';

export const words = {
  get unreachable() {
    return t('net.unreachable');
  },
  get serverGone() {
    return t('net.serverGone');
  },
  get roomGone() {
    return t('net.roomGone');
  },
  get noWebSocket() {
    return t('net.noWebSocket');
  },
  get shutDown() {
    return t('net.shutDown');
  },
  get garbled() {
    return t('net.garbled', { protocol: PROTOCOL_VERSION });
  },
  get outOfStep() {
    return t('net.outOfStep');
  },
  get offline() {
    return t('net.offline');
  },
  get noAnswer() {
    return t('net.noAnswer');
  },
  get refused() {
    return t('net.refused');
  },
};

/** What the server refused, and why: by its reason in the reader's language, else its own English sentence. */
export const refusalWords = (reason: string | undefined, english: string): string =>
  reason === undefined
    ? english
    : tOr(`refusal.${reason}`, english, { budget: BUDGET, most: MAX_CARDS, highest: MAX_LEVEL });
