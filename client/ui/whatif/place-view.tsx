import { t } from '../../i18n/i18n.ts';
import type { CreatureView } from '../../session/creature-view.ts';
import type { Place } from '../../session/divergence.ts';
import { AgentMark } from '../match/agent-mark.tsx';
import { CreaturePicture } from '../parts/picture.tsx';
import { fateWords, placeWords } from './words.ts';

interface Props {
  readonly place: Place;
  readonly number: number;
}

/** The two who stand in one place, seen closely. */
export function PlaceView({ place, number }: Props) {
  return (
    <section class="place-view" aria-label={t('whatif.place.number', { number })}>
      <One creature={place.was} title={t('whatif.happened')} />
      <p aria-live="polite">
        <strong>{t('whatif.place.number', { number })}</strong>
        <span>{placeWords(place)}</span>
      </p>
      <One creature={place.is} title={t('whatif.wouldHave')} />
    </section>
  );
}

function One({ creature, title }: { readonly creature: CreatureView | null; readonly title: string }) {
  const fate = creature === null ? t('whatif.place.empty') : fateWords(creature.cause);
  return (
    <figure>
      {creature ? <CreaturePicture of={creature.of} scale={8} label={title} /> : null}
      <figcaption>
        <span class="quiet">{title}</span>
        <span>
          {creature ? <AgentMark cause={creature.cause} /> : null} {fate}
        </span>
      </figcaption>
    </figure>
  );
}
