/** The key that a request brings, in a header and never in an address. */
import type { Request } from 'express';

const BEARER = /^Bearer ([\w-]{10,64})$/;

/** Empty where it brings none. */
export const bearerOf = (request: Pick<Request, 'get'>): string =>
  BEARER.exec(request.get('authorization') ?? '')?.[1] ?? '';
