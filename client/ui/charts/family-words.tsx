import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { groundName } from '../../i18n/model-words.ts';
import { generationShown } from '../../session/creature-view.ts';
import type { Member } from '../../session/family.ts';
import { type GenerationRecord, habitatOf } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { childrenOf, descendantsOf } from '../../session/pedigree.ts';
import { toldRecord } from '../../session/told.ts';
import { causeName } from './cause-name.ts';

interface Props {
  readonly model: MatchModel;
  readonly member: Member;
  readonly name: string;
  readonly times: number;
  readonly world: World;
  readonly onMiddle: () => void;
  /** Indices of creatures of the generation on show. */
  readonly onShow: (indices: readonly number[]) => void;
}

/** The picked one in words: when and where it lived, how it ended, who came of it; and ways on. */
export function FamilyWords({ model, member, name, times, world, onMiddle, onShow }: Props) {
  const { generation, index, ends, role } = member;
  const record = toldRecord(model, world, generation);
  const last = generationShown(world);
  const heirs = generation < last ? descendantsOf(model.history, generation, index, last) : [];
  const children = childrenOf(model.history, generation, index).length;
  const home = record ? world.habitats[habitatOf(record, index)] : undefined;
  return (
    <div class="family-words" aria-live="polite">
      <p>
        <strong>{name}</strong>
        {` · ${t('place.generation', { generation: generation + 1 })}`}
        {home ? ` · ${t('habitat.title', { number: home.id + 1, ground: groundName(home) })}` : ''}
      </p>
      <p>
        {record ? fateWords(record, index) : ''} {ends === 'founder' ? t('creature.ofFounder') : ''}
        {ends === 'unknown' ? t('family.unknown') : ''}{' '}
        {generation < last
          ? t('family.children', { count: children })
          : record?.decided && record.causes[index]
            ? ''
            : t('family.noChildrenYet')}{' '}
        {times > 1 ? t('family.again', { count: times }) : ''}
      </p>
      <div class="actions">
        {role === 'self' ? null : (
          <button type="button" class="button small" onClick={onMiddle}>
            {t('family.middle')}
          </button>
        )}
        {generation === last ? (
          <button type="button" class="button small" onClick={() => onShow([index])}>
            {t('family.show')}
          </button>
        ) : heirs.length > 0 ? (
          <button type="button" class="button small" onClick={() => onShow(heirs)}>
            {t('family.point', { count: heirs.length })}
          </button>
        ) : (
          <span class="quiet">{t('family.gone')}</span>
        )}
      </div>
    </div>
  );
}

function fateWords({ causes, decided }: GenerationRecord, index: number): string {
  const cause = causes[index] ?? 0;
  if (cause !== 0) return t('creature.died', { cause: causeName(cause) });
  return t(decided ? 'family.lived' : 'family.born');
}
