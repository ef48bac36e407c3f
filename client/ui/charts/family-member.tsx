import { number, t } from '../../i18n/i18n.ts';
import type { Member } from '../../session/family.ts';
import { seedlingOf } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Urgency } from '../../worker/nursery.ts';
import { CreaturePicture } from '../parts/picture.tsx';

interface Props {
  readonly model: MatchModel;
  readonly member: Member;
  readonly place: { readonly left: number; readonly top: number };
  readonly picked: boolean;
  /** The one that is picked stands here too. */
  readonly again: boolean;
  readonly onPick: () => void;
}

/** "Mother: creature 12". */
export const memberName = ({ role, index }: Member): string => t(`family.${role}`, { number: index + 1 });

/** One creature of a family: a picture with its number, and a cross where it died young. */
export function FamilyMember({ model, member, place, picked, again, onPick }: Props) {
  const { generation, index } = member;
  const record = model.history.at(generation);
  const of = record ? seedlingOf(record, index) : null;
  const dead = (record?.causes[index] ?? 0) > 0;
  return (
    <button
      type="button"
      class={`member ${member.role} ${again ? 'again' : ''}`}
      data-member={member.id}
      tabIndex={picked ? 0 : -1}
      aria-pressed={picked}
      aria-label={`${memberName(member)}, ${t('place.generation', { generation: generation + 1 })}`}
      style={{ left: `${place.left}px`, top: `${place.top}px` }}
      onClick={onPick}
    >
      {of ? <CreaturePicture of={of} scale={2} label="" urgency={Urgency.now} /> : <span class="egg" />}
      <span class="member-number numeric">
        {dead ? <span aria-hidden="true">† </span> : null}
        {number(index + 1)}
      </span>
    </button>
  );
}
