/** Telling whether a secret is the right one, in the same time whether much of it is right or nothing. */
import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export const isSecret = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right));
