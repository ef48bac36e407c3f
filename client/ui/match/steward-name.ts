/** What a habitat's steward is called for who reads it here: names may be kept from others, one's own never. */
import { t } from '../../i18n/i18n.ts';
import type { StewardView, WorldSource } from '../../session/world-source.ts';

export function stewardName(source: Pick<WorldSource, 'self' | 'seat'>, steward: StewardView | undefined): string {
  const self = source.self?.value ?? null;
  if (steward && steward.seat === source.seat.value && self !== null) {
    return steward.name && !steward.hidden ? steward.name : self.names.join(' & ');
  }
  if (steward?.veiled) return t('manners.veiled', { number: steward.seat + 1 });
  if (steward?.name) return steward.name;
  return steward?.hidden ? t('class.unnamed', { number: steward.seat + 1 }) : t('stewards.nobody');
}
