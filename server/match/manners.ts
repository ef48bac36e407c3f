/** What people do concerning each other: say, report, vote, play again, sit down and stand up. Every wrong use has its sentence. */
import type { Said } from '../../shared/protocol/manners.ts';
import type { Intent } from '../../shared/protocol/messages.ts';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import type { Doors } from './admission.ts';
import type { Conduct, Moment } from './conduct.ts';
import type { Refusal } from './engine.ts';
import { type People, personOfSession } from './people.ts';
import { createTalk } from './phrases.ts';
import { NO_SEAT, OWN_SEAT, type Placed, sit, stand } from './places.ts';
import type { Rematch } from './rematch.ts';
import { putOut } from './roster.ts';
import type { Person } from './stewards.ts';
import { createVotes, type Standing } from './votes.ts';

export type PeopleIntent = Extract<Intent, { kind: 'say' | 'report' | 'vote' | 'rematch' | 'sit' | 'stand' }>;

const ABOUT_PEOPLE: ReadonlySet<string> = new Set<PeopleIntent['kind']>([
  ...(['say', 'report', 'vote', 'rematch', 'sit', 'stand'] as const),
]);
export const isAboutPeople = (intent: Intent): intent is PeopleIntent => ABOUT_PEOPLE.has(intent.kind);

export interface MannersParts {
  readonly people: People;
  readonly doors: () => Doors;
  readonly moment: () => Moment;
  readonly conduct: Conduct;
  readonly rematch: Rematch;
  /** Whether a host leads these people through a lesson. */
  readonly isLesson: () => boolean;
  /** What looks after a seat without people: empty before the beginning. */
  readonly policyOf: (seat: number) => BotPolicy | '';
  /** Everybody is to hear this. */
  readonly say: (said: Said) => void;
  /** Connections that have no place here any more: to be told, and closed. */
  readonly dismiss: (sessions: readonly string[]) => void;
}

export interface Manners {
  /** Null when done; who has another place now, where somebody has. */
  judge(session: string, intent: PeopleIntent): Promise<Refusal | readonly Placed[] | null>;
  /** How a vote against a seat's steward stands. */
  standing(seat: number): Standing;
  /** Carries out what has been decided by votes: to be called after somebody has left. */
  settle(): void;
}

const NOBODY: Refusal = {
  reason: 'nobodyThere',
  error: 'No person looks after that habitat, so there is nobody whom it could concern.',
};

export function createManners(parts: MannersParts): Manners {
  const { people, doors, moment, conduct, rematch, isLesson, policyOf, dismiss } = parts;
  const talk = createTalk();
  const votes = createVotes(people, () => people.hostKeyHash);

  const settle = (): void => {
    if (doors().mode !== 'public') return;
    for (let out = votes.decided(); out !== undefined; out = votes.decided()) {
      putOut(people, out, policyOf);
      dismiss([...out.sessions]);
    }
  };

  const say = (person: Person, { phrase }: Extract<PeopleIntent, { kind: 'say' }>): Refusal | null => {
    if (!people.rules.phrases) {
      return { reason: 'noPhrases', error: 'Phrases are off in this room. In a class, its host can allow them.' };
    }
    if (!talk.maySay(person.id, performance.now())) {
      return { reason: 'tooTalkative', error: 'One phrase every two seconds, and ten a minute: wait a little.' };
    }
    parts.say({ seat: person.seat, phrase });
    return null;
  };

  const vote = (voter: Person, target: Person, remove: boolean): Refusal | null => {
    if (doors().mode !== 'public') {
      return { reason: 'noVotes', error: 'There are no votes in this room: its host decides who stays. Tell them.' };
    }
    if (target.tokenHash === people.hostKeyHash) {
      return { reason: 'voteOwner', error: 'Whoever made this room cannot be voted out of it. You can go elsewhere.' };
    }
    if (remove && votes.standing(target).needed === 0) {
      return { reason: 'tooFew', error: 'It takes two others at least to vote somebody out, and they are not here.' };
    }
    votes.cast(voter, target, remove);
    settle();
    return null;
  };

  const playAgain = async (session: string, person: Person | undefined, want: boolean): Promise<Refusal | null> => {
    const { mode, over } = doors();
    const leads = people.hosts.has(session);
    if (!person && !leads) return NO_SEAT;
    if (!over) return { reason: 'notOver', error: 'Another match can be had once this one is over.' };
    if (isLesson()) {
      return { reason: 'lessonRematch', error: 'A lesson is not played again from here: open another room for it.' };
    }
    return rematch.want(person, want, mode !== 'private' || leads);
  };

  return {
    async judge(session, intent) {
      if (intent.kind === 'sit') return sit(people, session, doors());
      if (intent.kind === 'stand') {
        const placed = stand(people, session, doors(), policyOf);
        settle();
        return placed;
      }
      const person = personOfSession(people, session);
      if (intent.kind === 'rematch') return playAgain(session, person, intent.want);
      if (!person || person.seat < 0) return NO_SEAT;
      if (intent.kind === 'say') return say(person, intent);
      if (intent.seat === person.seat) return OWN_SEAT;
      const [target] = people.stewards[intent.seat]?.holders ?? [];
      if (!target) return NOBODY;
      if (intent.kind === 'report') return conduct.report(person, intent.seat, intent.why, moment());
      return vote(person, target, intent.remove);
    },
    standing(seat) {
      const [target] = people.stewards[seat]?.holders ?? [];
      return target && doors().mode === 'public' ? votes.standing(target) : { votes: 0, needed: 0 };
    },
    settle,
  };
}
