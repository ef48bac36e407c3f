import '../../styles/creature-card.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { encodeCreature } from '../../../shared/lab/creature.ts';
import { causeOf } from '../../../shared/sim/causes.ts';
import { type Explanation, explainDeath } from '../../../shared/sim/explain.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { FOUNDER_PARENT, NO_TWIN, type World } from '../../../shared/sim/world/world.ts';
import { number, t, tOr } from '../../i18n/i18n.ts';
import { causeWords, groundName } from '../../i18n/model-words.ts';
import { type CreatureView, generationShown } from '../../session/creature-view.ts';
import { hidesCards } from '../../session/hidden-cards.ts';
import { genomeOf, seedlingOf } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { livesAt } from '../../session/moment.ts';
import { nursery, Urgency } from '../../worker/nursery.ts';
import { Inheritance } from '../parts/inheritance.tsx';
import { CreaturePicture } from '../parts/picture.tsx';
import { Weight } from '../parts/weight.tsx';
import { FollowButtons } from '../theatre/follow-buttons.tsx';
import { FamilyButton } from './family-button.tsx';
import { TraitList } from './trait-list.tsx';

/** One creature's label: portrait, parents, traits, fate. */
export function CreatureCard({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const key = model.creature.value;
  const creature = key === null ? undefined : model.creatures.value.find((each) => each.key === key);
  if (!creature) return null;
  return <Label key={creature.key} model={model} world={world} creature={creature} />;
}

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly creature: CreatureView;
}

function Label({ model, world, creature }: Props) {
  const close = useRef<HTMLButtonElement>(null);
  const traits = useTraits(creature);
  const habitat = world.habitats[creature.habitat];
  const generation = generationShown(world);
  void model.history.version.value;
  const elders = model.history.at(generation - 1);
  const record = creature.index < 0 ? undefined : model.history.at(generation);
  const dead = !livesAt(creature.cause, creature.moment, model.moment.value.season);
  const untold = hidesCards(model.source.table.value, model.source.seat.value, creature.habitat);
  const story = useExplanation(model, world, dead && !untold ? creature : null);
  const cause = causeOf(creature.cause);
  useEffect(() => close.current?.focus(), []);
  const shut = (): void => {
    model.creature.value = null;
    model.pointedOut.value = [];
  };
  return (
    <section
      class="creature-card"
      role="dialog"
      aria-label={t('creature.label')}
      onKeyDown={(event) => {
        // Escape in the family tree closes that, not the card under it.
        const inSheet = event.target instanceof Element && event.target.closest('dialog') !== null;
        if (event.key === 'Escape' && !inSheet) shut();
      }}
    >
      <button ref={close} type="button" class="close" aria-label={t('action.close')} onClick={shut}>
        <span aria-hidden="true">×</span>
      </button>
      <div class="portrait">
        <CreaturePicture of={creature.of} scale={8} label={t('creature.portrait')} urgency={Urgency.now} />
      </div>
      <h3>
        {creature.index < 0
          ? t('creature.settler')
          : t('creature.title', { number: creature.index + 1, generation: generation + 1 })}
      </h3>
      <p class="quiet">
        {habitat ? groundName(habitat) : ''}
        {creature.twin !== NO_TWIN ? ` · ${t('creature.twin')}` : ''}
      </p>
      <p class={dead ? 'fate dead' : 'fate'}>
        {dead && cause
          ? t('creature.died', { cause: untold ? t('charts.untoldCause') : causeWords(cause) })
          : t('creature.alive')}
        {story ? ` ${storyWords(story, habitat ? groundName(habitat) : '')}` : ''}
      </p>
      <Parents model={model} world={world} creature={creature} />
      <div class="ways-on">
        {creature.index >= 0 ? (
          <FamilyButton model={model} world={world} generation={generation} index={creature.index} />
        ) : null}
        {creature.index >= 0 && model.source.playback ? (
          <FollowButtons model={model} generation={generation} index={creature.index} twin={creature.twin} />
        ) : null}
        {/* The match goes on here meanwhile. */}
        <a class="button small" href={`/lab/twins#c=${encodeCreature(creature.of)}`} target="_blank" rel="noreferrer">
          {t('creature.lab')}
        </a>
      </div>
      {traits ? <TraitList traits={traits} record={record} habitat={creature.habitat} index={creature.index} /> : null}
      <h4>{t('weight.genome')}</h4>
      <Inheritance
        genome={creature.of.genome}
        founder={world.founderGenome}
        mother={elders ? genomeOf(elders, creature.mother) : null}
        father={elders ? genomeOf(elders, creature.father) : null}
      />
      <Weight of={creature.of} />
    </section>
  );
}

/** "Its speed: 212. Usual here: 260."; of who was seen, against what. */
const storyWords = ({ cause, measure, value, usual }: Explanation, ground: string): string =>
  cause.key === 'hunters' && usual !== null
    ? t('creature.seen', { ground, value: number(value), usual: number(usual) })
    : usual === null
      ? t('creature.measured', { measure: tOr(`measure.${measure}`, measure), value: number(value) })
      : t('creature.measuredBeside', {
          measure: tOr(`measure.${measure}`, measure),
          value: number(value),
          usual: number(usual),
        });

/** Its parents' pictures, where this page knows them. */
function Parents({ model, world, creature }: Props) {
  if (creature.index < 0) return null;
  if (creature.mother === FOUNDER_PARENT) return <p class="quiet">{t('creature.ofFounder')}</p>;
  const elders = model.history.at(generationShown(world) - 1);
  if (!elders) return <p class="quiet">{t('family.unknown')}</p>;
  return (
    <div class="parents">
      <span class="quiet">{t('creature.parents')}</span>
      {[creature.mother, creature.father].map((index, at) => {
        const of = seedlingOf(elders, index);
        const label = t(at ? 'family.father' : 'family.mother', { number: index + 1 });
        return of ? (
          <figure key={at}>
            <CreaturePicture of={of} scale={2} label={label} />
            <figcaption class="numeric">{number(index + 1)}</figcaption>
          </figure>
        ) : null;
      })}
    </div>
  );
}

function useTraits(creature: CreatureView): Int32Array | null {
  const [traits, setTraits] = useState<Int32Array | null>(null);
  useEffect(() => {
    const wish = nursery().picture(creature.of, 2, Urgency.now);
    // Without its traits the card shows what else it has.
    wish.done.then(
      (portrait) => setTraits(portrait.traits),
      () => undefined,
    );
    return wish.cancel;
  }, [creature]);
  return traits;
}

/** Why it died: the number that decided. The traits of its neighbours are needed, so they are gathered first. */
function useExplanation(model: MatchModel, world: World, dead: CreatureView | null): Explanation | null {
  const [story, setStory] = useState<Explanation | null>(null);
  const index = dead?.index ?? -1;
  useEffect(() => {
    setStory(null);
    if (!dead) return;
    let gone = false;
    const around = model.creatures.peek().filter(({ habitat }) => habitat === dead.habitat);
    Promise.all(around.map(({ of }) => nursery().picture(of, 2, Urgency.now).done)).then(
      (portraits) => {
        if (gone) return;
        const rows = new Int32Array(world.creatures.length * TRAITS.length);
        for (const [at, each] of around.entries()) rows.set(portraits[at]?.traits ?? [], each.index * TRAITS.length);
        setStory(explainDeath(world, index, rows));
      },
      // The cause is told all the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [index]);
  return story;
}
