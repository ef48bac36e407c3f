import { MOMENTS, type Outcome, STRENGTHS } from '../../../shared/lab/landscape/kick.ts';
import { number, percent, t } from '../../i18n/i18n.ts';

interface Props {
  readonly outcomes: readonly Outcome[];
  readonly strength: number;
  readonly step: number;
  readonly onChoose: (strength: number, step: number) => void;
}

/** How many kicked cells come home, for each strength and moment; a cell is a button that turns both dials. */
export function Rates({ outcomes, strength, step, onChoose }: Props) {
  return (
    <table class="rates">
      <thead>
        <tr>
          <th scope="col">{t('lab.landscape.kickAt')}</th>
          {MOMENTS.map((moment) => (
            <th key={moment} scope="col">
              {number(moment)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STRENGTHS.map((each, row) => (
          <tr key={each}>
            <th scope="row">{percent(each / 100)}</th>
            {MOMENTS.map((moment, column) => {
              const share = shareOf(outcomes[row * MOMENTS.length + column]);
              return (
                <td key={moment}>
                  <button
                    type="button"
                    style={{ '--share': share }}
                    aria-pressed={each === strength && moment === step}
                    aria-label={t('lab.landscape.rate', {
                      strength: percent(each / 100),
                      step: moment,
                      share: percent(share),
                    })}
                    onClick={() => onChoose(each, moment)}
                  >
                    {percent(share)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shareOf = (outcome: Outcome | undefined): number =>
  outcome && outcome.kicked > 0 ? outcome.home / outcome.kicked : 0;
