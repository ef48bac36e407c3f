import '../../styles/cabinet.css';
import { useMemo } from 'preact/hooks';
import { MILD } from '../../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { Urgency } from '../../worker/nursery.ts';
import { CreaturePicture } from './picture.tsx';

interface Props {
  readonly shown: number;
  readonly onPick: (index: number) => void;
}

/** All founder species in a drawer, each as two of a kind. */
export function Cabinet({ shown, onPick }: Props) {
  const pairs = useMemo(
    () => FOUNDERS.map(({ genome }) => [1, 2].map((noiseSeed) => ({ genome, noiseSeed, conditions: MILD }))),
    [],
  );
  return (
    <section class="cabinet" aria-labelledby="cabinet-title">
      <h2 id="cabinet-title">{t('cabinet.title', { count: FOUNDERS.length })}</h2>
      <ul>
        {FOUNDERS.map((founder, index) => (
          <li key={founder.key}>
            <button type="button" aria-pressed={index === shown} onClick={() => onPick(index)}>
              <span class="two">
                {pairs[index]?.map((of) => (
                  <CreaturePicture key={of.noiseSeed} of={of} scale={4} label="" urgency={Urgency.soon} />
                ))}
              </span>
              <span class="name">{founderName(founder.key)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
