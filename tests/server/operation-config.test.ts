import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig, readVariables } from '../../server/config.ts';
import { standings } from '../../server/operation/standings.ts';
import { toldOf, VARIABLE_NAMES } from '../../server/operation/variables.ts';

const CONFIG = fileURLToPath(new URL('../../server/cli/config.ts', import.meta.url));
const GUIDE = new URL('../../server/operation/GUIDE.md', import.meta.url);

const mistakesOf = (environment: Record<string, string>): unknown => {
  const read = readConfig(environment);
  return 'mistakes' in read ? read.mistakes : [];
};

test('nothing has to be set', () => {
  expect(readConfig({})).toMatchObject({
    config: { port: 2567, host: undefined, logLevel: 'warn', retentionDays: 30 },
  });
});

test('each mistake in the configuration has its sentence, and all are told at once', () => {
  const environment = {
    ...{ PORT: '70000', GROWTH_THREADS: 'many', LOG_LEVEL: 'loud', HOST: '', PUBLIC_ADDRESS: 'https://play.org' },
    ...{ REDIS_URL: 'redis://cache:6379', RETENTION_DAY: '7', TWINFOLD_MOST_ROOMS: '3' },
  };
  expect(mistakesOf(environment)).toEqual([
    'HOST is set, but to nothing. Give it a value, or leave it out.',
    'PORT should be a whole number from 0 to 65535, not “70000”.',
    'PUBLIC_ADDRESS should say where pages reach this very process: a path of the one address, such as /1, or a host, such as play-1.example.org, not “https://play.org”.',
    'GROWTH_THREADS should be a whole number from 1 to 256, not “many”.',
    'LOG_LEVEL should be one of silent, fatal, error, warn, info, debug, not “loud”.',
    'REDIS_URL is set and DATABASE_URL is not: several processes need a database that they share.',
    'RETENTION_DAY is no variable of Twinfold. Did you mean RETENTION_DAYS? If another program needs it, keep it from this one: env -u RETENTION_DAY npm start',
    'TWINFOLD_MOST_ROOMS is no variable of Twinfold. Did you mean MOST_ROOMS? If another program needs it, keep it from this one: env -u TWINFOLD_MOST_ROOMS npm start',
  ]);
});

test('a slip is one only where the right name is missing, and short names of other programs are theirs', () => {
  expect(mistakesOf({ DATABASE_URI: 'x', DATABASE_URL: 'postgres://a@b/c' })).toEqual([]);
  expect(
    mistakesOf({ SPORT: 'chess', HOSTS: 'a b', POST: '1', npm_config_loglevel: 'warn', XDG_DATA_DIRS: '/x' }),
  ).toEqual([]);
});

test('a secret that is wrong is not repeated', () => {
  const wrong = { MONITOR_PASSWORD: 'hunter2', METRICS_TOKEN: 'abc', DATABASE_URL: 'mysql://root:hunter2@db/twinfold' };
  const mistakes = mistakesOf(wrong);
  expect(mistakes).toHaveLength(3);
  expect(JSON.stringify(mistakes)).not.toMatch(/hunter2|abc/);
});

test('what is in force is told with where it comes from, and passwords are masked, inside addresses too', () => {
  const environment = {
    ...{ PORT: '80', MONITOR_PASSWORD: 'correct horse', METRICS_TOKEN: 'battery staple' },
    ...{ DATABASE_URL: 'postgres://tw:secret1@db:5432/t?password=secret2', REDIS_URL: 'redis://:secret3@cache:6379' },
  };
  const read = readVariables(environment);
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const told = standings(environment, read.settled);
  expect(JSON.stringify(told)).not.toMatch(/horse|staple|secret/);
  expect(told.map(({ name }) => name)).toEqual(VARIABLE_NAMES);
  expect(told.find(({ name }) => name === 'PORT')).toMatchObject({ value: 80, from: 'environment' });
  expect(told.find(({ name }) => name === 'RETENTION_DAYS')).toMatchObject({ value: 30, from: 'default' });
  expect(told.find(({ name }) => name === 'DATABASE_URL')?.value).toBe('postgres://tw:***@db:5432/t?password=***');
});

test('npm run config prints every variable, or says what is wrong and fails', () => {
  const lines = execFileSync(process.execPath, [CONFIG], { encoding: 'utf8', env: { LOG_LEVEL: 'info' } });
  for (const name of VARIABLE_NAMES) expect(lines).toContain(`${name}: `);
  expect(lines).toContain('LOG_LEVEL: info (from the environment)');
  const json: unknown = JSON.parse(execFileSync(process.execPath, [CONFIG, '--json'], { encoding: 'utf8', env: {} }));
  expect(json).toHaveLength(VARIABLE_NAMES.length);
  const wrong = spawnSync(process.execPath, [CONFIG], { encoding: 'utf8', env: { PORT: 'x', LOG_LEVEL: 'y' } });
  expect(wrong.status).toBe(1);
  expect(wrong.stderr.trim().split('\n')).toHaveLength(2);
});

test('the guide’s table of variables is the one that the configuration is read by', () => {
  const rows = readFileSync(GUIDE, 'utf8')
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  expect(rows).toEqual(
    VARIABLE_NAMES.map((name) => {
      const { usual, purpose } = toldOf(name);
      return `| \`${name}\` | ${usual} | ${purpose} |`;
    }),
  );
});
