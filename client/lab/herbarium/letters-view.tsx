import { inLetters } from '../../../shared/lab/letters.ts';
import {
  GENE_BYTES,
  GENES,
  type Genome,
  GLOBALS_OFFSET,
  INPUTS,
  INPUTS_OFFSET,
  SIGNATURE,
} from '../../../shared/sim/genome.ts';
import { t } from '../../i18n/i18n.ts';
import { locusOf } from './locus-name.ts';

interface Props {
  readonly before: Genome;
  readonly written: Genome;
  readonly locus: number;
  readonly onLocus: (locus: number) => void;
}

interface Line {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const linesOf = (): readonly Line[] => [
  ...Array.from({ length: GENES }, (_, gene) => ({
    name: t('lab.herbarium.gene', { number: gene + 1 }),
    start: gene * GENE_BYTES,
    end: (gene + 1) * GENE_BYTES,
  })),
  ...Array.from({ length: INPUTS / 2 }, (_, pair) => ({
    name: t('lab.herbarium.inputs', { from: 2 * pair + 1, to: 2 * pair + 2 }),
    start: INPUTS_OFFSET + 2 * pair * SIGNATURE,
    end: INPUTS_OFFSET + 2 * (pair + 1) * SIGNATURE,
  })),
  { name: t('lab.herbarium.globals'), start: GLOBALS_OFFSET, end: GLOBALS_OFFSET + 8 },
];

/** The whole genome in letters, a word a byte and a line a gene. What was rewritten is underlined; a line's name opens it above. */
export function LettersView({ before, written, locus, onLocus }: Props) {
  return (
    <ol class="herb-letters" dir="ltr">
      {linesOf().map(({ name, start, end }) => (
        <li key={start}>
          <button type="button" onClick={() => onLocus(locusOf(start))}>
            {name}
          </button>
          <code>
            {Array.from({ length: end - start }, (_, place) => {
              const at = start + place;
              const word = inLetters(written.subarray(at, at + 1));
              const chosen = locusOf(at) === locus ? 'here' : undefined;
              return written[at] === before[at] ? (
                <span key={at} class={chosen}>
                  {word}
                </span>
              ) : (
                <mark key={at} class={chosen}>
                  {word}
                </mark>
              );
            })}
          </code>
        </li>
      ))}
    </ol>
  );
}
