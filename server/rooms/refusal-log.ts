/** Writes down what was refused: counted each time, logged once for each session and reason, so that nobody can fill the log. */
import type { RoomServices } from './services.ts';

/** `session` is Colyseus' own word for a connection; nothing of a person is written. */
export type NoteRefusal = (session: string, reason: string, sentence: string) => void;

/** What none of our pages sends by itself: an operator is to see it without asking for more. */
const SUSPECT: ReadonlySet<string> = new Set([
  ...[
    'invalid',
    'badJoin',
    'hostKey',
    'removed',
    'notHost',
    'notHostClass',
    'notHostLesson',
    'noAnswerer',
    'noPerson',
    'isRemoved',
    'noTeam',
  ],
  ...['nameLong', 'nameSigns', 'nameMixed', 'nameRude', 'namesGiven', 'frozen', 'tooLong'],
]);
/** Beyond so many the room's log has said enough. */
const MOST = 1_000;

/** `room`: the room's id, which it has only once it is made. */
export function createRefusalLog(
  { log, metrics }: Pick<RoomServices, 'log' | 'metrics'>,
  room: () => string,
): NoteRefusal {
  const noted = new Set<string>();
  return (session, reason, sentence) => {
    metrics.refused(reason);
    const key = `${session} ${reason}`;
    if (noted.has(key) || noted.size >= MOST) return;
    noted.add(key);
    log[SUSPECT.has(reason) ? 'warn' : 'info']({ room: room(), session, reason }, sentence);
  };
}
