/** How a room tells that somebody cannot come in. */
import { ServerError } from '@colyseus/core';
import { type Refusal, refusalSchema } from '../../shared/protocol/listings.ts';

/**
 * An error to throw, with an HTTP status. The framework lets one string through: the reason, which pages translate, and the
 * English sentence travel in it as JSON (`refusalSchema`).
 */
export function refuse(status: number, reason: string, error: string): ServerError {
  const refusal: Refusal = { reason, error };
  return new ServerError(status, JSON.stringify(refusal));
}

/** What `refuse` has put into an error; null of any other. */
export function refusalOf(error: unknown): (Refusal & { readonly status: number }) | null {
  if (!(error instanceof ServerError)) return null;
  try {
    return { ...refusalSchema.parse(JSON.parse(error.message)), status: error.code };
  } catch {
    // One of the framework's own.
    return null;
  }
}
