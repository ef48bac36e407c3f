import type { Figure, Study } from '../../../shared/lab/twin-study.ts';
import { fixed, t } from '../../i18n/i18n.ts';

/** Half the width of a 95 % interval in standard errors. */
const SURE = 1.96;
/** The ends of the scale. */
const [LOW, HIGH] = [-0.25, 1.25];

const place = (value: number): number => (100 * (Math.min(HIGH, Math.max(LOW, value)) - LOW)) / (HIGH - LOW);

/** "0.43 ± 0.08". */
export const figureWords = ({ value, error }: Figure): string =>
  Number.isFinite(value) ? `${fixed(value, 2)} ± ${fixed(SURE * error, 2)}` : '–';

/** What the study measures, what Falconer makes of it, and what is true, each with its 95 % interval. */
export function Estimates({ study, truth }: { readonly study: Study; readonly truth: Figure | null }) {
  const lines: readonly (readonly [string, Figure])[] = [
    ['twins', study.twins],
    ['siblings', study.siblings],
    ['falconer', study.falconer],
    ...(truth ? [['truth', truth] as const] : []),
  ];
  return (
    <ul class="estimates">
      {lines.map(([name, figure]) => (
        <li key={name} class={`estimate-${name}`}>
          <span>{t(`lab.twin-study.estimate.${name}`)}</span>
          <span class="estimate-track" dir="ltr" aria-hidden="true">
            {[0, 0.5, 1].map((mark) => (
              <i key={mark} style={{ left: `${place(mark)}%` }} />
            ))}
            {Number.isFinite(figure.value) ? (
              <>
                <span
                  style={{
                    left: `${place(figure.value - SURE * figure.error)}%`,
                    right: `${100 - place(figure.value + SURE * figure.error)}%`,
                  }}
                />
                <b style={{ left: `${place(figure.value)}%` }} />
              </>
            ) : null}
          </span>
          <span class="numeric" dir="ltr">
            {figureWords(figure)}
          </span>
        </li>
      ))}
    </ul>
  );
}
