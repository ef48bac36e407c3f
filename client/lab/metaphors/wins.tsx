import { useEffect, useState } from 'preact/hooks';
import { METAPHORS, type Metaphor } from '../../../shared/lab/metaphors/encoding.ts';
import type { Measured } from '../../../shared/lab/metaphors/measured.ts';
import { MEASURES, type Measure, type Table, winners } from '../../../shared/lab/metaphors/scores.ts';
import { t } from '../../i18n/i18n.ts';
import { countName, metaphorName } from './words.ts';

/** What each wins with the creature on the bench. */
export function Wins({ table }: { readonly table: Table }) {
  return (
    <section class="wins" aria-live="polite">
      <h2>{t('lab.metaphors.hereTitle')}</h2>
      <WinsList of={(measure) => winners(table, measure)} />
    </section>
  );
}

/** The same over all species: the numbers of the committed page. */
export function AllSpecies() {
  const measured = useMeasured();
  return (
    <section class="wins">
      <h2>{t('lab.metaphors.allTitle')}</h2>
      {measured ? (
        <WinsList
          of={({ key }) => measured.winners[key] ?? []}
          times={(metaphor, { key }) => measured.times[key]?.[metaphor] ?? 0}
        />
      ) : null}
      <p class="quiet">
        {measured ? t('lab.metaphors.allText', { count: measured.species.length }) : null}{' '}
        {/* A page by itself, not one of this page's own. */}
        <a href="/model/metaphors.html" target="_top">
          {t('lab.metaphors.page')}
        </a>
      </p>
    </section>
  );
}

interface ListProps {
  readonly of: (measure: Measure) => readonly Metaphor[];
  readonly times?: (metaphor: Metaphor, measure: Measure) => number;
}

function WinsList({ of, times }: ListProps) {
  return (
    <dl>
      {METAPHORS.map((metaphor) => {
        const won = MEASURES.filter((measure) => of(measure).includes(metaphor));
        return (
          <div key={metaphor}>
            <dt>{metaphorName(metaphor)}</dt>
            <dd>
              {won.length === 0 ? t('lab.metaphors.none') : null}
              <ul>
                {won.map((measure) => (
                  <li key={measure.key}>
                    {t(`lab.metaphors.trial.${measure.trial}`)} · <span class="quiet">{countName(measure)}</span>
                    {of(measure).length > 1 ? ` ${t('lab.metaphors.level')}` : ''}
                    {times ? <strong class="numeric"> {times(metaphor, measure)}</strong> : null}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function useMeasured(): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/model/metaphors.json', { signal: leaving.signal })
      .then((answer) => answer.json())
      .then(setMeasured)
      // Without them the link to the page stands alone.
      .catch(() => undefined);
    return () => leaving.abort();
  }, []);
  return measured;
}
