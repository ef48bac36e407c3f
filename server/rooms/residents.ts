/** The matches whose rooms are in this process: to find them, and to close a room whose match another process has taken up. */

export interface Residents {
  /** A room is being made for the match, or closes. */
  expect(matchId: string): void;
  /** The room stands. `letGo` closes it, and its pages come back to wherever its match is. */
  enter(matchId: string, letGo: () => void): void;
  leave(matchId: string): void;
  /** Whether a room stands, is being made or closes. */
  has(matchId: string): boolean;
  /** Those whose rooms stand. */
  ids(): string[];
  letGo(matchId: string): void;
}

export function createResidents(): Residents {
  const here = new Map<string, (() => void) | null>();
  return {
    expect: (matchId) => void here.set(matchId, null),
    enter: (matchId, letGo) => void here.set(matchId, letGo),
    leave: (matchId) => void here.delete(matchId),
    has: (matchId) => here.has(matchId),
    ids: () => [...here].flatMap(([matchId, letGo]) => (letGo ? [matchId] : [])),
    letGo: (matchId) => here.get(matchId)?.(),
  };
}
