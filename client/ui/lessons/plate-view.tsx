import '../../styles/lesson-plate.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Plate, type PlateBody, seedlingOf } from '../../../shared/lessons/plate.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { number, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { nursery, Urgency } from '../../worker/nursery.ts';
import { show } from '../parts/picture.tsx';

interface Props {
  readonly plate: Plate;
  /** Told when every picture is there, or will not come. */
  readonly onReady?: () => void;
}

/** Rows of bodies, grown here and now. */
export function PlateView({ plate, onReady }: Props) {
  const left = useRef(plate.rows.reduce((sum, { bodies }) => sum + bodies.length, 0));
  const settled = (): void => {
    left.current--;
    if (left.current === 0) onReady?.();
  };
  return (
    <figure class="bench-plate">
      <figcaption>
        <strong>{plate.title}</strong> {plate.caption}
      </figcaption>
      {plate.rows.map(({ label, bodies }) => (
        <div key={label} class="bench-row">
          <p class="bench-label">{label}</p>
          <ol class="bench-bodies">
            {bodies.map((body) => (
              <Grown
                key={body.label}
                body={body}
                said={t('lessons.body', { name: body.label, row: label })}
                measures={plate.measures}
                onSettled={settled}
              />
            ))}
          </ol>
        </div>
      ))}
    </figure>
  );
}

interface GrownProps {
  readonly body: PlateBody;
  readonly said: string;
  readonly measures: TraitName | undefined;
  readonly onSettled: () => void;
}

function Grown({ body, said, measures, onSettled }: GrownProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [value, setValue] = useState<number | null>(null);
  useEffect(() => {
    const { silence } = body;
    const wish = nursery().ask(
      { kind: 'picture', of: seedlingOf(body), scale: 4, ...(silence ? { silence } : {}) },
      Urgency.visible,
    );
    wish.done
      .then((portrait) => {
        show(canvas.current, portrait);
        canvas.current?.classList.add('grown');
        if (measures) setValue(portrait.traits[TRAITS.indexOf(measures)] ?? 0);
      })
      // Without a picture the pale egg stays, and the page can still be printed.
      .catch(() => canvas.current?.classList.add('failed'))
      .finally(onSettled);
    return wish.cancel;
  }, [body]);
  return (
    <li>
      <canvas ref={canvas} class="creature" width={128} height={128} role="img" aria-label={said} />
      <span>
        {body.label}
        {measures && value !== null ? (
          <b title={traitName(measures)}>{t('lessons.measured', { value: number(value) })}</b>
        ) : null}
      </span>
    </li>
  );
}
