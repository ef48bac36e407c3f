/** A small queue with urgencies: the most urgent first, and among equals the oldest. */
export interface Queue<Item> {
  add(item: Item, urgency: number, id: number): void;
  /** The first that `suits`; undefined for none. */
  take(suits?: (item: Item, urgency: number) => boolean): Item | undefined;
  /** True when it was still waiting. */
  remove(id: number): boolean;
  readonly size: number;
}

export function createQueue<Item>(): Queue<Item> {
  // One list for each urgency: adding and taking stay cheap with a thousand waiting.
  const lists = new Map<number, Map<number, Item>>();
  return {
    add(item, urgency, id) {
      const list = lists.get(urgency) ?? new Map<number, Item>();
      list.set(id, item);
      lists.set(urgency, list);
    },
    take(suits = () => true) {
      for (const urgency of [...lists.keys()].sort((a, b) => a - b)) {
        const list = lists.get(urgency);
        for (const [id, item] of list ?? []) {
          if (!suits(item, urgency)) continue;
          list?.delete(id);
          return item;
        }
      }
      return undefined;
    },
    remove(id) {
      for (const list of lists.values()) if (list.delete(id)) return true;
      return false;
    },
    get size() {
      let size = 0;
      for (const list of lists.values()) size += list.size;
      return size;
    },
  };
}
