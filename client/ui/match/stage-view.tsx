import '../../styles/stage.css';
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { groundName } from '../../i18n/model-words.ts';
import type { Stage } from '../../scenes/stage.ts';
import { stageWorldOf } from '../../scenes/stage-world.ts';
import { census } from '../../session/census.ts';
import type { CreatureView } from '../../session/creature-view.ts';
import { hiddenHabitats } from '../../session/hidden-cards.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { listenTo } from '../../sound/listen.ts';
import { nursery } from '../../worker/nursery.ts';
import { MapSaying } from '../manners/saying.tsx';
import { whenIdle } from '../parts/when-idle.ts';
import { Gathering } from './gathering.tsx';
import { stewardName } from './steward-name.ts';

/** Opening the map keeps a slow machine busy for a second: the panels, by which one plays, are drawn first. */
const LONGEST_WAIT_MS = 300;

type State = 'loading' | 'open' | 'undrawable' | 'failed';

/** The picture of the world, with a pin on every habitat that mouse, finger and keyboard can reach. */
export function StageView({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const parent = useRef<HTMLDivElement>(null);
  const pins = useRef<(HTMLButtonElement | null)[]>([]);
  const stage = useRef<Stage | null>(null);
  const [state, setState] = useState<State>('loading');
  const tools = useRef<HTMLDivElement>(null);
  /** Whether it was one of the tools that turned the view. */
  const pressed = useRef(false);
  const [whole, setWhole] = useState(true);

  useEffect(() => {
    const element = parent.current;
    if (!element) return;
    let gone = false;
    let stop = (): void => {};
    const open = (): void =>
      void import('../../scenes/stage.ts').then(
        ({ openStage, canDraw }) => {
          if (gone) return;
          if (!canDraw()) {
            setState('undrawable');
            return;
          }
          const opened = openStage({
            parent: element,
            nursery: nursery(),
            moment: () => model.momentNow(),
            calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
            events: {
              pickCreature: (key) => {
                model.creature.value = key;
              },
              pickHabitat: (id) => {
                model.picked.value = id;
                setWhole(id === null);
              },
              moved: (places, radius) => placePins(pins.current, places, radius),
            },
          });
          stage.current = opened;
          // One's own creatures first; the whole world is a button away.
          if (model.source.seat.peek() >= 0 && model.picked.peek() === null) {
            opened.goTo(model.source.seat.peek());
            setWhole(false);
          }
          stop = follow(model, opened);
          setState('open');
        },
        () => setState('failed'),
      );
    const giveUp = whenIdle(open, LONGEST_WAIT_MS);
    return () => {
      gone = true;
      giveUp();
      stop();
      stage.current?.close();
      stage.current = null;
    };
  }, [model]);

  useEffect(() => listenTo(model), [model]);

  const aim = model.aim.value;
  useEffect(() => {
    if (state === 'open' && aim) go(aim.habitat);
  }, [aim, state]);

  const go = (habitat: number | null): void => {
    model.picked.value = habitat;
    stage.current?.goTo(habitat);
    setWhole(habitat === null);
  };
  useEffect(() => {
    // On a narrow screen the button that was pressed is gone: its focus goes to the way back.
    if (document.activeElement === document.body && pressed.current)
      tools.current?.querySelector<HTMLElement>('[aria-pressed="false"]')?.focus();
    pressed.current = false;
  }, [whole]);
  const own = model.source.seat.value;
  const before = useRef(own);
  useEffect(() => {
    // Who takes a seat wants to see what they look after from now on.
    if (before.current < 0 && own >= 0 && stage.current) go(own);
    before.current = own;
  }, [own]);
  const creatures = world.creatures.length > 0 ? model.creatures.value : [];
  const counts = census(creatures, world.habitats.length, model.moment.value.season);
  return (
    <div class="stage" data-state={state}>
      <div
        ref={parent}
        class="stage-canvas"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys, as its description says
        tabIndex={0}
        role="application"
        aria-label={t('stage.label')}
        aria-describedby="stage-help"
      />
      <p id="stage-help" class="visually-hidden">
        {t('stage.help')}
      </p>
      {state === 'undrawable' || state === 'failed' ? (
        <p class="notice stage-notice" role="alert">
          {t(state === 'failed' ? 'stage.failed' : 'stage.undrawable')}
        </p>
      ) : null}
      {state === 'undrawable' ? <Gathering model={model} /> : null}
      {state === 'loading' ? <p class="stage-notice quiet">{t('stage.loading')}</p> : null}
      <ul class={state === 'open' ? 'pins' : 'pins listed'}>
        {world.habitats.map((habitat) => {
          const count = counts[habitat.id];
          const steward = model.source.table.value.stewards[habitat.id];
          const name = steward ? stewardName(model.source, steward) : '';
          return (
            <li key={habitat.id}>
              <button
                ref={(element) => {
                  pins.current[habitat.id] = element;
                }}
                type="button"
                class={habitat.id === own ? 'pin own' : 'pin'}
                aria-pressed={model.picked.value === habitat.id}
                onClick={() => go(habitat.id)}
              >
                <strong>{habitat.id === own ? t('stage.yours') : name || groundName(habitat)}</strong>
                <span class="numeric full">
                  {count && count.born > 0
                    ? t('stage.alive', { alive: count.alive, born: count.born })
                    : groundName(habitat)}
                </span>
                <span class="numeric brief" aria-hidden="true">
                  {count && count.born > 0 ? count.alive : '·'}
                </span>
                <MapSaying seat={habitat.id} />
              </button>
            </li>
          );
        })}
      </ul>
      <div class="stage-tools" ref={tools}>
        {own >= 0 ? (
          <button
            type="button"
            class="button small"
            aria-pressed={!whole && model.habitat.value === own}
            onClick={() => {
              pressed.current = true;
              go(own);
            }}
          >
            {t('stage.own')}
          </button>
        ) : null}
        <button
          type="button"
          class="button small"
          aria-pressed={whole}
          onClick={() => {
            pressed.current = true;
            go(null);
          }}
        >
          {t('stage.world')}
        </button>
      </div>
    </div>
  );
}

/** The one habitat in which all who are pointed out live; null where there are several. */
function homeOf(model: MatchModel): number | null {
  const keys = new Set(model.pointedOut.peek());
  const homes = new Set(model.creatures.peek().flatMap(({ key, habitat }) => (keys.has(key) ? [habitat] : [])));
  return homes.size === 1 ? ([...homes][0] ?? null) : null;
}

/** Keeps the stage in step with the model. */
function follow(model: MatchModel, stage: Stage): () => void {
  let last: readonly CreatureView[] | null = null;
  let lastHidden = '';
  const stops = [
    effect(() => {
      const creatures = model.creatures.value;
      const { table, seat } = model.source;
      const world = model.source.world.peek();
      const hidden = world ? hiddenHabitats(table.value, seat.value, world.habitats) : [];
      if (!world || (creatures === last && hidden.join() === lastHidden)) return;
      last = creatures;
      lastHidden = hidden.join();
      stage.show(stageWorldOf(world, creatures, hidden));
    }),
    effect(() => stage.setOwn(model.source.seat.value)),
    effect(() => stage.setSelected(model.creature.value)),
    effect(() => stage.setPointedOut(model.pointedOut.value)),
    // Whoever is pointed out from a chart or a family tree stands in one habitat or in several: the whole map, then.
    effect(() => {
      if (model.pointedOut.value.length > 0) stage.goTo(homeOf(model));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Pins sit on the lower coast of their island, and give way to the picture when one comes close. */
function placePins(
  pins: readonly (HTMLButtonElement | null)[],
  places: readonly { readonly x: number; readonly y: number }[],
  radius: number,
): void {
  const stage = pins[0]?.closest('.pins');
  const [width, height] = [stage?.clientWidth ?? 0, stage?.clientHeight ?? 0];
  places.forEach(({ x, y }, habitat) => {
    const pin = pins[habitat];
    if (!pin) return;
    pin.style.transform = `translate(${x.toFixed(1)}px, ${(y + radius * 0.7).toFixed(1)}px) translate(-50%, -50%)`;
    pin.classList.toggle('aside', x < 0 || y < 0 || x > width || y > height);
    pin.classList.toggle('tiny', radius < 70);
    pin.classList.toggle('speck', radius < 40);
  });
}
