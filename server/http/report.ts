/** The report of a class, for who has the host's key: read, or deleted at once. The key comes in a header, never in an address. */
import express, { type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { createReader } from '../../shared/protocol/bytes.ts';
import { readHeader } from '../../shared/protocol/header.ts';
import type { Refusal } from '../../shared/protocol/listings.ts';
import type { Report } from '../../shared/protocol/report.ts';
import { roundOf, type Settings } from '../../shared/sim/world/world.ts';
import { commandOf } from '../match/command-bytes.ts';
import { hashSecret } from '../match/secrets.ts';
import type { StoredClass } from '../persistence/evidence-store.ts';
import type { MatchRepository, StoredCommand, StoredMatch } from '../persistence/repository.ts';
import { keptUntil } from '../retention.ts';
import { bearerOf } from './bearer.ts';

export interface ReportServices {
  readonly repository: MatchRepository;
  readonly retentionDays: number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

export function createReports({ repository, retentionDays, log }: ReportServices): Router {
  const reports = express.Router();
  // Once a class: nobody shall fill the log.
  const noted = new Set<string>();

  /** The class, where the key is its host's; else the refusal has been sent. */
  const open = async (request: Request<{ id: string }>, response: Response): Promise<StoredClass | null> => {
    const stored = await repository.readClassBook(request.params.id);
    const key = bearerOf(request);
    if (stored && key !== '' && hashSecret(key) === stored.keyHash) return stored;
    if (stored && !noted.has(stored.matchId)) {
      noted.add(stored.matchId);
      log.warn({ report: stored.matchId }, 'a report was asked for with a wrong key');
    }
    response.status(stored ? 403 : 404).json(stored ? WRONG_KEY : NO_REPORT);
    return null;
  };

  reports.get('/:id', async (request: Request<{ id: string }>, response) => {
    const stored = await open(request, response);
    if (stored) response.json(await reportOf(repository, stored, retentionDays));
  });

  reports.delete('/:id', async (request: Request<{ id: string }>, response) => {
    const stored = await open(request, response);
    if (!stored) return;
    await repository.forgetClass(stored.matchId);
    response.json({ ok: true });
  });

  return reports;
}

const WRONG_KEY: Refusal = {
  reason: 'reportKey',
  error: 'That is not the key of this class, so its report stays shut. Open it from the console of the class.',
};
const NO_REPORT: Refusal = {
  reason: 'noReport',
  error: 'There is no report at this address. It may have been deleted, or the link is incomplete.',
};

async function reportOf(
  repository: MatchRepository,
  { matchId, begunAt, book }: StoredClass,
  retentionDays: number,
): Promise<Report> {
  const [match, answers, { predictions, judgements }] = await Promise.all([
    repository.readMatch(matchId),
    repository.lessonAnswers(matchId),
    repository.readAnswers(matchId),
  ]);
  const settings = match && settingsOf(match);
  const pointsOf = (seat: number, round: number): number | null =>
    judgements.find((each) => each.seat === seat && each.round === round)?.predictionPoints ?? null;
  return {
    id: matchId,
    code: book.code,
    begunAt,
    keptUntil: keptUntil(begunAt, retentionDays),
    founder: settings?.founder ?? '',
    habitats: settings?.habitats ?? 0,
    rounds: settings?.rounds ?? 0,
    generationsPerRound: settings?.generationsPerRound ?? 1,
    // Births and season of each generation are a frame.
    recorded: Math.ceil((match?.frames.length ?? 0) / 2),
    lesson: book.lesson && { ...book.lesson, entered: [...book.lesson.entered] },
    people: [...book.people],
    answers,
    predictions: predictions.map(({ seat, round, prediction }) => ({
      ...{ seat, round, points: pointsOf(seat, round) },
      prediction: plainBet(prediction),
    })),
    choices: settings ? choicesOf(match.commands, settings) : [],
  };
}

const settingsOf = ({ header }: StoredMatch): Settings =>
  readHeader(createReader(header, 'The match’s header')).settings;

type Bet = Report['predictions'][number]['prediction'];
type StoredBet = Awaited<ReturnType<MatchRepository['readAnswers']>>['predictions'][number]['prediction'];
const plainBet = (bet: StoredBet): Bet => {
  switch (bet.kind) {
    case 'divergence':
      return bet;
    case 'twins':
      return { kind: 'twins', same: [...bet.same] };
    default:
      return { kind: bet.kind, chips: [...bet.chips] };
  }
};

/** What lay on each habitat as its rounds began: every round's table starts empty, and a later word on a card counts. */
function choicesOf(commands: readonly StoredCommand[], settings: Settings): Report['choices'] {
  const laid = new Map<string, Report['choices'][number]>();
  for (const stored of commands) {
    const command = commandOf(stored);
    if (command.kind !== 'pressure') continue;
    const { seat, card, level, tick } = command;
    // Two steps of the world are a generation.
    const round = roundOf(settings, Math.floor(tick / 2));
    const key = `${round}/${seat}/${card}`;
    if (level === 0) laid.delete(key);
    else laid.set(key, { seat, round, card, level });
  }
  return [...laid.values()];
}
