import '../../styles/lab-herbarium.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { encodeCreature } from '../../../shared/lab/creature.ts';
import type { Rewritten } from '../../../shared/lab/herbarium.ts';
import { type Edit, readEdits, writeEdits } from '../../../shared/lab/herbarium-edits.ts';
import { GENOME_LETTERS, lettersApart } from '../../../shared/lab/letters.ts';
import { founderByKey } from '../../../shared/sim/founders.ts';
import { GENOME_BYTES } from '../../../shared/sim/genome.ts';
import type { Seedling } from '../../../shared/sim/seedling.ts';
import { percent, t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { Bench } from '../frame/bench.tsx';
import { BodyPicture } from '../frame/body-picture.tsx';
import { text, writeSetting } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { Editor, wordWith, writtenBy } from './editor.tsx';
import { HerbSheet } from './herb-sheet.tsx';
import { KeepingPlace } from './keeping.tsx';
import { LettersView } from './letters-view.tsx';
import { locusOf } from './locus-name.ts';
import { median, tableOf } from './table.ts';
import { useKeptLink } from './use-kept-link.ts';

const DIALS = { edits: text('', (word) => readEdits(word) !== null) } as const;
const FOUNDER = 'garnetmoth';
/** One letter of its genome that changes nearly every cell. */
const EXAMPLE = '02743.';
const TWINS = 16;

/** Whoever comes without a creature sees what one letter can do. */
function begin(): void {
  if (location.hash === '') history.replaceState(history.state, '', writeSetting(FOUNDER, { edits: EXAMPLE }));
}

export function HerbariumBench() {
  useState(begin);
  const bench = useBench('herbarium', DIALS, FOUNDER);
  const { edits } = bench.values;
  const open = (word: string): void => {
    bench.set('edits', '');
    bench.chooseCreature(word);
  };
  const coming = useKeptLink(open);
  useFreshEdits(bench.word, edits, () => bench.set('edits', ''));
  const { genome } = bench.creature;
  const written = useMemo(() => writtenBy(genome, edits), [genome, edits]);
  const after: Seedling = { ...bench.creature, genome: written };
  const grown = useExperiment('herbarium', 'rewrite', [bench.word, edits], () => ({
    before: bench.creature,
    after,
    twins: TWINS,
  }));
  const [locus, setLocus] = useState(() => locusOf(readEdits(edits)?.at(-1)?.at ?? 0));
  const letters = lettersApart(genome, written);
  const word = letters === 0 ? bench.word : encodeCreature(after);
  const link = `${location.origin}/lab/herbarium${writeSetting(word, { edits: '' })}`;
  const { result } = grown;
  const kind = founderByKey(bench.word) ? founderName(bench.word) : t('lab.brought');
  return (
    <Bench
      of={bench}
      runs={[grown]}
      print={result?.print}
      dials={<Steps genome={genome} edits={edits} onEdits={(next) => bench.set('edits', next)} />}
      table={result ? tableOf(result) : null}
    >
      {coming ? (
        <p class="notice" role="status">
          {coming}
        </p>
      ) : null}
      <p class="herb-said" aria-live="polite">
        {result ? saidOf(result, letters) : ''}
      </p>
      <div class="herb-desk">
        {result ? <Pair result={result} same={letters === 0} /> : <div class="herb-pair" />}
        <Editor
          genome={genome}
          written={written}
          locus={locus}
          onLocus={setLocus}
          onEdit={(edit: Edit) => bench.set('edits', wordWith(genome, edits, edit))}
        />
      </div>
      {result ? (
        <HerbSheet
          creature={after}
          name={letters === 0 ? kind : t('lab.herbarium.rewritten', { name: kind })}
          link={link}
          grown={result}
        >
          <LettersView before={genome} written={written} locus={locus} onLocus={setLocus} />
        </HerbSheet>
      ) : null}
      <KeepingPlace word={word} onOpen={open} />
    </Bench>
  );
}

/** Another creature comes as it is: edits were meant for the one before, unless they came along with it. */
function useFreshEdits(word: string, edits: string, clear: () => void): void {
  const last = useRef({ word, edits });
  useEffect(() => {
    const before = last.current;
    last.current = { word, edits };
    if (before.word !== word && before.edits === edits && edits !== '') clear();
  }, [word, edits]);
}

const saidOf = ({ byEdit, byChance }: Rewritten, letters: number): string =>
  letters === 0
    ? t('lab.herbarium.same', { chance: percent(median(byChance)) })
    : t('lab.herbarium.said', {
        count: letters,
        letters: GENOME_LETTERS,
        share: percent(byEdit[0] ?? 0),
        usual: percent(median(byEdit)),
        chance: percent(median(byChance)),
      });

function Pair({ result, same }: { readonly result: Rewritten; readonly same: boolean }) {
  const [before, after] = result.bodies;
  return (
    <div class="herb-pair">
      {before ? (
        <figure>
          <BodyPicture body={before} scale={8} label={t('lab.herbarium.before')} />
          <figcaption>{t('lab.herbarium.before')}</figcaption>
        </figure>
      ) : null}
      {after ? (
        <figure class={same ? 'same' : ''}>
          <BodyPicture body={after} scale={8} label={t('lab.herbarium.after')} />
          <figcaption>{t('lab.herbarium.after')}</figcaption>
        </figure>
      ) : null}
    </div>
  );
}

interface StepsProps {
  readonly genome: Uint8Array;
  readonly edits: string;
  readonly onEdits: (word: string) => void;
}

/** Back and forth among the edits, and a letter at random. */
function Steps({ genome, edits, onEdits }: StepsProps) {
  // What was taken back can be done again until something else is written.
  const [undone, setUndone] = useState<{ readonly after: string; readonly steps: readonly Edit[] }>({
    after: '',
    steps: [],
  });
  const steps = readEdits(edits) ?? [];
  const ahead = undone.after === edits ? undone.steps : [];
  const undo = (): void => {
    const last = steps.at(-1);
    const rest = writeEdits(steps.slice(0, -1));
    if (last) setUndone({ after: rest, steps: [last, ...ahead] });
    onEdits(rest);
  };
  const redo = (): void => {
    const [next, ...later] = ahead;
    if (!next) return;
    const on = writeEdits([...steps, next]);
    setUndone({ after: on, steps: later });
    onEdits(on);
  };
  const random = (): void => {
    const at = Math.floor(Math.random() * GENOME_BYTES);
    const letter = (1 + Math.floor(Math.random() * 3)) << (2 * Math.floor(Math.random() * 4));
    const value = (writtenBy(genome, edits)[at] ?? 0) ^ letter;
    onEdits(wordWith(genome, edits, { at, bytes: Uint8Array.of(value) }));
  };
  return (
    <div class="herb-steps">
      <button type="button" class="button primary" onClick={random}>
        {t('lab.herbarium.random')}
      </button>
      <button type="button" class="button small" disabled={steps.length === 0} onClick={undo}>
        {t('lab.herbarium.undo')}
      </button>
      <button type="button" class="button small" disabled={ahead.length === 0} onClick={redo}>
        {t('lab.herbarium.redo')}
      </button>
      <button type="button" class="button small" disabled={steps.length === 0} onClick={() => onEdits('')}>
        {t('lab.herbarium.reset')}
      </button>
    </div>
  );
}
