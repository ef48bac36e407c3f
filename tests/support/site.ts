/** The whole thing as a visitor meets it: a real server on a free port that serves the built page. */
import { fileURLToPath } from 'node:url';
import { ensureClient } from '../../server/http/client-build.ts';
import { servePages } from '../../server/http/pages.ts';
import { startTestServer, type TestServer } from './server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type TestSite = TestServer;

/** Builds the page where it has changed. Close it at the end. */
export async function startTestSite(): Promise<TestSite> {
  return startTestServer(servePages(await ensureClient(ROOT, () => undefined)));
}
