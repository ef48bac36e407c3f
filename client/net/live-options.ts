import type { CreateOptions } from '../../shared/protocol/messages.ts';

/** How a page comes into a match. `host`: as the console of a class. The protocol's version is added by the source itself. */
export type LiveOptions =
  | { readonly kind: 'create'; readonly create: Omit<CreateOptions, 'protocol'>; readonly host?: boolean }
  /** By a room's id (from the list of public rooms) or by a code. `ready`: to begin at once, if nobody else is to be waited for. */
  | { readonly kind: 'join'; readonly roomId: string; readonly watch?: boolean; readonly ready?: boolean }
  | { readonly kind: 'join'; readonly code: string; readonly watch?: boolean }
  /** The console of a class, by the host's key: the one given, else the one that this browser keeps. */
  | { readonly kind: 'join'; readonly code: string; readonly host: true; readonly key?: string };
