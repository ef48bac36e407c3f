import type { Rule } from '../../../shared/protocol/class-messages.ts';
import { TEAM_LIMITS } from '../../../shared/protocol/wire.ts';
import { t } from '../../i18n/i18n.ts';
import type { Roster } from '../../session/roster.ts';
import type { ActOnClass } from './console-board.tsx';

interface Props {
  readonly roster: Roster;
  readonly actOnClass: ActOnClass;
}

type Group = readonly [title: string, rules: readonly Rule[]];

/** One beside the other; short ones share a column, so that the class stays in view below. */
const COLUMNS: readonly (readonly Group[])[] = [
  [['doors', ['locked', 'lateJoining']]],
  [['names', ['ownNames', 'approval', 'namesShown']]],
  [
    ['scores', ['ranksShown']],
    ['talk', ['phrases']],
  ],
];

const TEAM_COUNTS = [0, ...Array.from({ length: TEAM_LIMITS.most - 1 }, (_, at) => at + TEAM_LIMITS.least)];

/** Who may come in, what is seen of whom, and in how many teams: each a switch that works at once. */
export function RoomRules({ roster, actOnClass }: Props) {
  return (
    <section class="room-rules" aria-label={t('console.rules')}>
      {COLUMNS.map((groups) => (
        <div key={groups[0]?.[0]}>
          {groups.map(([title, rules]) => (
            <fieldset key={title}>
              <legend>{t(`console.group.${title}`)}</legend>
              {rules.map((rule) => (
                <label key={rule} class="switch">
                  <input
                    type="checkbox"
                    name={rule}
                    checked={roster.rules[rule]}
                    onChange={(event) => void actOnClass({ do: 'rule', rule, on: event.currentTarget.checked })}
                  />
                  <span>{t(`console.rule.${rule}`)}</span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      ))}
      <div class="field">
        <label for="console-teams">{t('console.teams')}</label>
        <select
          id="console-teams"
          class="input"
          value={String(roster.teams)}
          onChange={(event) => void actOnClass({ do: 'teams', teams: Number(event.currentTarget.value) })}
        >
          {TEAM_COUNTS.map((count) => (
            <option key={count} value={String(count)}>
              {count === 0 ? t('console.noTeams') : t('console.teamCount', { count })}
            </option>
          ))}
        </select>
        <span class="hint">{t('console.teamsHint')}</span>
      </div>
    </section>
  );
}
