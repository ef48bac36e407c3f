import '../../styles/family.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { creatureKey, generationShown } from '../../session/creature-view.ts';
import { type Family, familyOf, type Member, neighbourOf } from '../../session/family.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Modal } from '../parts/modal.tsx';
import { FamilyMember, memberName } from './family-member.tsx';
import { FamilyWords } from './family-words.tsx';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly generation: number;
  readonly index: number;
  readonly onClose: () => void;
}

/** Generations back, and children, on a wide page and on a narrow one. */
const WIDE = { depth: 3, children: 8 };
const NARROW = { depth: 2, children: 4 };
const NARROW_PIXELS = 640;
/** CSS pixels of a row. */
const ROW = 124;

/** A creature's ancestors above it, its twin beside it, its children below; any of them can be put in the middle. */
export function FamilyTree({ model, world, generation, index, onClose }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [middle, setMiddle] = useState({ generation, index });
  const [picked, setPicked] = useState('self');
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const follow = new ResizeObserver(() => setWidth(element.clientWidth));
    follow.observe(element);
    return () => follow.disconnect();
  }, []);
  const version = model.history.version.value;
  const extent = width < NARROW_PIXELS ? NARROW : WIDE;
  const family = useMemo(
    () => familyOf(model.history, middle.generation, middle.index, extent.depth, extent.children),
    [version, middle, extent],
  );
  const member = family.members.find(({ id }) => id === picked) ?? family.members[0];
  const rowsBelow = family.members.some(({ level }) => level < 0) ? 1 : 0;
  const place = ({ x, level }: Member): { left: number; top: number } => ({
    left: x * width,
    top: (family.levels - level + 0.5) * ROW,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = neighbourOf(family, picked, event.key);
    setPicked(next);
    host.current?.querySelector<HTMLElement>(`[data-member="${next}"]`)?.focus();
  };
  return (
    <Modal
      wide
      title={t('family.title', { number: middle.index + 1, generation: middle.generation + 1 })}
      onClose={onClose}
    >
      <div class="family" data-members={family.members.length}>
        <p class="visually-hidden">{t('family.hint')}</p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside */}
        <div
          ref={host}
          class="family-tree"
          style={{ blockSize: `${(family.levels + 1 + rowsBelow) * ROW}px` }}
          onKeyDown={onKeyDown}
        >
          <Ties family={family} place={place} width={width} height={(family.levels + 1 + rowsBelow) * ROW} />
          {Array.from({ length: family.levels + 1 + rowsBelow }, (_, row) => (
            <span key={row} class="family-row" style={{ top: `${row * ROW + 4}px` }}>
              {t('place.generation', { generation: middle.generation - family.levels + row + 1 })}
            </span>
          ))}
          {width > 0
            ? family.members.map((each) => (
                <FamilyMember
                  key={`${each.id}/${each.generation}/${each.index}`}
                  model={model}
                  member={each}
                  place={place(each)}
                  picked={each.id === member?.id}
                  again={each.generation === member?.generation && each.index === member.index}
                  onPick={() => setPicked(each.id)}
                />
              ))
            : null}
        </div>
        {family.more > 0 ? <p class="quiet">{t('family.more', { count: family.more })}</p> : null}
        {member ? (
          <FamilyWords
            model={model}
            member={member}
            name={memberName(member)}
            times={timesOf(family, member)}
            world={world}
            onMiddle={() => {
              setMiddle({ generation: member.generation, index: member.index });
              setPicked('self');
              // The button that was pressed goes away: the keys stay in the tree.
              host.current?.querySelector<HTMLElement>('[data-member="self"]')?.focus();
            }}
            onShow={(keys) => {
              show(model, world, keys);
              onClose();
            }}
          />
        ) : null}
      </div>
    </Modal>
  );
}

/** How often it stands in the tree: an ancestor on two sides does twice. */
const timesOf = (family: Family, { generation, index }: Member): number =>
  family.members.filter((each) => each.generation === generation && each.index === index).length;

/** Points creatures of the generation on show out in the world, and goes to the first. */
function show(model: MatchModel, world: World, indices: readonly number[]): void {
  const generation = generationShown(world);
  const [first] = indices;
  const habitat = first === undefined ? undefined : world.creatures[first]?.habitat;
  if (first === undefined || habitat === undefined) return;
  model.picked.value = habitat;
  model.pointedOut.value = indices.map((each) => creatureKey(generation, each));
  model.creature.value = creatureKey(generation, first);
}

interface TiesProps {
  readonly family: Family;
  readonly place: (member: Member) => { left: number; top: number };
  readonly width: number;
  readonly height: number;
}

/** Mothers' ties are drawn through, fathers' dashed. */
function Ties({ family, place, width, height }: TiesProps) {
  const byId = new Map(family.members.map((member) => [member.id, member]));
  return (
    <svg class="family-ties" width={width} height={height} aria-hidden="true">
      {family.ties.map(([childId, parentId]) => {
        const [child, parent] = [byId.get(childId), byId.get(parentId)];
        if (!child || !parent) return null;
        const [from, to] = [place(child), place(parent)];
        const middle = (from.top + to.top) / 2;
        const path = `M${from.left} ${from.top}C${from.left} ${middle} ${to.left} ${middle} ${to.left} ${to.top}`;
        return <path key={`${childId}/${parentId}`} d={path} class={parent.role === 'father' ? 'father' : ''} />;
      })}
    </svg>
  );
}
