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

/** For how many days names and answers are kept on this server; null when it cannot be asked. */
export async function fetchRetentionDays(): Promise<number | null> {
  const response = await ask('/api/privacy');
  if (!(response instanceof Response)) return null;
  try {
    const told: unknown = await response.json();
    const known = typeof told === 'object' && told !== null && 'retentionDays' in told ? told.retentionDays : null;
    return typeof known === 'number' ? known : null;
  } catch {
    return null;
  }
}
