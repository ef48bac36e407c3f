import { SOURCES } from '../../../shared/lab/metaphors/sources.ts';
import { t } from '../../i18n/i18n.ts';

const LIMITS = ['write', 'data', 'prior', 'egg', 'built'] as const;

/** Where the generative model is a metaphor too. */
export function Limits() {
  return (
    <section class="limits">
      <h2>{t('lab.metaphors.limitsTitle')}</h2>
      <ul>
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`lab.metaphors.limit.${limit}`)}</li>
        ))}
      </ul>
      <p class="quiet">
        {Object.values(SOURCES).map(({ text, url }) => (
          <a key={url} href={url} lang="en">
            {text}
          </a>
        ))}
      </p>
    </section>
  );
}
