/** The library: takes files in, looks through matches that have ended, tells of both, and forgets what is old. */
import { availableParallelism, loadavg } from 'node:os';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { Refusal, ReplayAbout, ReplayListing, Uploaded } from '../../shared/protocol/listings.ts';
import { createSealer } from '../../shared/replay/seal.ts';
import { isOver, recordingOf } from '../match/recording.ts';
import { freshSecret, hashSecret } from '../match/secrets.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { RecordingSummary, StoredRecording, Verification } from '../persistence/library-store.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import { isTransient } from '../persistence/transient.ts';
import { everyHour, keptUntil } from '../retention.ts';
import { createBackground } from './background.ts';
import { createReaders, type ReaderLimits } from './readers.ts';

export interface LibraryParts {
  readonly repository: MatchRepository;
  /** 32 bytes: by it recordings of this server are sealed. */
  readonly sealKey: Uint8Array;
  /** After how many days recordings that nobody keeps are deleted. */
  readonly recordingDays: number;
  /** Megabytes of all files together. */
  readonly libraryMb: number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly metrics: Pick<Metrics, 'uploaded' | 'verified' | 'stored' | 'error'>;
  readonly limits?: ReaderLimits;
  /** Whether the machine has no time to spare for proving its own matches; for tests. */
  readonly busy?: () => boolean;
}

