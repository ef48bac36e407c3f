/** The intents of a class: what its host does with people and room, and what a person says of themselves. */
import type { ClassAction } from '../../shared/protocol/class-messages.ts';
import type { Intent } from '../../shared/protocol/messages.ts';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import type { PhaseClock } from './clock.ts';
import type { Refusal } from './engine.ts';
import { type People, personOfSession } from './people.ts';
import type { Mode } from './phases.ts';
import { OWN_SEAT } from './places.ts';
import { actOn, nameAll, setRule, shareOut } from './roster.ts';

export interface ClassParts {
  readonly mode: Mode;
  readonly people: People;
  readonly clock: PhaseClock;
  /** What looks after a seat without people: empty before the beginning. */
  readonly policyOf: (seat: number) => BotPolicy | '';
  /** Connections that have no place here any more: to be told, and closed. */
  readonly dismiss: (sessions: readonly string[]) => void;
  /** Takes up what rested while all screens were frozen. */
  readonly goOn: () => Promise<void>;
}

export type ClassIntent = Extract<Intent, { kind: 'class' | 'name' }>;

/** Judges one, and carries it out. Null when done. */
export type JudgeClassIntent = (session: string, intent: ClassIntent) => Promise<Refusal | null>;

export function createClassJudge({ mode, people, clock, policyOf, dismiss, goOn }: ClassParts): JudgeClassIntent {
  const asHost = async (action: ClassAction): Promise<Refusal | null> => {
    switch (action.do) {
      case 'rule':
        setRule(people, action.rule, action.on);
        if (action.rule !== 'frozen') return null;
        if (action.on) clock.hold('frozen');
        else {
          clock.release('frozen');
          await goOn();
        }
        return null;
      case 'approveAll':
        for (const person of people.persons) person.approved = true;
        return null;
      case 'teams':
        return shareOut(people, action.teams);
      case 'remove':
        return remove(action);
      default:
        return actOn(people, action, policyOf);
    }
  };

  const remove = (action: Extract<ClassAction, { do: 'remove' }>): Refusal | null => {
    const refusal = actOn(people, action, policyOf);
    const person = people.persons.find(({ id }) => id === action.person);
    if (refusal === null && action.on && person) dismiss([...person.sessions]);
    return refusal;
  };

  return async (session, intent) => {
    if (intent.kind === 'class') {
      if (!people.hosts.has(session)) {
        return { reason: 'notHostClass', error: 'Only the host of a room can do that. Nothing has changed.' };
      }
      return (mode === 'public' ? beyondOwner(people, intent.action) : null) ?? asHost(intent.action);
    }
    const person = personOfSession(people, session);
    if (!person) return { reason: 'noName', error: 'You are watching: only who looks after a habitat has a name.' };
    return nameAll(people, person, intent.names, false);
  };
}

/** Why the owner of a public room cannot do this; null if they can. */
function beyondOwner({ persons, hostKeyHash }: People, action: ClassAction): Refusal | null {
  if (action.do !== 'remove') {
    return {
      reason: 'ownerOnly',
      error: 'The owner of a public room can take people out and let them in again; its rules are the same for all.',
    };
  }
  const own = persons.some(({ id, tokenHash }) => id === action.person && tokenHash === hostKeyHash);
  return own ? OWN_SEAT : null;
}
