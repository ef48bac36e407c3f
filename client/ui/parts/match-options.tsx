import '../../styles/match-options.css';
import type { CreateOptions } from '../../../shared/protocol/messages.ts';
import { BRIEFS, GAMES } from '../../../shared/sim/settings.ts';
import { DUEL_CAPACITY } from '../../../shared/sim/world/duel.ts';
import { t } from '../../i18n/i18n.ts';

/** What kind of match it is to be. */
export type Options = Required<Pick<CreateOptions, 'game' | 'shock' | 'briefs' | 'timers'>>;

/** An open match without anything more. In a class people take the time that they need. */
export const USUAL_OPTIONS: Options = { game: 'open', shock: false, briefs: 'none', timers: false };

interface Props {
  readonly options: Options;
  /** Whether somebody hosts the match, and so may switch timers. */
  readonly hosted: boolean;
  readonly onChange: (options: Options) => void;
}

/** The choices that make one match different from another, each with a sentence. */
export function MatchOptions({ options, hosted, onChange }: Props) {
  return (
    <div class="match-options">
      <fieldset>
        <legend>{t('options.game')}</legend>
        {GAMES.map((game) => (
          <label key={game} class={options.game === game ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name="game"
              value={game}
              checked={options.game === game}
              onChange={() => onChange({ ...options, game })}
            />
            <span>
              <strong>{t(`options.games.${game}.name`)}</strong>
              <span class="hint">{t(`options.games.${game}.text`, DUEL_CAPACITY)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('options.briefs')}</legend>
        {BRIEFS.map((briefs) => (
          <label key={briefs} class={options.briefs === briefs ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name="briefs"
              value={briefs}
              checked={options.briefs === briefs}
              onChange={() => onChange({ ...options, briefs })}
            />
            <span>
              <strong>{t(`options.briefModes.${briefs}.name`)}</strong>
              <span class="hint">{t(`options.briefModes.${briefs}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('options.more')}</legend>
        {(hosted ? (['shock', 'timers'] as const) : (['shock'] as const)).map((name) => (
          <label key={name} class={options[name] ? 'choice chosen' : 'choice'}>
            <input
              type="checkbox"
              name={name}
              checked={options[name]}
              onChange={(event) => onChange({ ...options, [name]: event.currentTarget.checked })}
            />
            <span>
              <strong>{t(`options.${name}.name`)}</strong>
              <span class="hint">{t(`options.${name}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
