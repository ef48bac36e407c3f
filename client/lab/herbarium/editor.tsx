import { type Edit, edited, readEdits, withEdit, writeEdits } from '../../../shared/lab/herbarium-edits.ts';
import { fromLetters, inLetters } from '../../../shared/lab/letters.ts';
import {
  GENE_BYTES,
  GENES,
  type Genome,
  GLOBALS_OFFSET,
  INPUTS_OFFSET,
  LOCI,
  locusRange,
  SIGNATURE,
} from '../../../shared/sim/genome.ts';
import { number, t } from '../../i18n/i18n.ts';
import { byteName, locusName } from './locus-name.ts';

export interface EditorProps {
  /** As it came, and as it is written now. */
  readonly genome: Genome;
  readonly written: Genome;
  readonly locus: number;
  readonly onLocus: (locus: number) => void;
  readonly onEdit: (edit: Edit) => void;
}

/** One locus of the genome, byte by byte: as a number to turn, and as four letters to write. */
export function Editor({ genome, written, locus, onLocus, onEdit }: EditorProps) {
  const [start, end] = locusRange(locus);
  const gene = locus < 2 * GENES ? Math.floor(locus / 2) : -1;
  const silence = (): void => onEdit({ at: gene * GENE_BYTES, bytes: new Uint8Array(SIGNATURE) });
  return (
    <div class="herb-editor">
      <label class="field">
        <span class="label">{t('lab.herbarium.place')}</span>
        <select
          class="input"
          name="locus"
          value={locus}
          onChange={(event) => onLocus(Number(event.currentTarget.value))}
        >
          {Array.from({ length: LOCI }, (_, each) => (
            <option key={each} value={each}>
              {locusName(each)}
            </option>
          ))}
        </select>
      </label>
      <ul class="herb-bytes">
        {Array.from({ length: end - start }, (_, place) => (
          <ByteRow
            key={start + place}
            at={start + place}
            before={genome[start + place] ?? 0}
            value={written[start + place] ?? 0}
            onValue={(value) => onEdit({ at: start + place, bytes: Uint8Array.of(value) })}
          />
        ))}
      </ul>
      {gene >= 0 ? (
        <button type="button" class="button small" onClick={silence}>
          {t('lab.herbarium.silence', { number: gene + 1 })}
        </button>
      ) : null}
    </div>
  );
}

interface ByteProps {
  readonly at: number;
  readonly before: number;
  /** 0 to 255, as it stands in the genome. */
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** Signatures and basal levels count from -128 to 127, all else from 0 to 255. */
const isSigned = (at: number): boolean =>
  at < INPUTS_OFFSET ? at % GENE_BYTES !== GENE_BYTES - 1 : at < GLOBALS_OFFSET;

function ByteRow({ at, before, value, onValue }: ByteProps) {
  const least = isSigned(at) ? -128 : 0;
  const said = isSigned(at) ? (value << 24) >> 24 : value;
  const name = byteName(at);
  const write = (letters: string): void => {
    const bytes = fromLetters(letters);
    if (bytes?.length === 1 && bytes[0] !== undefined) onValue(bytes[0]);
  };
  return (
    <li class={value === before ? '' : 'rewritten'}>
      <span aria-hidden="true">{name}</span>
      <input
        type="range"
        name={`byte-${at}`}
        min={least}
        max={least + 255}
        value={said}
        aria-label={name}
        onInput={(event) => onValue(Number(event.currentTarget.value) & 255)}
      />
      <output class="numeric">{number(said)}</output>
      <input
        class="input herb-letters-in"
        name={`letters-${at}`}
        value={inLetters(Uint8Array.of(value))}
        maxLength={4}
        pattern="[ACGTacgt]{4}"
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        aria-label={t('lab.herbarium.lettersOf', { name })}
        onInput={(event) => write(event.currentTarget.value)}
        onBlur={(event) => {
          // Less than four letters are no byte.
          event.currentTarget.value = inLetters(Uint8Array.of(value));
        }}
      />
    </li>
  );
}

/** The genome after the edits of a word. */
export const writtenBy = (genome: Genome, word: string): Genome => edited(genome, readEdits(word) ?? []);

/** The word with one edit more. */
export const wordWith = (genome: Genome, word: string, edit: Edit): string =>
  writeEdits(withEdit(genome, readEdits(word) ?? [], edit));
