/** The operator's nginx in front of servers of a test: our template with other ports, a certificate of its own, and nothing else changed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './processes.ts';

const TEMPLATE = new URL('../../server/operation/nginx.conf', import.meta.url);

/** Debian's place is in no ordinary user's path. */
export const nginxPath: string | undefined = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx'].find(
  (path) => existsSync(path),
);
const hasOpenssl = (): boolean => existsSync('/usr/bin/openssl');

/** Why it cannot be tried here; undefined where it can. */
export const nginxMissing: string | undefined =
  nginxPath === undefined ? 'nginx is not installed here' : hasOpenssl() ? undefined : 'openssl is not installed here';

export interface Nginx {
  /** Such as https://localhost:40123. */
  readonly url: string;
  /** The same without TLS. */
  readonly plainUrl: string;
  /** Of the certificate, as it signs itself. */
  readonly certificate: string;
  /** What it has written to its log. */
  log(): Promise<string>;
  close(): Promise<void>;
}

/** `ports`: of the servers behind it. Rejects with what nginx said when it does not take the template. */
export async function startNginx(ports: readonly number[]): Promise<Nginx> {
  if (nginxPath === undefined) throw new Error('nginx is not installed here.');
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-nginx-'));
  const [http, https] = [await freePort(), await freePort()];
  const files = {
    certificate: join(folder, 'certificate.pem'),
    key: join(folder, 'key.pem'),
    log: join(folder, 'log'),
  };
  signCertificate(files.certificate, files.key);
  await writeFile(join(folder, 'site.conf'), render(ports, http, https, files));
  await writeFile(join(folder, 'nginx.conf'), wrapper(folder));
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', files.log];
  execFileSync(nginxPath, [...args, '-t'], { stdio: 'pipe' });
  const child = spawn(nginxPath, args, { stdio: 'ignore' });
  await listening(https, child);
  return {
    url: `https://localhost:${https}`,
    plainUrl: `http://localhost:${http}`,
    certificate: readFileSync(files.certificate, 'utf8'),
    log: () => readFile(files.log, 'utf8').catch(() => ''),
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Files {
  readonly certificate: string;
  readonly key: string;
  readonly log: string;
}

function render(ports: readonly number[], http: number, https: number, files: Files): string {
  let text = readFileSync(TEMPLATE, 'utf8');
  if (ports.length > 1) text = text.replace(/^(\s*)#several /gm, '$1');
  // All at once, since a port of ours might be one of the template's.
  const renamed: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      [2567, 2568, 2569].map((port, at) => [`127.0.0.1:${port}`, `127.0.0.1:${ports[at] ?? port}`]),
    ),
    'listen 80;': `listen 127.0.0.1:${http};`,
    'listen [::]:80;': '',
    'listen 443 ': `listen 127.0.0.1:${https} `,
    'listen [::]:443 ssl http2;': '',
    'play.example.org;': 'localhost;',
    '/etc/letsencrypt/live/play.example.org/fullchain.pem': files.certificate,
    '/etc/letsencrypt/live/play.example.org/privkey.pem': files.key,
    '/var/log/nginx/twinfold.log': files.log,
  };
  const names = Object.keys(renamed).map((name) => name.replaceAll(/[[\].]/g, '\\$&'));
  return text.replaceAll(new RegExp(names.join('|'), 'g'), (name) => renamed[name] ?? name);
}

/** What a distribution has in its own nginx.conf. */
const wrapper = (folder: string): string => `
daemon off;
worker_processes 1;
pid ${folder}/pid;
events { worker_connections 256; }
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  include ${folder}/site.conf;
}
`;

function signCertificate(certificate: string, key: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, ...files], {
    stdio: 'pipe',
  });
}

/** Resolves when somebody answers on the port. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      }).once('error', () => resolve(false));
    });
    if (answered) return;
    await sleep(20);
  }
  throw new Error('nginx has ended instead of serving.');
}
