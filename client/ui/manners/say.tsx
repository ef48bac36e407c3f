import '../../styles/manners.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isSign, PHRASES, type Phrase } from '../../../shared/protocol/manners.ts';
import { t } from '../../i18n/i18n.ts';
import type { Manners } from '../../session/manners.ts';
import { useDropDown } from '../parts/use-drop-down.ts';
import { useManners } from './context.ts';
import { MuteAll } from './mute-all.tsx';
import { PhraseView } from './saying.tsx';

/** A button that opens what one may say to everybody here; nothing where nothing may be said. */
export function Say() {
  const manners = useManners();
  return manners?.maySpeak.value ? <SayButton manners={manners} /> : null;
}

function SayButton({ manners }: { readonly manners: Manners }) {
  const { box, open, setOpen } = useDropDown();
  const [refusal, setRefusal] = useState('');
  const id = useId();
  const cooling = manners.cooling.value;
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) sheet.current?.querySelector<HTMLElement>('.phrases button')?.focus();
  }, [open]);
  const say = async (phrase: Phrase): Promise<void> => {
    if (cooling) return;
    const sentence = await manners.say(phrase);
    setRefusal(sentence);
    if (sentence !== '') return;
    if (box.current?.contains(document.activeElement)) box.current.querySelector('button')?.focus();
    setOpen(false);
  };
  const choice = (phrase: Phrase) => (
    <button
      key={phrase}
      type="button"
      data-phrase={phrase}
      title={isSign(phrase) ? t(`manners.phrase.${phrase}`) : undefined}
      aria-disabled={cooling}
      onClick={() => void say(phrase)}
    >
      <PhraseView phrase={phrase} />
    </button>
  );
  return (
    <div class="say" ref={box}>
      <button
        type="button"
        class={cooling ? 'button small say-button cooling' : 'button small say-button'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setRefusal('');
          setOpen(!open);
        }}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path
            d="M3 4.5h14a1.2 1.2 0 0 1 1.2 1.2v7.6a1.2 1.2 0 0 1-1.2 1.2H9.5L5.8 18v-3.5H3a1.2 1.2 0 0 1-1.2-1.2V5.7A1.2 1.2 0 0 1 3 4.5Z"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linejoin="round"
          />
        </svg>
        <span>{t('manners.say')}</span>
      </button>
      <section id={id} ref={sheet} class="say-sheet" aria-label={t('manners.sayWhat')} hidden={!open}>
        {open ? (
          <>
            <p class="say-state" role="status">
              {refusal || (cooling ? t('manners.cooling') : t('manners.sayHint'))}
            </p>
            <div class="phrases signs">{PHRASES.filter(isSign).map(choice)}</div>
            <div class="phrases">{PHRASES.filter((phrase) => !isSign(phrase)).map(choice)}</div>
            <MuteAll />
          </>
        ) : null}
      </section>
    </div>
  );
}
