import { t } from '../../i18n/i18n.ts';

const pathOf = (bench: string): string => `/lab/${bench}`;

/** Opens a step's bench beside the lesson, which goes on. */
export function BenchLink({ bench }: { readonly bench: string }) {
  return (
    <a class="button small" href={pathOf(bench)} target="_blank" rel="noreferrer">
      {t('lessons.openBench')}
    </a>
  );
}

/** The same to be typed: on paper, on the wall. */
export function BenchAddress({ bench }: { readonly bench: string }) {
  return <span class="bench-address">{t('lessons.benchAt', { address: location.host + pathOf(bench) })}</span>;
}
