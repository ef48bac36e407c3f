/** Which failures of a database may pass, and which will come again. */
import Database from 'better-sqlite3';
import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { explainOpening } from '../../server/persistence/postgres-trouble.ts';
import { isTransient } from '../../server/persistence/transient.ts';

/** As Postgres reports it. */
function postgres(code: string, message = 'said so'): DatabaseError {
  const error = new DatabaseError(message, 0, 'error');
  error.code = code;
  return error;
}

const system = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code });

test('a database that is away, busy, full or read-only may do it later', () => {
  for (const code of [
    '08006',
    '53100',
    '53300',
    '57014',
    '57P01',
    '57P03',
    '58030',
    '25006',
    '40P01',
    '28P01',
    '3D000',
  ]) {
    expect([code, isTransient(postgres(code))]).toEqual([code, true]);
  }
  for (const code of [
    'SQLITE_FULL',
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_IOERR_WRITE',
  ]) {
    expect([code, isTransient(new Database.SqliteError('said so', code))]).toEqual([code, true]);
  }
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE']) {
    expect([code, isTransient(system(code))]).toEqual([code, true]);
  }
  expect(isTransient(Object.assign(new AggregateError([system('ECONNREFUSED')]), { code: 'ECONNREFUSED' }))).toBe(true);
  expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isTransient(new Error('Query read timeout'))).toBe(true);
});

test('a write that is wrong will not be right later', () => {
  for (const code of ['23505', '23503', '42P01', '22P02', '42601']) expect(isTransient(postgres(code))).toBe(false);
  for (const code of ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_ERROR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB']) {
    expect([code, isTransient(new Database.SqliteError('said so', code))]).toEqual([code, false]);
  }
  for (const error of [new Error('The disk is full.'), new TypeError('x is not a function'), 'a word', undefined]) {
    expect(isTransient(error)).toBe(false);
  }
});

test('what keeps a Postgres database from being opened is told by where it is and whose it is', () => {
  const at = { where: 'db:5432', database: 'twinfold', user: 'ada' };
  for (const error of [postgres('28P01'), new Error('SASL: client password must be a string')]) {
    expect(explainOpening(error, at)).toBe(
      'The database at db:5432 does not let “ada” in. Check the user and the password in DATABASE_URL.',
    );
  }
  expect(explainOpening(postgres('42501'), at)).toMatch(
    /“ada” may not make tables in the database “twinfold” at db:5432/,
  );
  expect(explainOpening(postgres('57P03', 'the database system is starting up'), at)).toBe(
    'The database at db:5432 cannot be reached: the database system is starting up. Start Postgres there, or correct DATABASE_URL.',
  );
  const both = new AggregateError([new Error('connect ECONNREFUSED ::1'), new Error('connect ECONNREFUSED 127.0.0.1')]);
  expect(explainOpening(Object.assign(both, { code: 'ECONNREFUSED' }), at)).toContain('::1; connect ECONNREFUSED 127');
});
