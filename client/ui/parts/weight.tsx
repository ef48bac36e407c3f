import '../../styles/weight.css';
import { useEffect, useState } from 'preact/hooks';
import { BODY_BYTES } from '../../../shared/sim/embryo/body.ts';
import { fixed, t } from '../../i18n/i18n.ts';
import type { Weight as Bytes, Seedling } from '../../worker/jobs.ts';
import { nursery, Urgency } from '../../worker/nursery.ts';
import { seedlingKey } from '../../worker/seedling-key.ts';

/** The genome's length in bytes beside that of the body grown from it, as it is and deflated. */
export function Weight({ of }: { readonly of: Seedling }) {
  const [bytes, setBytes] = useState<Bytes | null>(null);
  useEffect(() => {
    const wish = nursery().ask({ kind: 'weigh', of }, Urgency.visible);
    // Without it the plain lengths are told.
    wish.done.then(setBytes, () => undefined);
    return wish.cancel;
  }, [seedlingKey(of)]);
  const genome = of.genome.length;
  const rows = [
    { key: 'genome', length: genome },
    { key: 'body', length: BODY_BYTES },
    ...(bytes ? [{ key: 'packed', length: bytes.bodyDeflated }] : []),
  ];
  return (
    <div class="weight">
      <dl>
        {rows.map(({ key, length }) => (
          <div key={key}>
            <dt>{t(`weight.${key}`)}</dt>
            <dd>
              <span class={`bar ${key}`} style={{ inlineSize: `${(length / BODY_BYTES) * 100}%` }} />
              <span class="numeric">{t('weight.bytes', { bytes: length })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {bytes
          ? t('weight.ratio', {
              ratio: fixed(BODY_BYTES / genome, 0),
              packed: bytes.bodyDeflated,
              packedRatio: fixed(bytes.bodyDeflated / genome, 1),
            })
          : t('weight.none')}
      </p>
    </div>
  );
}
