/** What each page was last told of its own seat and of its class: only what is new goes out. */
import type { Client } from '@colyseus/core';
import type { OwnView } from '../../shared/protocol/messages.ts';
import { Message } from '../../shared/protocol/wire.ts';
import type { Match } from '../match/match.ts';
import { rosterNews, selfNews, type ToldClass, toldNothing } from './class-news.ts';
import { ownNews } from './own-news.ts';

export interface Told {
  tell(client: Client, match: Match): void;
  /** Of the class alone. */
  tellClass(client: Client, match: Match): void;
  /** It is told everything anew, or has gone. */
  forget(session: string): void;
}

export function createTold(): Told {
  const own = new Map<string, OwnView>();
  const classes = new Map<string, ToldClass>();

  const tellOwn = (client: Client, match: Match): void => {
    const view = match.own(client.sessionId);
    if (view === null) return;
    const news = ownNews(own.get(client.sessionId), view);
    if (news === null) return;
    own.set(client.sessionId, view);
    client.send(Message.own, news);
  };

  const tellClass = (client: Client, match: Match): void => {
    const told = classes.get(client.sessionId) ?? toldNothing();
    classes.set(client.sessionId, told);
    const self = selfNews(told, match.self(client.sessionId));
    if (self !== null) client.send(Message.self, self);
    const roster = rosterNews(told, match.roster(client.sessionId), performance.now());
    if (roster !== null) client.send(Message.roster, roster);
  };

  return {
    tell(client, match) {
      tellOwn(client, match);
      tellClass(client, match);
    },
    tellClass,
    forget(session) {
      own.delete(session);
      classes.delete(session);
    },
  };
}
