import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';

interface Props {
  readonly model: MatchModel;
  readonly last: number;
}

/** What the page does not know, and why; and how far it has come with measuring. */
export function Known({ model, last }: Props) {
  void model.history.version.value;
  const { measured, total, trouble } = model.measuring.progress.value;
  const first = model.history.records()[0]?.generation ?? last;
  const replay = model.source.playback !== undefined;
  return (
    <>
      {first > 0 && !replay ? <p class="notice small">{t('charts.late', { generation: first + 1 })}</p> : null}
      {trouble ? <p class="notice small">{t('charts.stuck')}</p> : null}
      {measured < total && !trouble ? (
        <label class="measuring">
          <span>{t('charts.measuring', { measured, total })}</span>
          <progress max={total} value={measured} />
        </label>
      ) : null}
    </>
  );
}
