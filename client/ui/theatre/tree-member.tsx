import { causeOf } from '../../../shared/sim/causes.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { causeWords } from '../../i18n/model-words.ts';
import { fractionOfSeason, scenesOf } from '../../session/course.ts';
import { type CreatureView, creatureKey } from '../../session/creature-view.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { TreeNode } from '../../session/whole-tree.ts';
import type { Playback } from '../../session/world-source.ts';
import { Urgency } from '../../worker/nursery.ts';
import { CreaturePicture } from '../parts/picture.tsx';
import { homeName } from './words.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly playback: Playback;
  readonly node: TreeNode;
  readonly creature: CreatureView;
  readonly onGo: () => void;
}

/** Who is picked in the tree, and the ways to it. */
export function TreeMember({ model, world, playback, node, creature, onGo }: Props) {
  const { generation, index } = node;
  const cause = causeOf(creature.cause);
  const follow = (): void => {
    model.following.value = { generation, indices: [index] };
  };
  const go = (): void => {
    playback.pause();
    // Grown, as its season begins.
    playback.seek(generation + fractionOfSeason(scenesOf(world.settings, generation), 0) + 0.001);
    model.aim.value = { habitat: creature.habitat };
    model.creature.value = creatureKey(generation, index);
    onGo();
  };
  return (
    <section class="tree-member">
      <CreaturePicture of={creature.of} scale={4} label="" urgency={Urgency.now} />
      <div>
        <h3>{t('creature.title', { number: index + 1, generation: generation + 1 })}</h3>
        <p>
          {homeName(world.habitats, creature.habitat)} ·{' '}
          {cause ? t('creature.died', { cause: causeWords(cause) }) : t('family.lived')}
        </p>
        <div class="actions">
          <button type="button" class="button small" onClick={go}>
            {t('tree.go')}
          </button>
          <button
            type="button"
            class="button small"
            onClick={() => {
              follow();
              go();
            }}
          >
            {t('follow.line')}
          </button>
        </div>
      </div>
    </section>
  );
}
