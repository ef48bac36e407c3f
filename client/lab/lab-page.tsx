// The colours of charts.
import '../styles/charts.css';
import '../styles/lab.css';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { t } from '../i18n/i18n.ts';
import { useLabWords } from '../i18n/lab-words.ts';
import { Message } from '../ui/parts/message.tsx';
import { Page } from '../ui/parts/page.tsx';
import { useTitle } from '../ui/parts/use-title.ts';
import { BENCHES } from './benches.ts';
import { Overview } from './overview.tsx';

/** The lab: all its benches, or one. */
export function LabPage() {
  const name = useRoute().params.bench ?? '';
  const known = name === '' || BENCHES.some(({ key }) => key === name);
  const ready = useLabWords();
  useTitle(name && known ? t(`lab.${name}.title`) : t('lab.title'));
  if (!known) {
    return (
      <Message title={t('notFound.title')} text={t('lab.noBench')}>
        <a class="button primary" href="/lab">
          {t('lab.title')}
        </a>
      </Message>
    );
  }
  return <Page>{ready ? name ? <OneBench key={name} name={name} /> : <Overview /> : <Arriving />}</Page>;
}

function OneBench({ name }: { readonly name: string }) {
  const [shown, setShown] = useState<{ readonly Bench: FunctionComponent } | 'failed' | null>(null);
  useEffect(() => {
    BENCHES.find(({ key }) => key === name)
      ?.load()
      .then(
        (Bench) => setShown({ Bench }),
        () => setShown('failed'),
      );
  }, [name]);
  if (shown === null) return <Arriving />;
  if (shown === 'failed') {
    return (
      <p class="notice" role="alert">
        {t('lab.notLoaded')}
      </p>
    );
  }
  return <shown.Bench />;
}

const Arriving = () => <p class="arriving">{t('lab.arriving')}</p>;
