/** A class on real sockets: a console, and pupils' pages. */
import type { LiveOptions, LiveSource } from '../../client/net/live-source.ts';
import type { SeatKeys } from '../../client/net/seat-keys.ts';
import type { RosterPerson } from '../../client/session/roster.ts';
import type { ClassAction, Rules } from '../../shared/protocol/class-messages.ts';
import type { Answer, CreateOptions } from '../../shared/protocol/messages.ts';
import { memorySeatKeys, openPage, QUICK, until } from './server.ts';

export interface TestClass {
  readonly console: LiveSource;
  /** The browser in which the console was opened. */
  readonly keys: SeatKeys;
  readonly code: string;
  pupil(keys?: SeatKeys): Promise<LiveSource>;
  watcher(): Promise<LiveSource>;
  /** Another console, by a key or with what a browser keeps. */
  another(keys: SeatKeys, key?: string): Promise<LiveSource>;
  act(action: ClassAction): Promise<Answer>;
  /** Resolves when the console has been told so. */
  rule(rule: keyof Rules, on: boolean): Promise<void>;
  /** The person who sits at this page, as the console sees them now. */
  person(page: LiveSource): RosterPerson | undefined;
  close(): void;
}

export async function openClass(url: string, changes: Partial<CreateOptions> = {}): Promise<TestClass> {
  const pages: LiveSource[] = [];
  const open = async (options: LiveOptions, keys?: SeatKeys): Promise<LiveSource> => {
    const page = await openPage(url, options, keys);
    pages.push(page);
    return page;
  };
  const keys = memorySeatKeys();
  const create = { ...QUICK, mode: 'private', watch: true, ...changes } as const;
  const console = await open({ kind: 'create', create, host: true }, keys);
  await until(() => console.table.value.code !== '' && console.roster.value !== null);
  const { code } = console.table.value;
  const person = (page: LiveSource): RosterPerson | undefined =>
    console.roster.value?.people.find(({ id }) => id === page.self.value?.person);
  const act = (action: ClassAction): Promise<Answer> => console.send({ kind: 'class', action });
  return {
    console,
    keys,
    code,
    async pupil(own) {
      const page = await open({ kind: 'join', code }, own);
      if (page.trouble.value === '') await until(() => page.self.value !== null && person(page) !== undefined);
      return page;
    },
    watcher: () => open({ kind: 'join', code, watch: true }),
    another: (own, key) => open({ kind: 'join', code, host: true, ...(key === undefined ? {} : { key }) }, own),
    act,
    async rule(rule, on) {
      await act({ do: 'rule', rule, on });
      await until(() => console.roster.value?.rules[rule] === on);
    },
    person,
    close() {
      for (const page of pages.splice(0)) page.close();
    },
  };
}

/** The steward's name at a page's own seat, as another page reads it. */
export const nameSeenBy = (reader: LiveSource, page: LiveSource): string | undefined =>
  reader.table.value.stewards[page.seat.value]?.name;
