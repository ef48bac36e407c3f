import '../../styles/roster.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { LiveSource } from '../../net/live-source.ts';
import { namesOf, type Roster, type RosterPerson, type Standing, standingOf } from '../../session/roster.ts';
import type { ActOnClass } from './console-board.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { StandingSign } from './standing-sign.tsx';

interface Props {
  readonly source: LiveSource;
  readonly roster: Roster;
  readonly actOnClass: ActOnClass;
}

/** In the order in which a teacher looks: who needs something first. */
const STANDINGS: readonly Standing[] = ['waiting', 'stuck', 'gone', 'working', 'ready', 'removed'];
/** How often it is looked at again who has been still for long. */
const LOOK_MS = 5_000;

/** Everybody at a glance, and each a click away. */
export function RosterPanel({ source, roster, actOnClass }: Props) {
  const [only, setOnly] = useState<Standing | null>(null);
  const [opened, setOpened] = useState('');
  const now = useNow();
  const { phase, lesson } = source.table.value;
  const since = useMemo(() => performance.now(), [phase, lesson?.step]);
  const people = roster.people.map((person) => ({
    person,
    standing: standingOf(person, since, now),
  }));
  const counts = STANDINGS.map((standing) => ({
    standing,
    count: people.filter((each) => each.standing === standing).length,
  }));
  const shown = people.filter(({ standing }) => (only === null ? standing !== 'removed' : standing === only));
  const waiting = counts.find(({ standing }) => standing === 'waiting')?.count ?? 0;
  const person = roster.people.find(({ id }) => id === opened);
  return (
    <section class="roster" aria-label={t('console.roster')}>
      <div class="roster-head">
        <h2>{t('console.roster')}</h2>
        <fieldset class="roster-filter">
          <legend class="visually-hidden">{t('console.filter')}</legend>
          {counts
            .filter(({ standing, count }) => count > 0 || standing === only)
            .map(({ standing, count }) => (
              <button
                key={standing}
                type="button"
                class={`tally ${standing}`}
                aria-pressed={only === standing}
                onClick={() => setOnly(only === standing ? null : standing)}
              >
                <StandingSign standing={standing} />
                {t(`console.standing.${standing}`)} <strong class="numeric">{count}</strong>
              </button>
            ))}
        </fieldset>
        {waiting > 0 ? (
          <button type="button" class="button small" onClick={() => void actOnClass({ do: 'approveAll' })}>
            {t('console.approveAll', { count: waiting })}
          </button>
        ) : null}
      </div>
      {people.length === 0 ? <p class="roster-empty">{t('console.nobody')}</p> : null}
      <ul class="people">
        {shown.map((each) => (
          <li key={each.person.id}>
            <PersonButton {...each} onOpen={() => setOpened(each.person.id)} />
          </li>
        ))}
      </ul>
      {person ? (
        <PersonSheet
          key={person.id}
          person={person}
          teams={roster.teams}
          actOnClass={actOnClass}
          onClose={() => setOpened('')}
        />
      ) : null}
    </section>
  );
}

interface PersonProps {
  readonly person: RosterPerson;
  readonly standing: Standing;
  readonly onOpen: () => void;
}

function PersonButton({ person, standing, onOpen }: PersonProps) {
  const { team, hidden, names } = person;
  return (
    <button type="button" class={`person ${standing}`} data-standing={standing} onClick={onOpen}>
      <StandingSign standing={standing} />
      <span class="person-name" title={namesOf(person)}>
        {namesOf(person)}
      </span>
      <span class="person-notes">
        {[
          t(`console.standing.${standing}`),
          ...(team > 0 ? [t('console.inTeam', { team })] : []),
          ...(names.length > 1 ? [t('console.atDevice', { count: names.length })] : []),
          ...(hidden ? [t('console.isHidden')] : []),
        ].join(' · ')}
      </span>
    </button>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
