import { t } from '../../i18n/i18n.ts';
import { ON_A_PAGE, RuleBook } from '../learn/rule-book.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';

/** The rule book as a page of its own. */
export function Rules() {
  useTitle(t('rules.title'));
  return (
    <Page>
      <h1>{t('rules.title')}</h1>
      <RuleBook headings={ON_A_PAGE} />
    </Page>
  );
}
