import type { Beside } from '../../../shared/lab/knock-outs.ts';
import { percent, t } from '../../i18n/i18n.ts';
import { BodyPicture } from '../frame/body-picture.tsx';
import { Where } from '../twins/where.tsx';

interface Props {
  readonly of: Beside;
  /** Of each embryo, in the order of its bodies: whole, without a gene … */
  readonly rows: readonly string[];
  readonly twins: number;
}

/** Whole and changed, embryo by embryo from the same noise, and where they differ. */
export function BesideView({ of, rows, twins }: Props) {
  const { bodies, changed, chance, failed } = of;
  const embryos = Array.from({ length: bodies.length / rows.length }, (_, at) => 'ABCDEFGH'.charAt(at));
  return (
    <div class={rows.length > 2 ? 'beside many' : 'beside'}>
      <div class="beside-rows">
        {rows.map((row, at) => (
          <figure key={row}>
            <figcaption>{row}</figcaption>
            <ol>
              {embryos.map((letter, embryo) => {
                const body = bodies[embryo * rows.length + at];
                return body ? (
                  <li key={letter}>
                    <BodyPicture body={body} scale={8} label={t('lab.knock-outs.body', { row, letter })} />
                    <span aria-hidden="true">{letter}</span>
                  </li>
                ) : null;
              })}
            </ol>
          </figure>
        ))}
      </div>
      <section>
        <h2>{t('lab.knock-outs.where')}</h2>
        <Where shares={of.where} />
        <p class="quiet">{t('lab.knock-outs.whereText', { twins })}</p>
        <p aria-live="polite">
          {t('lab.knock-outs.said', { changed: percent(changed), chance: percent(chance) })}{' '}
          {failed > 0 ? t('lab.knock-outs.failed', { count: failed, twins }) : null}
        </p>
      </section>
    </div>
  );
}
