import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';

/** Gives the seat up and stays to watch: in a public room, while there is something to give up. */
export function StandUp({ source }: { readonly source: WorldSource }) {
  const [refusal, setRefusal] = useState('');
  const { mode, phase } = source.table.value;
  if (mode !== 'public' || phase === 'over' || source.seat.value < 0) return null;
  const stand = async (): Promise<void> => {
    const answer = await source.send({ kind: 'stand' });
    setRefusal(answer.ok ? '' : (answer.error ?? t('hand.refused')));
  };
  return (
    <p class="stand-up">
      <button type="button" class="button small" onClick={() => void stand()}>
        {t('watching.stand')}
      </button>
      <span class="wrong" role="alert">
        {refusal}
      </span>
    </p>
  );
}
