import '../../styles/self-panel.css';
import { useState } from 'preact/hooks';
import type { SelfView } from '../../../shared/protocol/class-messages.ts';
import { MOST_AT_DEVICE, NAME_LETTERS } from '../../../shared/protocol/wire.ts';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { Modal } from '../parts/modal.tsx';

/** In the room's list of people: who sits at this device, as others see them. */
export function SelfPanel({ source }: { readonly source: WorldSource }) {
  const self = selfIn(source);
  const [open, setOpen] = useState(false);
  if (self === null) return null;
  return (
    <section class="self-panel" aria-label={t('class.self')}>
      <p>
        {t('class.youAre')} <strong>{self.names.join(' & ')}</strong>
        {self.team > 0 ? ` · ${t('class.team', { team: self.team })}` : ''}
      </p>
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        {t(self.mayChoose ? 'class.changeNames' : 'class.changeCount')}
      </button>
      {open ? <SelfSheet source={source} self={self} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

/** The same in the bar over everything, small: where a lesson fills the screen it is the only way. */
export function SelfChip({ source }: { readonly source: WorldSource }) {
  const self = selfIn(source);
  const [open, setOpen] = useState(false);
  if (self === null) return null;
  const names = self.names.join(' & ');
  return (
    <>
      <button type="button" class="button small self-chip" title={names} onClick={() => setOpen(true)}>
        <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
          <path d="M10 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm-7 16c0-4 3-6.5 7-6.5s7 2.5 7 6.5Z" fill="currentColor" />
        </svg>
        <span class="visually-hidden">{t('class.youAre')} </span>
        <span class="self-name">{names}</span>
      </button>
      {open ? <SelfSheet source={source} self={self} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const selfIn = (source: WorldSource): SelfView | null =>
  source.table.value.mode === 'private' ? (source.self?.value ?? null) : null;

interface SheetProps {
  readonly source: WorldSource;
  readonly self: SelfView;
  readonly onClose: () => void;
}

/** How many sit here, and their names where they may choose. */
function SelfSheet({ source, self, onClose }: SheetProps) {
  return (
    <Modal title={self.names.join(' & ')} onClose={onClose}>
      {self.shown ? null : <p class="quiet">{t('class.notShown')}</p>}
      <Names key={self.names.join()} source={source} self={self} onDone={onClose} />
    </Modal>
  );
}

interface Props {
  readonly source: WorldSource;
  readonly self: SelfView;
  readonly onDone: () => void;
}

function Names({ source, self, onDone }: Props) {
  const [names, setNames] = useState(self.names);
  const [refusal, setRefusal] = useState('');
  const put = (at: number, name: string): void => setNames(names.map((each, other) => (other === at ? name : each)));
  const send = async (): Promise<void> => {
    const answer = await source.send({ kind: 'name', names: [...names] });
    setRefusal(answer.ok ? '' : (answer.error ?? ''));
    if (answer.ok) onDone();
  };
  return (
    <form
      class="self-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset class="how-many">
        <legend>{t('class.howMany')}</legend>
        {Array.from({ length: MOST_AT_DEVICE }, (_, at) => at + 1).map((count) => (
          <label key={count} class={names.length === count ? 'chosen' : ''}>
            <input
              type="radio"
              name="how-many"
              class="visually-hidden"
              checked={names.length === count}
              onChange={() => setNames(Array.from({ length: count }, (_, at) => names[at] ?? self.names[at] ?? ''))}
            />
            <span class="numeric">{count}</span>
          </label>
        ))}
      </fieldset>
      {self.mayChoose
        ? names.map((name, at) => (
            <div key={at} class="field">
              <label for={`name-${at}`}>{t('class.nameOf', { number: at + 1 })}</label>
              <input
                id={`name-${at}`}
                class="input"
                value={name}
                maxLength={2 * NAME_LETTERS}
                autocomplete="off"
                placeholder={t('class.given')}
                onInput={(event) => put(at, event.currentTarget.value)}
              />
            </div>
          ))
        : null}
      {self.mayChoose ? <p class="quiet">{t('class.namesHint', { most: NAME_LETTERS })}</p> : null}
      {refusal ? (
        <p class="wrong" role="alert">
          {refusal}
        </p>
      ) : null}
      <p class="actions">
        <button type="submit" class="button primary small">
          {t('class.keep')}
        </button>
      </p>
    </form>
  );
}
