/** Headers that keep a page to itself: no third party, no inline script, no frame of strangers. */
import helmet from 'helmet';

export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      // Compiling WebAssembly counts as a kind of eval of its own; nothing else of that sort is allowed.
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'media-src': ["'self'", 'blob:'],
      'font-src': ["'self'", 'data:'],
      'worker-src': ["'self'", 'blob:'],
      // Some browsers do not count WebSockets of one's own address as 'self'.
      'connect-src': ["'self'", 'data:', 'blob:', 'ws:', 'wss:'],
      'object-src': ["'none'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'"],
    },
  },
  // The server itself speaks plain HTTP, in a school's network too; a proxy that adds TLS adds this header as well.
  strictTransportSecurity: false,
  // Both are ignored, with a warning in the console, on plain HTTP by another name than localhost.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xPoweredBy: true,
});
