import type { Population, Study, Truth } from '../../../shared/lab/twin-study.ts';
import { fixed, percent, t } from '../../i18n/i18n.ts';

interface Props {
  readonly study: Study;
  readonly truth: Truth;
  readonly trait: number;
  readonly population: Pick<Population, 'reared' | 'mutations'>;
}

/** Where the differences come from, and what of Falconer's suppositions does not hold here. */
export function Why({ study, truth, trait, population }: Props) {
  const whole = truth.whole[trait] ?? 0;
  if (!(whole > 0) || !Number.isFinite(study.twins.value)) return <p>{t('lab.twin-study.nothing')}</p>;
  const share = (variances: Float64Array): number => Math.min(1, Math.max(0, (variances[trait] ?? 0) / whole));
  const [genes, chance] = [share(truth.genetic), share(truth.isogenic)];
  const homes = population.reared === 'alike' ? 0 : Math.max(0, 1 - genes - chance);
  const parts = [
    ['genes', genes],
    ['homes', homes],
    ['chance', chance],
  ] as const;
  return (
    <section>
      <h2>{t('lab.twin-study.whyTitle')}</h2>
      <ul class="shares" aria-label={t('lab.twin-study.sharesLabel')}>
        {parts
          .filter(([, part]) => part > 0)
          .map(([name, part]) => (
            <li key={name} class={name} style={{ flexGrow: part }}>
              {t(`lab.twin-study.share.${name}`)} {percent(part)}
            </li>
          ))}
      </ul>
      <p>
        {t('lab.twin-study.half', {
          // Whatever else makes twins alike, a shared home, makes siblings so too.
          half: fixed(study.twins.value - genes / 2, 2),
          siblings: fixed(study.siblings.value, 2),
        })}
      </p>
      <p>{t(`lab.twin-study.why.${population.mutations ? 'mutations' : 'interactions'}`)}</p>
      <p>{t(`lab.twin-study.home.${population.reared}`)}</p>
    </section>
  );
}