export interface Library {
  /** The public half of the key of its seals: 32 bytes. */
  readonly sealedBy: Uint8Array;
  /** Takes a file in, or says why not. */
  take(bytes: Uint8Array): Promise<Uploaded | Refusal>;
  /** A file was turned away before it was read, for that reason: counted like those that are not taken. */
  turnedAway(reason: string): void;
  /** A recording as a file: a match's, sealed once it is over, or one that was brought, as it was. Null where there is none. */
  fileOf(id: string): Promise<Uint8Array | null>;
  aboutOf(recording: StoredRecording): Promise<ReplayAbout>;
  /** A match has ended: it is looked through as soon as there is time. */
  ended(matchId: string): void;
  /** Begins to do every hour what has to be done: forget what is old, look through and verify what was left. */
  start(): void;
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const MEGABYTE = 1_000_000;
const DAY_MS = 24 * 60 * 60_000;
const MOST_BRANCHES = 200;
/** What is looked for at a time. */
const SWEEP = 100;
/** A file that came within this time is being verified by the process to which it came. */
const UNDER_WAY_MS = 30 * 60_000;

const AWAY: Refusal = {
  reason: 'libraryAway',
  error: 'The library cannot be reached just now. Your recording is safe in its file: try again in a few minutes.',
};
const FULL: Refusal = {
  reason: 'libraryFull',
  error: 'This server’s library is full, so it takes no more recordings. Yours is safe in its file: keep that.',
};

/** More wants to run on this machine than it has processors: always false where the system keeps no such count. */
const isBusy = (): boolean => (loadavg()[0] ?? 0) > availableParallelism();

/** What a list tells of a recording. */
export const listingOf = ({ events, verified, ...rest }: RecordingSummary): ReplayListing => ({
  ...rest,
  events: [...(events ?? [])],
  verified: verified === 'true' ? true : verified === 'false' ? false : null,
});

export function createLibrary(parts: LibraryParts): Library {
  const { repository, recordingDays, libraryMb, log, metrics, limits, busy = isBusy } = parts;
  const readers = createReaders(limits);
  const seal = createSealer(parts.sealKey);
  /** What a database that is away makes impossible is no fault of ours. */
  const troubled = (error: unknown, about: object, what: string): void => {
    if (isTransient(error)) {
      log.warn({ error, ...about }, what);
      return;
    }
    metrics.error('library');
    log.error({ error, ...about }, what);
  };
  const background = createBackground((key, error) => {
    troubled(error, { job: key }, 'a recording could not be looked through; the next try is within an hour');
  });
  metrics.stored(() => repository.storedBytes());

  const settle = async (matchId: string): Promise<void> => {
    const known = await repository.readRecording(matchId);
    const match = known?.events === null ? await repository.readMatch(matchId) : null;
    if (match === null || !(await isOver(repository, match))) return;
    const survey = match.frames.length === 0 ? null : await readers.surveyOwn(recordingOf(match, true));
    const damaged = survey !== null && 'reason' in survey;
    if (damaged) log.warn({ match: matchId, why: survey.error }, 'a recorded match cannot be read');
    await repository.settleRecording(matchId, damaged ? null : survey);
    if (damaged || survey === null) await repository.putVerification(matchId, 'cannot');
    else verifyLater(matchId);
  };

  /** A match or a file. */
  const bytesOf = async (id: string): Promise<Uint8Array | null> => {
    const match = await repository.readMatch(id);
    return match === null ? repository.recordingBytes(id) : recordingOf(match, await isOver(repository, match), seal);
  };
  const verify = async (id: string): Promise<void> => {
    const known = await repository.readRecording(id);
    if (known === null || known.verified !== 'unseen') return;
    // People wait for word of a file that they brought; nobody does for that of a match, which the next sweep finds again.
    if (known.kind === 'match' && busy()) return;
    const bytes = await bytesOf(id);
    if (bytes === null) return;
    const isTrue = await readers.verify(bytes);
    const verified: Verification = isTrue === null ? 'cannot' : isTrue ? 'true' : 'false';
    await repository.putVerification(id, verified);
    metrics.verified(verified);
    log.info({ recording: id, verified }, 'a recording was grown again');
  };
  const settleLater = (id: string): void => background.add(`match ${id}`, () => settle(id));
  const verifyLater = (id: string): void => background.add(`bodies of ${id}`, () => verify(id));

  const forgetOld = async (moment: number): Promise<void> => {
    let forgotten = 0;
    for (let some = SWEEP; some === SWEEP; forgotten += some) {
      some = await repository.forgetRecordingsBefore(moment, SWEEP);
    }
    if (forgotten > 0) log.info({ recordings: forgotten, recordingDays }, 'old recordings were deleted');
  };
  const sweep = async (): Promise<void> => {
    try {
      await forgetOld(Date.now() - recordingDays * DAY_MS);
      for (const id of await repository.unsettled(SWEEP)) settleLater(id);
      for (const id of await repository.unverified(Date.now() - UNDER_WAY_MS, SWEEP)) verifyLater(id);
    } catch (error) {
      troubled(error, {}, 'the library could not be tidied; the next try is in an hour');
    }
  };

  const take = async (bytes: Uint8Array): Promise<Uploaded | Refusal> => {
    const found = await readers.survey(bytes);
    if ('reason' in found) return found;
    const { hasSecret, ...survey } = found;
    const key = freshSecret();
    const id = nanoid();
    const kind = survey.parent === null ? 'upload' : 'branch';
    const recording = { ...survey, id, kind, createdAt: Date.now(), ownerHash: hashSecret(key), bytes } as const;
    const outcome = await repository.addRecording(recording, libraryMb * MEGABYTE);
    if (outcome === 'full') return FULL;
    // Whoever has the very same recording may know where it is.
    if (outcome === 'known') return { id: (await repository.findByMark(survey.mark))?.id ?? id, key: null };
    log.info({ recording: id, kind, bytes: bytes.length }, 'a recording was uploaded');
    if (hasSecret) verifyLater(id);
    else await repository.putVerification(id, 'cannot');
    return { id, key };
  };

  let stop = async (): Promise<void> => {};
  return {
    sealedBy: seal(new Uint8Array()).key,

    async take(bytes) {
      const taken = await take(bytes).catch((error: unknown) => {
        if (!isTransient(error)) throw error;
        return AWAY;
      });
      metrics.uploaded('reason' in taken ? taken.reason : taken.key === null ? 'known' : 'stored');
      return taken;
    },

    turnedAway: (reason) => metrics.uploaded(reason),

    fileOf: bytesOf,

    async aboutOf(recording) {
      const { mark, parent, listed, kept, ownerHash: _, ...summary } = recording;
      const from = parent && (await repository.findByMark(parent.mark));
      const branches = mark === null ? [] : await repository.branchesOf(mark, MOST_BRANCHES);
      return {
        ...listingOf(summary),
        ...{ mark, listed, kept },
        // Of what is in no list only those know who were given its address.
        parent: parent && { ...parent, parts: [...parent.parts], id: from?.listed ? from.id : null },
        branches: branches.map(({ parts, ...rest }) => ({ ...rest, parts: [...parts] })),
        until: kept ? null : keptUntil(recording.createdAt, recordingDays),
      };
    },

    ended: settleLater,
    start() {
      stop = everyHour(sweep);
    },
    settled: () => background.idle(),
    async close() {
      const ended = background.close();
      await readers.close();
      await ended;
      await stop();
    },
  };
}

/** The same repository, which lets the library know of matches that end. */
export function tellingLibrary(repository: MatchRepository, library: Pick<Library, 'ended'>): MatchRepository {
  return {
    ...repository,
    async finishMatch(matchId, finalHash) {
      await repository.finishMatch(matchId, finalHash);
      library.ended(matchId);
    },
    async endLive(matchId) {
      await repository.endLive(matchId);
      library.ended(matchId);
    },
  };
}
