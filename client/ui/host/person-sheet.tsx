import { useState } from 'preact/hooks';
import { MOST_AT_DEVICE, NAME_LETTERS } from '../../../shared/protocol/wire.ts';
import { t } from '../../i18n/i18n.ts';
import { namesOf, type RosterPerson } from '../../session/roster.ts';
import { Modal } from '../parts/modal.tsx';
import type { ActOnClass } from './console-board.tsx';

interface Props {
  readonly person: RosterPerson;
  readonly teams: number;
  readonly actOnClass: ActOnClass;
  readonly onClose: () => void;
}

/** What a teacher may do with one device and who sits at it. */
export function PersonSheet({ person, teams, actOnClass, onClose }: Props) {
  const { id, approved, hidden, removed, team, seat } = person;
  return (
    <Modal title={namesOf(person)} onClose={onClose}>
      <div class="person-sheet">
        {removed ? (
          <>
            <p>{t('console.removedText')}</p>
            <p class="actions">
              <button
                type="button"
                class="button primary"
                onClick={() => void actOnClass({ do: 'remove', person: id, on: false })}
              >
                {t('console.letBack')}
              </button>
            </p>
          </>
        ) : (
          <>
            <p class="quiet">{seat < 0 ? t('console.noHabitat') : t('console.atHabitat', { number: seat + 1 })}</p>
            <label class="switch">
              <input
                type="checkbox"
                checked={approved}
                onChange={(event) => void actOnClass({ do: 'approve', person: id, on: event.currentTarget.checked })}
              />
              <span>{t('console.approved')}</span>
            </label>
            <label class="switch">
              <input
                type="checkbox"
                checked={hidden}
                onChange={(event) => void actOnClass({ do: 'hide', person: id, on: event.currentTarget.checked })}
              />
              <span>{t('console.hide')}</span>
            </label>
            <Rename person={person} actOnClass={actOnClass} />
            {teams > 0 ? (
              <div class="field">
                <label for="person-team">{t('console.team')}</label>
                <select
                  id="person-team"
                  class="input"
                  value={String(team)}
                  onChange={(event) =>
                    void actOnClass({ do: 'team', person: id, team: Number(event.currentTarget.value) })
                  }
                >
                  {Array.from({ length: teams + 1 }, (_, number) => (
                    <option key={number} value={String(number)}>
                      {number === 0 ? t('console.noTeam') : t('console.inTeam', { team: number })}
                    </option>
                  ))}
                </select>
              </div>
            ) : null}
            <p class="actions">
              <button
                type="button"
                class="button"
                onClick={() => {
                  onClose();
                  void actOnClass({ do: 'remove', person: id, on: true });
                }}
              >
                {t('console.remove')}
              </button>
            </p>
            <p class="hint">{t('console.removeHint')}</p>
          </>
        )}
      </div>
    </Modal>
  );
}

/** A name for each who sits there; an empty one is given. */
function Rename({ person, actOnClass }: Pick<Props, 'person' | 'actOnClass'>) {
  const [names, setNames] = useState<readonly string[]>(person.names);
  const [refusal, setRefusal] = useState('');
  const put = (at: number, name: string): void => setNames(names.map((each, other) => (other === at ? name : each)));
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        void actOnClass({ do: 'rename', person: person.id, names: [...names] }).then(setRefusal);
      }}
    >
      {names.map((name, at) => (
        <div key={at} class="field">
          <label for={`rename-${at}`}>{t('console.nameOf', { number: at + 1 })}</label>
          <input
            id={`rename-${at}`}
            class="input"
            value={name}
            maxLength={4 * NAME_LETTERS}
            autocomplete="off"
            onInput={(event) => put(at, event.currentTarget.value)}
          />
        </div>
      ))}
      {refusal ? (
        <p class="wrong" role="alert">
          {refusal}
        </p>
      ) : null}
      <p class="actions">
        <button type="submit" class="button small">
          {t('console.rename')}
        </button>
        {names.length < MOST_AT_DEVICE ? (
          <button type="button" class="button small" onClick={() => setNames([...names, ''])}>
            {t('console.onePersonMore')}
          </button>
        ) : null}
        {names.length > 1 ? (
          <button type="button" class="button small" onClick={() => setNames(names.slice(0, -1))}>
            {t('console.onePersonLess')}
          </button>
        ) : null}
      </p>
    </form>
  );
}
