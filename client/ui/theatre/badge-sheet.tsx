import type { ReplayAbout } from '../../../shared/protocol/listings.ts';
import { hexOf } from '../../../shared/sim/hash.ts';
import { listed, t } from '../../i18n/i18n.ts';
import { base64url, type Provenance } from '../../session/provenance.ts';
import type { Standing } from '../../session/verification.ts';
import type { BadgeProps } from './badge.tsx';

interface Props extends BadgeProps {
  /** Null while it is being found out. */
  readonly provenance: Provenance | null;
  /** What the library tells of it; null where it tells nothing. */
  readonly about: ReplayAbout | null;
}

/** From this format on a chain runs through a recording. */
const CHAINED = 3;
/** So many letters tell keys apart for people. */
const KEY_LETTERS = 12;

/** Whose it is, whether it is whole, whether it is true, and where it comes from. */
export function BadgeSheet({ file, verification, bodies, provenance, about }: Props) {
  const { seal, format, mark, recording } = file;
  return (
    <div class="badge-sheet">
      <dl>
        <dt>{t('badge.whose')}</dt>
        <dd data-provenance={provenance ?? 'asking'}>
          {t(`badge.provenance.${provenance ?? 'asking'}`, {
            key: seal ? base64url(seal.key).slice(0, KEY_LETTERS) : '',
          })}
        </dd>
        <dt>{t('badge.whole')}</dt>
        <dd>
          {format >= CHAINED
            ? t('badge.chain', { count: Math.ceil(recording.frames.length / 2) })
            : t('badge.noChain', { format })}
        </dd>
        <dt>{t('badge.isTrue')}</dt>
        <dd>
          <Proof standing={verification.standing.value} bodies={bodies} />
          <div class="actions">
            <ProofButton {...{ verification }} />
          </div>
        </dd>
        {recording.origin ? (
          <>
            <dt>{t('badge.from')}</dt>
            <dd>
              <Origin {...{ file, about }} />
            </dd>
          </>
        ) : null}
        {about && about.branches.length > 0 ? (
          <>
            <dt>{t('badge.branches')}</dt>
            <dd>
              <ul>
                {about.branches.map(({ id, from }) => (
                  <li key={id}>
                    <a href={`/replay/${id}#g=${from + 1}`}>{t('badge.branchAt', { generation: from + 1 })}</a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        <dt>{t('badge.mark')}</dt>
        <dd>
          <code>{hexOf(mark)}</code>
        </dd>
      </dl>
    </div>
  );
}

function Proof({ standing, bodies }: { readonly standing: Standing; readonly bodies: number }) {
  switch (standing.kind) {
    case 'running':
      return (
        <>
          <p>{t('badge.growing', { grown: standing.grown, bodies })}</p>
          <progress max={Math.max(1, bodies)} value={standing.grown} aria-label={t('badge.isTrue')} />
        </>
      );
    case 'failed':
      return <p role="alert">{t('badge.failedWhy', { error: standing.error })}</p>;
    case 'told': {
      const { verdict } = standing;
      if (!verdict.accepted) {
        return (
          <>
            <p class="wrong">
              {verdict.generation === null ? t('badge.untold') : t('badge.falseAt', { generation: verdict.generation })}
            </p>
            <p class="quiet">{verdict.sentence}</p>
          </>
        );
      }
      return (
        <>
          <p>{t('badge.trueAll', { bodies, generations: verdict.generations })}</p>
          {verdict.unchecked ? <p class="quiet">{verdict.unchecked}</p> : null}
          {verdict.complete ? null : <p class="quiet">{t('badge.incomplete')}</p>}
        </>
      );
    }
    default:
      return <p>{t('badge.unaskedWhy', { bodies })}</p>;
  }
}

function ProofButton({ verification }: Pick<BadgeProps, 'verification'>) {
  const { kind } = verification.standing.value;
  if (kind === 'told') return null;
  return kind === 'running' ? (
    <button type="button" class="button small" onClick={verification.stop}>
      {t('badge.stop')}
    </button>
  ) : (
    <button type="button" class="button small primary" onClick={verification.start}>
      {t('badge.start')}
    </button>
  );
}

/** Of what it is a branch, and what was changed there. */
function Origin({ file, about }: Pick<Props, 'file' | 'about'>) {
  const { origin } = file.recording;
  if (!origin) return null;
  const parts = [...new Set(origin.anew.flatMap((drawing) => drawing.parts))];
  const generation = origin.from + 1;
  const parent = about?.parent?.id;
  return (
    <>
      <p>
        {parts.length > 0
          ? t('badge.anew', { generation, parts: listed(parts.map((part) => t(`badge.part.${part}`))) })
          : t('badge.otherCards', { generation })}
      </p>
      {parent ? (
        <a href={`/replay/${parent}#g=${generation}`}>{t('badge.toParent')}</a>
      ) : (
        <p class="quiet">
          {t('badge.parentMark')} <code>{hexOf(origin.parent)}</code>
        </p>
      )}
    </>
  );
}
