/** Sitting down and standing up without leaving the room. */
import type { Welcome } from '../../shared/protocol/messages.ts';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import { type Doors, takeSeat } from './admission.ts';
import type { Refusal } from './engine.ts';
import { forget, type People, personOfSession } from './people.ts';

/** A connection that has another place now. */
export interface Placed {
  readonly session: string;
  readonly welcome: Welcome;
}

const KEPT: Refusal = {
  reason: 'keepSeat',
  error: 'In this room your place stays yours. Only in a public room can a seat be given up for watching.',
};
/** To who watches. */
export const NO_SEAT: Refusal = { reason: 'noSeat', error: 'You are watching. Only a habitat’s steward can do that.' };

/** To who means somebody else’s. */
export const OWN_SEAT: Refusal = {
  reason: 'ownSeat',
  error: 'That is your own habitat. Choose somebody else’s.',
};

export function sit(people: People, session: string, doors: Doors): readonly Placed[] | Refusal {
  const welcome = takeSeat(people, session, doors);
  return 'error' in welcome ? welcome : [{ session, welcome }];
}

/** All of a person's connections watch from now on. `policy`: what looks after the seat. */
export function stand(
  people: People,
  session: string,
  { mode }: Doors,
  policy: (seat: number) => BotPolicy | '',
): readonly Placed[] | Refusal {
  const person = personOfSession(people, session);
  const steward = person && people.stewards[person.seat];
  if (!steward) return NO_SEAT;
  if (mode !== 'public') return KEPT;
  const sessions = [...person.sessions];
  forget(people, person, steward, policy(steward.seat));
  people.awaySince.delete(steward.seat);
  return sessions.map((each) => {
    people.watchers.add(each);
    people.stoodUp.set(each, person.id);
    return { session: each, welcome: { token: '', seat: -1, host: people.hosts.has(each) } };
  });
}
