/** Copies what a match tells into schema state, touching only what has changed, so that patches stay small. */
import type { MatchView, SeatView } from '../match/match.ts';
import { CardSlot, Seat, type Table } from './schema.ts';

export function mirror(view: MatchView, table: Table): void {
  set(table, 'phase', view.phase);
  set(table, 'phaseLengthMs', view.phaseLengthMs);
  set(table, 'paused', view.paused);
  set(table, 'timers', view.timers);
  set(table, 'shock', view.shock);
  set(table, 'round', view.round);
  set(table, 'generation', view.generation);
  set(table, 'recording', view.recording);
  set(table, 'trouble', view.trouble);
  set(table, 'unrecorded', view.unrecorded);
  set(table, 'language', view.terms.language);
  set(table, 'listed', view.terms.listed);
  set(table, 'owned', view.terms.owned);
  set(table, 'phrases', view.rules.phrases);
  set(table, 'spectators', Math.min(255, view.spectators));
  set(table, 'next', view.next);
  set(table, 'rematch', view.rematch);
  set(table, 'frozen', view.rules.frozen);
  set(table, 'locked', view.rules.locked);
  set(table, 'namesShown', view.rules.namesShown);
  set(table, 'ranksShown', view.rules.ranksShown);
  set(table, 'lesson', view.lesson.id);
  set(table, 'step', view.lesson.step);
  set(table, 'stepPeople', view.lesson.people);
  set(table, 'stepAnswered', view.lesson.answered);
  set(table, 'report', view.lesson.report);
  for (const each of view.seats) {
    const key = String(each.seat);
    let seat = table.seats.get(key);
    if (!seat) {
      seat = new Seat();
      table.seats.set(key, seat);
    }
    mirrorSeat(each, seat);
  }
}

/** Tells the clock anew: for a new phase, a pause, and for newcomers, who cannot know when the phase began. */
export function mirrorClock(view: MatchView, table: Table): void {
  table.phasePassedMs = Math.round(view.phasePassedMs);
  table.clockStamp = (table.clockStamp + 1) % 65_536;
}

function mirrorSeat(view: SeatView, seat: Seat): void {
  set(seat, 'name', view.name);
  set(seat, 'bot', view.bot);
  set(seat, 'connected', view.connected);
  set(seat, 'ready', view.ready);
  set(seat, 'answered', view.answered);
  set(seat, 'predictionPoints', view.predictionPoints);
  set(seat, 'predictionTotal', view.predictionTotal);
  set(seat, 'briefPoints', view.briefPoints);
  set(seat, 'interventionsLeft', view.interventionsLeft);
  set(seat, 'votes', view.votes);
  set(seat, 'needed', view.needed);
  set(seat, 'team', view.team);
  set(seat, 'hidden', view.hidden);
  set(seat, 'approved', view.approved);
  const same =
    seat.laid.length === view.laid.length &&
    view.laid.every(({ card, level }, at) => seat.laid[at]?.card === card && seat.laid[at]?.level === level);
  if (same) return;
  seat.laid.clear();
  for (const { card, level } of view.laid) {
    const slot = new CardSlot();
    slot.card = card;
    slot.level = level;
    seat.laid.push(slot);
  }
}

function set<T, Key extends keyof T>(target: T, key: Key, value: T[Key]): void {
  if (target[key] !== value) target[key] = value;
}
