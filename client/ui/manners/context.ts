/** Hands a live room's manners to whatever part of a match says a name or a phrase. Recordings and projectors have none. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Manners } from '../../session/manners.ts';

export const MannersContext = createContext<Manners | null>(null);

export const useManners = (): Manners | null => useContext(MannersContext);
