/** Turns a room's schema state into the plain view that scenes and panels know. */

import type { Table } from '../../server/rooms/schema.ts';
import { PHASES, type Phase } from '../../shared/protocol/wire.ts';
import { CARD_IDS, type CardId } from '../../shared/sim/cards.ts';
import type { RoomView, TableView } from '../session/world-source.ts';

export const emptyTable: TableView = {
  phase: 'lobby',
  phaseLengthMs: 0,
  phasePassedMs: 0,
  asOf: 0,
  paused: false,
  pace: 1,
  code: '',
  mode: 'solo',
  stewards: [],
  laid: [],
  recording: '',
  timers: false,
  game: 'open',
  shock: '',
  frozen: false,
  locked: false,
  namesShown: true,
  ranksShown: true,
};

const isPhase = (value: string): value is Phase => PHASES.some((phase) => phase === value);
const isCard = (value: string): value is CardId => CARD_IDS.some((card) => card === value);
const toMode = (value: string): TableView['mode'] => (value === 'private' || value === 'public' ? value : 'solo');

const toGame = (value: string): TableView['game'] => (value === 'drift' || value === 'sculptor' ? value : 'open');

/** `asOf`: when the clock was last told, in the time of performance.now(). */
export function toTableView(table: Table, asOf: number): TableView {
  const seats = [...table.seats.entries()].map(([key, seat]) => ({ number: Number(key), seat }));
  seats.sort((a, b) => a.number - b.number);
  return {
    phase: isPhase(table.phase) ? table.phase : 'lobby',
    phaseLengthMs: table.phaseLengthMs,
    phasePassedMs: table.phasePassedMs,
    asOf,
    paused: table.paused,
    pace: 1,
    code: table.code,
    mode: toMode(table.mode),
    stewards: seats.map(({ number, seat }) => ({
      seat: number,
      name: seat.name,
      bot: seat.bot,
      connected: seat.connected,
      ready: seat.ready,
      answered: seat.answered,
      predictionPoints: seat.predictionPoints,
      predictionTotal: seat.predictionTotal,
      briefPoints: seat.briefPoints,
      interventionsLeft: seat.interventionsLeft,
      team: seat.team,
      hidden: seat.hidden,
      approved: seat.approved,
      votes: seat.votes,
      needed: seat.needed,
    })),
    laid: seats.map(({ seat }) => [...seat.laid].flatMap(({ card, level }) => (isCard(card) ? [{ card, level }] : []))),
    recording: table.recording,
    timers: table.timers,
    game: toGame(table.game),
    shock: table.shock,
    frozen: table.frozen,
    locked: table.locked,
    namesShown: table.namesShown,
    ranksShown: table.ranksShown,
    ...lessonOf(table),
    room: roomOf(table),
  };
}

function roomOf(table: Table): RoomView {
  const { language, listed, owned, phrases, spectators, next, rematch, unrecorded } = table;
  return { language, listed, owned, phrases, spectators, next, rematch, unrecorded };
}

function lessonOf({ lesson, step, stepPeople, stepAnswered, report }: Table): Pick<TableView, 'lesson' | 'report'> {
  return {
    ...(lesson === '' ? {} : { lesson: { id: lesson, step, people: stepPeople, answered: stepAnswered } }),
    ...(report === '' ? {} : { report }),
  };
}
