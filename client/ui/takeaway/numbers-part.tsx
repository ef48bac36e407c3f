import { useRef } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { GenerationRecord } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { Sheet } from '../../session/sheet.ts';
import { CREATURE_COLUMNS, creatureRows } from '../../session/takeaway/creature-table.ts';
import { type Known, knownFrom, measuredGenerations } from '../../session/takeaway/generations.ts';
import { HABITAT_COLUMNS, habitatRows } from '../../session/takeaway/habitat-table.ts';
import { inputsOf } from '../../session/takeaway/inputs.ts';
import type { Seedling } from '../../worker/jobs.ts';
import { nursery, Urgency, type Wish } from '../../worker/nursery.ts';
import { csvFile, csvRows, LINE_END } from '../charts/download.ts';
import { saveFile } from '../parts/save-file.ts';
import { fileName } from './file-name.ts';
import type { Taken } from './use-taken.ts';
import type { Work } from './use-task.ts';

interface Props {
  readonly model: MatchModel;
  readonly taken: Taken;
  readonly busy: boolean;
  readonly run: (work: Work) => void;
}

const measure = (of: readonly Seedling[]): Wish<Int16Array> => {
  const { done, cancel } = nursery().ask({ kind: 'measure', of }, Urgency.soon);
  return { cancel, done: done.then((rows) => Int16Array.from(rows)) };
};

/** Tables and inputs, for a spreadsheet or a program. */
export function NumbersPart({ model, taken: { file, timeline }, busy, run }: Props) {
  const known = useRef<Known | null>(null);
  const takeTable = (what: string, columns: readonly string[], rowsOf: (record: GenerationRecord) => Sheet['rows']) =>
    run({
      file: fileName(file, what, 'csv'),
      doing: t('takeaway.numbers.measuring'),
      async make(signal, onProgress) {
        known.current ??= knownFrom(model.history.records());
        const pieces = [csvRows([columns])];
        const options = { timeline, measure, known: known.current, signal, onProgress };
        for await (const record of measuredGenerations(options)) pieces.push(LINE_END, csvRows(rowsOf(record)));
        return csvFile(pieces);
      },
    });
  const world = timeline.worldAt(0);
  return (
    <section aria-labelledby="take-numbers">
      <h3 id="take-numbers">{t('takeaway.numbers.title')}</h3>
      <p>{t('takeaway.numbers.text')}</p>
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => takeTable('creatures', CREATURE_COLUMNS, creatureRows)}
        >
          {t('takeaway.numbers.creatures')}
        </button>
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => takeTable('habitats', HABITAT_COLUMNS, (record) => habitatRows(world, record))}
        >
          {t('takeaway.numbers.habitats')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            const text = `${JSON.stringify(inputsOf(file), null, 2)}\n`;
            saveFile(fileName(file, 'inputs', 'json'), new Blob([text], { type: 'application/json' }));
          }}
        >
          {t('takeaway.numbers.inputs')}
        </button>
      </div>
    </section>
  );
}
