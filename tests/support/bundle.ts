/** A module of the tests, and all that it needs, as one script for a page. */
import { build, type Rolldown } from 'vite';

/** `entry`: absolute path. The script leaves the module's exports in a variable called `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).filter(
    (one): one is Rolldown.RolldownOutput => 'output' in one,
  );
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error(`Vite made no script of ${entry}.`);
  return code;
}
