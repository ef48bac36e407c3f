/** Serves the built client, from files compressed beforehand; every path of the page's own leads to its index. */
import type { RequestHandler } from 'express';
import sirv from 'sirv';

/** `clientDir`: absolute folder of the build. */
export function servePages(clientDir: string): RequestHandler {
  return sirv(clientDir, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    setHeaders(response, path) {
      // Built files carry a hash of their content in their name; the index names them, so it is always asked for anew.
      const lasting = path.startsWith('/assets/');
      response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
