import '../../styles/badge.css';
import { useEffect, useState } from 'preact/hooks';
import type { ReplayAbout } from '../../../shared/protocol/listings.ts';
import type { RecordingFile } from '../../../shared/replay/recording.ts';
import { percent, t } from '../../i18n/i18n.ts';
import { fetchAbout, fetchSealKey } from '../../net/library.ts';
import { type Provenance, provenanceOf } from '../../session/provenance.ts';
import type { Verification } from '../../session/verification.ts';
import { Modal } from '../parts/modal.tsx';
import { BadgeSheet } from './badge-sheet.tsx';

export interface BadgeProps {
  readonly file: RecordingFile;
  /** Empty for a file of one's own. */
  readonly id: string;
  readonly verification: Verification;
  /** How many bodies there are to grow. */
  readonly bodies: number;
}

/** Whether the recording is to be believed, in two words; a press tells all. */
export function Badge(props: BadgeProps) {
  const { file, id, verification, bodies } = props;
  const [open, setOpen] = useState(false);
  const provenance = useProvenance(file);
  const about = useAbout(id);
  const standing = verification.standing.value;
  const state = standing.kind === 'told' ? (standing.verdict.accepted ? 'true' : 'false') : standing.kind;
  const words =
    standing.kind === 'running'
      ? t('badge.running', { share: percent(bodies > 0 ? standing.grown / bodies : 0) })
      : t(`badge.${state}`);
  return (
    <>
      <button type="button" class={`button small badge ${state}`} onClick={() => setOpen(true)}>
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d={PATHS[state] ?? PATHS.unasked} />
        </svg>
        <span class="numeric">{words}</span>
        {provenance === 'here' ? <span class="badge-seal">{t('badge.sealedHere')}</span> : null}
      </button>
      {open ? (
        <Modal title={t('badge.title')} onClose={() => setOpen(false)}>
          <BadgeSheet {...props} provenance={provenance} about={about} />
        </Modal>
      ) : null}
    </>
  );
}

/** A tick, a cross, and a ring for what is open. */
const PATHS: Readonly<Record<string, string>> = {
  true: 'M3 10l5 5 9-11',
  false: 'M4 4l12 12M16 4L4 16',
  unasked: 'M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14Z',
};

function useProvenance(file: RecordingFile): Provenance | null {
  const [provenance, setProvenance] = useState<Provenance | null>(null);
  useEffect(() => {
    let gone = false;
    const serverKey = async (): Promise<string | null> => {
      const key = await fetchSealKey();
      return key.ok ? key.value : null;
    };
    provenanceOf(file, serverKey).then(
      (found) => gone || setProvenance(found),
      // What checks the signature could not be loaded.
      () => gone || setProvenance('unknown'),
    );
    return () => {
      gone = true;
    };
  }, [file]);
  return provenance;
}

function useAbout(id: string): ReplayAbout | null {
  const [about, setAbout] = useState<ReplayAbout | null>(null);
  useEffect(() => {
    let gone = false;
    setAbout(null);
    // A file of one's own is known to nobody; and without what the library knows, the sheet tells what the file says.
    if (id) void fetchAbout(id).then((told) => gone || setAbout(told.ok ? told.value : null));
    return () => {
      gone = true;
    };
  }, [id]);
  return about;
}
