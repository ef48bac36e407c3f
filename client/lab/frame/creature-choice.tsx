import { useRef, useState } from 'preact/hooks';
import { founderByKey } from '../../../shared/sim/founders.ts';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { FounderChoice } from '../../ui/parts/founder-choice.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { CreaturePicture } from '../../ui/parts/picture.tsx';
import { creatureIn } from '../herbarium/creature-in.ts';
import { keptCreatures } from '../herbarium/kept.ts';
import { KeptShelf } from '../herbarium/kept-shelf.tsx';
import type { Dials } from './dials.ts';
import type { BenchState } from './use-bench.ts';

/** The creature on the bench, and the way to another. */
export function CreatureChoice<Of extends Dials>({ of }: { readonly of: BenchState<Of> }) {
  const [open, setOpen] = useState(false);
  const choose = (word: string): void => {
    of.chooseCreature(word);
    setOpen(false);
  };
  return (
    <div class="bench-creature">
      <CreaturePicture of={of.creature} scale={4} label={t('lab.creature')} />
      <div>
        <strong>{nameOf(of.word)}</strong>
        <button type="button" class="button small" onClick={() => setOpen(true)}>
          {t('lab.choose')}
        </button>
      </div>
      {open ? (
        <Modal title={t('lab.chooseTitle')} wide onClose={() => setOpen(false)}>
          <div class="creature-sources">
            <PasteLink onChoose={choose} />
            <FromHerbarium onChoose={choose} />
            <FounderChoice founder={of.word} onChange={choose} />
          </div>
        </Modal>
      ) : null}
    </div>
  );
}

/** What this browser keeps, where it keeps any. */
function FromHerbarium({ onChoose }: { readonly onChoose: (word: string) => void }) {
  if (keptCreatures.value.length === 0) return null;
  return (
    <section>
      <h3>{t('lab.herbarium.from')}</h3>
      <KeptShelf onOpen={onChoose} />
    </section>
  );
}

const nameOf = (word: string): string => (founderByKey(word) ? founderName(word) : t('lab.brought'));

/** A creature's link, of any bench or card, long or short, or its letters alone. */
function PasteLink({ onChoose }: { readonly onChoose: (word: string) => void }) {
  const [wrong, setWrong] = useState(false);
  const newest = useRef('');
  const take = async (said: string): Promise<void> => {
    newest.current = said;
    const word = await creatureIn(said);
    if (newest.current !== said) return;
    if (word !== null) onChoose(word);
    else setWrong(said.trim() !== '');
  };
  return (
    <div class="field">
      <label for="lab-paste">{t('lab.paste')}</label>
      <input
        id="lab-paste"
        class="input"
        aria-invalid={wrong}
        aria-describedby="lab-paste-hint"
        onInput={(event) => void take(event.currentTarget.value)}
      />
      <span id="lab-paste-hint" class="hint" role={wrong ? 'alert' : undefined}>
        {wrong ? t('lab.pasteWrong') : t('lab.pasteHint')}
      </span>
    </div>
  );
}
