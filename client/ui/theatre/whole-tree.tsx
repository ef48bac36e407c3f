import '../../styles/whole-tree.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { type CreatureView, viewCreatures } from '../../session/creature-view.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { nodeBeside, treeOfHabitat, treeOfWorld } from '../../session/whole-tree.ts';
import type { Playback } from '../../session/world-source.ts';
import { nursery, Urgency, type Wish } from '../../worker/nursery.ts';
import { Modal } from '../parts/modal.tsx';
import { drawCreature, drawTies, extentOf, nodeAt, placeOf, prepare } from './tree-drawing.ts';
import { TreeMember } from './tree-member.tsx';
import { homeName } from './words.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly playback: Playback;
  readonly onClose: () => void;
}

/** Whoever ever lived, by lines of mothers, with pictures: of a habitat all, of the whole world the line of one heir of each. */
export function WholeTree({ model, world, playback, onClose }: Props) {
  const { generations, timeline } = playback;
  const [habitat, setHabitat] = useState<number | null>(model.picked.peek());
  const [picked, setPicked] = useState(-1);
  const ties = useRef<HTMLCanvasElement>(null);
  const pictures = useRef<HTMLCanvasElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const tree = useMemo(
    () =>
      habitat === null
        ? treeOfWorld(timeline.frames, world.habitats.length, generations)
        : treeOfHabitat(timeline.frames, habitat, generations),
    [habitat, timeline, generations],
  );
  const extent = useMemo(() => extentOf(tree), [tree]);
  const creatureOf = useMemo(() => creaturesOf(playback), [playback]);
  useEffect(() => {
    if (ties.current) drawTies(ties.current, tree, extent, picked);
  }, [tree, extent, picked]);
  useEffect(() => {
    const context = pictures.current ? prepare(pictures.current, extent) : null;
    if (!context) return;
    const wishes: Wish<unknown>[] = tree.nodes.flatMap((node) => {
      const creature = creatureOf(node.generation, node.index);
      if (!creature) return [];
      const wish = nursery().picture(creature.of, 2, Urgency.visible);
      wish.done.then(
        (picture) => drawCreature(context, picture, placeOf(node, extent), extent, creature.cause > 0),
        // Its place stays empty; the page's own notice tells of a worker that stopped.
        () => undefined,
      );
      return [wish];
    });
    return () => {
      for (const wish of wishes) wish.cancel();
    };
  }, [tree, extent, creatureOf]);
  const node = tree.nodes[picked];
  const creature = node ? creatureOf(node.generation, node.index) : undefined;
  const go = (to: number): void => {
    setPicked(to);
    const there = tree.nodes[to];
    if (!there || !field.current) return;
    const [x, y] = placeOf(there, extent);
    const { clientWidth, clientHeight } = field.current;
    field.current.scrollTo({ left: x - clientWidth / 2, top: y - clientHeight / 2 });
  };
  return (
    <Modal wide title={t('tree.title')} onClose={onClose}>
      <div class="whole-tree" data-nodes={tree.nodes.length}>
        <label class="tree-choice">
          <span>{t('tree.of')}</span>
          <select
            class="input"
            value={habitat === null ? '' : String(habitat)}
            onChange={({ currentTarget: { value } }) => {
              setPicked(-1);
              setHabitat(value === '' ? null : Number(value));
            }}
          >
            <option value="">{t('tree.world')}</option>
            {world.habitats.map(({ id }) => (
              <option key={id} value={String(id)}>
                {homeName(world.habitats, id)}
              </option>
            ))}
          </select>
        </label>
        <p class="quiet">{t(habitat === null ? 'tree.worldText' : 'tree.habitatText')}</p>
        <div
          ref={field}
          class="tree-field"
          role="application"
          aria-label={t('tree.title')}
          aria-describedby="tree-help"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go from creature to creature, as its description says
          tabIndex={0}
          onKeyDown={(event) => {
            if (!event.key.startsWith('Arrow')) return;
            event.preventDefault();
            go(picked < 0 ? 0 : nodeBeside(tree, picked, event.key));
          }}
          onClick={(event) => {
            const box = pictures.current?.getBoundingClientRect();
            if (box) setPicked(nodeAt(tree, extent, event.clientX - box.left, event.clientY - box.top));
          }}
        >
          <div class="tree-canvases" style={{ inlineSize: `${extent.width}px`, blockSize: `${extent.height}px` }}>
            <canvas ref={ties} />
            <canvas ref={pictures} />
          </div>
        </div>
        <p id="tree-help" class="quiet">
          {t('tree.help')}
        </p>
        <div aria-live="polite">
          {node && creature ? <TreeMember {...{ model, world, playback, node, creature }} onGo={onClose} /> : null}
        </div>
      </div>
    </Modal>
  );
}

/** Looks creatures up, with their fates; a generation is worked out when its first is asked for. */
function creaturesOf({ worldAt }: Playback): (generation: number, index: number) => CreatureView | undefined {
  const known = new Map<number, readonly CreatureView[]>();
  return (generation, index) => {
    const views = known.get(generation) ?? viewsOf(worldAt, generation);
    known.set(generation, views);
    return views[index];
  };
}

/** As they were born, since so they grew; with the fates that the season brought. */
function viewsOf(worldAt: Playback['worldAt'], generation: number): readonly CreatureView[] {
  const fates = worldAt(2 * generation + 2).creatures;
  return viewCreatures(worldAt(2 * generation + 1)).map((view, index) => ({
    ...view,
    cause: fates[index]?.cause ?? 0,
    moment: fates[index]?.moment ?? 0,
  }));
}
