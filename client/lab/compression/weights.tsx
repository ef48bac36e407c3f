import { DECODER, type Study } from '../../../shared/lab/compression/compression.ts';
import { fixed, number, t } from '../../i18n/i18n.ts';

/** Everything in bytes, drawn to one scale. */
export function Weights({ of }: { readonly of: Study }) {
  const rows = weightsOf(of);
  const most = Math.max(...rows.map(({ bytes }) => bytes));
  return (
    <ul class="weights">
      {rows.map(({ name, bytes, deflated }) => (
        <li key={name}>
          <span>{t(`lab.compression.weight.${name}`)}</span>
          <span class="weight-bar">
            <i style={{ inlineSize: `${(100 * bytes) / most}%` }} />
            <i class="deflated" style={{ inlineSize: `${(100 * deflated) / most}%` }} />
          </span>
          <span class="numeric">
            {number(bytes)} <b>{t('lab.compression.deflated', { bytes: number(deflated) })}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is weighed, the genome first. */
export const weightsOf = ({ genome, body, still, map }: Study) => [
  { name: 'genome', ...genome },
  { name: 'body', ...body },
  { name: 'still', ...still },
  { name: 'map', ...map },
  { name: 'decoder', ...DECODER },
];

/** What the numbers come to: the ratio, and from how many kinds on the decoder pays. */
export function saySizes({ genome, still, map }: Study): string {
  const saved = still.deflated - genome.deflated;
  const said = t('lab.compression.ratio', {
    map: fixed(map.deflated / genome.deflated, 1),
    body: fixed(still.deflated / genome.deflated, 1),
  });
  return saved > 0 ? `${said} ${t('lab.compression.pays', { count: Math.ceil(DECODER.deflated / saved) })}` : said;
}
