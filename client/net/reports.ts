/** A class's report, asked for with the host's key. Every function resolves, with what was asked for or with a sentence. */
import type { Report } from '../../shared/protocol/report.ts';
import { ask, type Fetched, garbled } from './api.ts';

/** The key travels in a header: addresses are written down on the way, headers are not. */
const bearing = (key: string): RequestInit => ({ headers: { Authorization: `Bearer ${key}` } });
const pathOf = (id: string): string => `/api/reports/${encodeURIComponent(id)}`;

export async function fetchReport(id: string, key: string): Promise<Fetched<Report>> {
  const response = await ask(pathOf(id), bearing(key));
  if (!(response instanceof Response)) return response;
  try {
    const { reportSchema } = await import('../../shared/protocol/report.ts');
    const parsed = reportSchema.safeParse(await response.json());
    return parsed.success ? { ok: true, value: parsed.data } : garbled();
  } catch {
    // No JSON, or broken off on the way.
    return garbled();
  }
}

/** Deletes names, answers and predictions of the class, at once and for good. */
export async function deleteReport(id: string, key: string): Promise<Fetched<true>> {
  const response = await ask(pathOf(id), { ...bearing(key), method: 'DELETE' });
  return response instanceof Response ? { ok: true, value: true } : response;
}

/** Null where the server cannot be asked. */
export interface DaysKept {
  /** Names and answers. */
  readonly names: number | null;
  readonly recordings: number | null;
}

/** For how many days this server keeps what. */
export async function fetchDaysKept(): Promise<DaysKept> {
  const unknown: DaysKept = { names: null, recordings: null };
  const response = await ask('/api/privacy');
  if (!(response instanceof Response)) return unknown;
  try {
    const told: unknown = await response.json();
    if (typeof told !== 'object' || told === null) return unknown;
    const days = (value: unknown): number | null => (typeof value === 'number' ? value : null);
    return {
      names: days('retentionDays' in told ? told.retentionDays : null),
      recordings: days('recordingDays' in told ? told.recordingDays : null),
    };
  } catch {
    return unknown;
  }
}
