/**
 * A real headless Chromium for tests: the one that comes with the packages (WebGL by SwiftShader), driven by playwright-core.
 * Unpacked once into node_modules/.cache and shared by all test processes.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium as playwright } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Why this machine can run no browser test, in one sentence; undefined where it can. */
export function chromiumMissing(): string | undefined {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `No Chromium comes with the packages for ${process.platform}-${process.arch}: browser tests cannot run on this machine.`;
}

/**
 * For `describe.skipIf(skipWithoutChromium())`: false where Chromium runs. Where none can be had it says so loudly and skips,
 * but in CI it throws: a run that silently lost its browser must not pass.
 */
export function skipWithoutChromium(): boolean {
  const reason = chromiumMissing();
  if (reason === undefined) return false;
  if (process.env.CI) throw new Error(reason);
  process.stderr.write(`\n!!! ${reason}\n\n`);
  return true;
}

export interface ChromiumOptions {
  /** Without it pages are painted as on any machine without a graphics card, much quicker than through the emulated one. */
  readonly webGl?: boolean;
  /** Where another tool may drive the browser too. */
  readonly debuggingPort?: number;
}

const EMULATED_CARD = [
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * Starts a browser; close it with `browser.close()` (in `afterAll`). A page is had by `browser.newPage()`, or by
 * `browser.newContext({ viewport, reducedMotion, … })`. Throws with a sentence where no Chromium can be had.
 */
export async function launchChromium({ webGl = true, debuggingPort }: ChromiumOptions = {}): Promise<Browser> {
  const reason = chromiumMissing();
  if (reason !== undefined) throw new Error(reason);
  const folder = await unpackedChromium();
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, ...libraryPaths(folder) },
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      '--font-render-hinting=none',
      ...(webGl ? EMULATED_CARD : ['--disable-gpu']),
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ],
  });
}

/** The package brings its own fonts and the libraries that a bare machine lacks. */
function libraryPaths(folder: string): Record<string, string> {
  const own = process.env.LD_LIBRARY_PATH;
  const libraries = join(folder, 'al2023', 'lib');
  return {
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: own ? `${own}:${libraries}` : libraries,
  };
}

/**
 * The folder with the unpacked browser. Unpacking goes to a folder of its own that is then renamed, so that two processes
 * starting at once can never see half a browser.
 */
async function unpackedChromium(): Promise<string> {
  const manifest: unknown = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  const cache = join(ROOT, 'node_modules', '.cache');
  const target = join(cache, `chromium-${version}-with-fonts`);
  if (existsSync(join(target, 'chromium'))) return target;
  // What an installation in mid-run leaves behind: a folder without its browser.
  await rm(target, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(join(cache, 'unpacking-'));
  // The package unpacks into the temporary folder of its process, and asks the environment for the extra libraries.
  const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  const env = { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, env });
  await writeFile(join(unpacking, 'fonts', 'fonts.conf'), fontsConf(target));
  try {
    await rename(unpacking, target);
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true });
    if (!existsSync(join(target, 'chromium'))) throw error;
  }
  return target;
}

/**
 * The package's own configuration looks for its fonts in places of another machine only. Without any font this browser does
 * not draw badly, it dies at the first text input.
 */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
