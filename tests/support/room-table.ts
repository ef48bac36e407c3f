/** The table of a public room, as a page has it. */
import { emptyTable } from '../../client/net/table-view.ts';
import type { TableView } from '../../client/session/world-source.ts';

/** With a person of each name, in the order of the seats. */
export const roomTable = (names: readonly string[]): TableView => ({
  ...emptyTable,
  mode: 'public',
  stewards: names.map((name, seat) => ({
    ...{ seat, name, bot: '', connected: true, ready: false, answered: false },
    ...{ predictionPoints: -1, predictionTotal: 0, briefPoints: -1, interventionsLeft: 0, votes: 0, needed: 2 },
  })),
  room: {
    ...{ language: 'en', listed: true, owned: false, phrases: true, spectators: 0 },
    ...{ next: '', rematch: 0, unrecorded: false },
  },
});
