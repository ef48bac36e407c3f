/** A creature that the server keeps: `/lab/herbarium#kept=…` brings its id, and the creature comes after it. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { fetchCreature } from '../../net/creatures.ts';

const idIn = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('kept') ?? '';

/** What is to be said of it, empty while there is none. `onCome` gets its word. */
export function useKeptLink(onCome: (word: string) => void): string {
  const [id, setId] = useState(() => idIn(location.hash));
  const [said, setSaid] = useState('');
  useEffect(() => {
    const follow = (): void => setId(idIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (id === '') return;
    let gone = false;
    setSaid(t('lab.herbarium.coming'));
    void fetchCreature(id).then((found) => {
      if (gone) return;
      setSaid(found.ok ? '' : found.error);
      if (found.ok) onCome(found.value.creature);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  return said;
}
