import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page is built into client/dist, which the server serves as it is. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Phaser alone is above the default warning, is loaded only with a match, and does not come apart.
    chunkSizeWarningLimit: 1500,
    // Kernels are fetched and compiled as they stream in, never inlined.
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
  },
});
