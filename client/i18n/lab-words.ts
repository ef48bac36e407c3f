/** The lab's words, apart from the others: who never opens the lab never loads them. */
import { useEffect, useState } from 'preact/hooks';
import { language, teach } from './i18n.ts';
import en from './lab/en.json' with { type: 'json' };
import type { Language } from './languages.ts';

const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: object }>>> = {
  es: () => import('./lab/es.json', { with: { type: 'json' } }),
  fr: () => import('./lab/fr.json', { with: { type: 'json' } }),
  de: () => import('./lab/de.json', { with: { type: 'json' } }),
  pt: () => import('./lab/pt.json', { with: { type: 'json' } }),
  zh: () => import('./lab/zh.json', { with: { type: 'json' } }),
  ar: () => import('./lab/ar.json', { with: { type: 'json' } }),
};

teach('en', en);
const known = new Set<Language>(['en']);

/** True once the lab can say its words in the language of the moment; where they do not come, it says them in English. */
export function useLabWords(): boolean {
  const wanted = language.value;
  const [, setCount] = useState(0);
  useEffect(() => {
    if (wanted === 'en' || known.has(wanted)) return;
    const settled = (): void => {
      known.add(wanted);
      setCount(known.size);
    };
    CATALOGUES[wanted]().then((words) => {
      teach(wanted, words.default);
      settled();
    }, settled);
  }, [wanted]);
  return known.has(wanted);
}
