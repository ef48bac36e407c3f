/** What passes between the server and the thread that has the embedded database. */

/** `turn`: how it stands to transactions, of which a connection has one at a time. */
export interface ThreadRequest {
  readonly id: number;
  readonly connection: number;
  readonly turn: 'alone' | 'begin' | 'within' | 'end' | 'close';
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type ThreadReply =
  | {
      readonly id: number;
      readonly rows: unknown[];
      /** Of a statement that returns no rows; null for others. */
      readonly changes: number | null;
      readonly lastId: number | bigint | null;
    }
  | { readonly id: number; readonly message: string; readonly code: string };

/** Of the request that the thread answers when it has opened the file. */
export const OPENED = 0;
