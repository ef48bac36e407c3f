import { t } from '../i18n/i18n.ts';
import { BenchSign } from './bench-sign.tsx';
import { BENCHES } from './benches.ts';

/** All benches, each by its question. */
export function Overview() {
  // A creature that was on a bench goes along to the next.
  const creature = location.hash.startsWith('#c=') ? location.hash : '';
  return (
    <div class="lab-overview">
      <header class="lab-head">
        <h1>{t('lab.heading')}</h1>
        <p class="lead">{t('lab.lead')}</p>
      </header>
      <ul class="bench-tiles">
        {BENCHES.map(({ key }) => (
          <li key={key}>
            <a class="bench-tile" href={`/lab/${key}${creature}`}>
              <BenchSign of={key} />
              <strong>{t(`lab.${key}.title`)}</strong>
              <span>{t(`lab.${key}.question`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="quiet">{t('lab.honest')}</p>
    </div>
  );
}
