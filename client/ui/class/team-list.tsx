import type { Score } from '../../../shared/sim/scores.ts';
import { fixed, t } from '../../i18n/i18n.ts';
import { teamScores } from '../../session/team-scores.ts';
import type { StewardView } from '../../session/world-source.ts';

interface Props {
  readonly stewards: readonly StewardView[];
  readonly scores: readonly Score[];
}

/** How the teams of a class stand; nothing where there are none. */
export function TeamList({ stewards, scores }: Props) {
  const teams = teamScores(stewards, scores);
  if (teams.length === 0) return null;
  return (
    <section class="team-list" aria-label={t('class.teams')}>
      <h3>{t('class.teams')}</h3>
      <ol>
        {teams.map(({ team, total, habitats }) => (
          <li key={team}>
            <strong>{t('class.team', { team })}</strong>{' '}
            <span class="numeric">{t('class.teamScore', { score: fixed(total, 1), count: habitats })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
