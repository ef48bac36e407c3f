/** What a match in its lobby keeps of itself. */
import type { ClassState } from '../../server/match/class-state.ts';
import { createPeople, rosterState } from '../../server/match/people.ts';

export const lobbyState = (roomId = 'a-room'): ClassState => ({
  version: 1,
  place: {
    ...{ roomId, speed: 1, botSeed: 0, phase: 'lobby', lookedBackFrom: null },
    ...{ tick: 0, lengthMs: 0, passedMs: 0, paused: false, timers: true },
  },
  roster: rosterState(createPeople(3, false)),
});
