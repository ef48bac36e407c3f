import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { phaseProgress } from '../../session/moment.ts';
import type { TableView } from '../../session/world-source.ts';

/** Seconds left of a phase that has a timer; nothing where people take the time that they need. Told to eyes only. */
export function TimeLeft({ table }: { readonly table: TableView }) {
  const [now, setNow] = useState(() => performance.now());
  const { phaseLengthMs, asOf } = table;
  useEffect(() => {
    if (phaseLengthMs === 0) return;
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, [phaseLengthMs]);
  if (phaseLengthMs === 0) return null;
  const left = Math.ceil(((1 - phaseProgress(table, Math.max(now, asOf))) * phaseLengthMs) / 1_000);
  return (
    <p class="time-left numeric" role="timer">
      {t('console.left', { seconds: left })}
    </p>
  );
}
