import { useRef } from 'preact/hooks';
import { pressuresInForce } from '../../../shared/sim/world/create.ts';
import { number, percent, t } from '../../i18n/i18n.ts';
import type { CreatureView } from '../../session/creature-view.ts';
import { type ComparedGeneration, causesIn, divergenceIn, type Place } from '../../session/divergence.ts';
import { livesAt } from '../../session/moment.ts';
import { CardsInForce } from '../charts/cards-in-force.tsx';
import { causeName } from '../charts/cause-name.ts';
import { AgentMark } from '../match/agent-mark.tsx';
import { CreaturePicture } from '../parts/picture.tsx';
import { fateWords } from './words.ts';

interface Props {
  readonly which: 'was' | 'is';
  readonly title: string;
  readonly generation: ComparedGeneration;
  readonly habitat: number;
  readonly places: readonly Place[];
  /** The place that is picked, in both histories at once. */
  readonly place: number;
  readonly season: number;
  readonly onPick: (place: number) => void;
}

/** One of both histories: the habitat's creatures in their places, under which cards, and what they died of. */
export function SideView({ which, title, generation, habitat, places, place, season, onPick }: Props) {
  const side = generation[which];
  const survival = divergenceIn(generation, habitat)[which];
  if (side === null || survival === null) {
    return (
      <section class="side" aria-label={title}>
        <h2>{title}</h2>
        <p class="quiet">{t('whatif.ended')}</p>
      </section>
    );
  }
  const { born, survived } = survival;
  return (
    <section class="side" aria-label={title} data-side={which} data-survived={survived}>
      <h2>{title}</h2>
      <p class="side-cards quiet">
        <CardsInForce pressures={pressuresInForce(side.born, habitat)} />
      </p>
      {places.length > 0 ? <Places {...{ which, places, place, season, onPick }} /> : null}
      <p class="numeric">
        {born > 0 ? t('charts.livedWords', { born, survived, share: percent(survived / born) }) : t('whatif.nobody')}
      </p>
      <ul class="side-causes">
        {causesIn(side, habitat).map(([cause, dead]) => (
          <li key={cause}>
            <AgentMark cause={cause} /> {causeName(cause)} <span class="numeric">{number(dead)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

type PlacesProps = Pick<Props, 'which' | 'places' | 'place' | 'season' | 'onPick'>;

/** One stop for the Tab key; arrows go from place to place. */
function Places({ which, places, place, season, onPick }: PlacesProps) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = ARROWS[event.key];
    if (step === undefined || !(event.currentTarget instanceof Element)) return;
    event.preventDefault();
    const way = getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step;
    const next = Math.max(0, Math.min(places.length - 1, place + way));
    onPick(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ul class="places" ref={list} onKeyDown={move}>
      {places.map((each, at) => (
        <li key={at}>
          <button
            type="button"
            class={classOf(each, each[which], season)}
            tabIndex={at === place ? 0 : -1}
            aria-pressed={at === place}
            aria-label={labelOf(each, each[which], at)}
            onClick={() => onPick(at)}
          >
            <Inhabitant creature={each[which]} season={season} />
          </button>
        </li>
      ))}
    </ul>
  );
}

const isDead = (creature: CreatureView | null, season: number): boolean =>
  creature !== null && !livesAt(creature.cause, creature.moment, season);

const classOf = ({ twins }: Place, creature: CreatureView | null, season: number): string =>
  ['place', twins ? 'twins' : '', isDead(creature, season) ? 'dead' : ''].filter(Boolean).join(' ');

function labelOf({ twins }: Place, creature: CreatureView | null, at: number): string {
  const parts = [
    t('whatif.place.number', { number: at + 1 }),
    creature === null ? t('whatif.place.empty') : fateWords(creature.cause),
    ...(twins ? [t('whatif.twins')] : []),
  ];
  return parts.join(', ');
}

function Inhabitant({ creature, season }: { readonly creature: CreatureView | null; readonly season: number }) {
  if (creature === null) return null;
  return (
    <>
      <CreaturePicture of={creature.of} scale={2} label="" />
      {isDead(creature, season) ? <AgentMark cause={creature.cause} /> : null}
    </>
  );
}
