import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from './journal';

interface Note {
  readonly id: number;
  readonly text: string;
}

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  file = join(folder, 'deep', 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a put is on disk when it returns, so a second process sees it', () => {
  openJournal(file).table<Note>('notes').put({ id: 1, text: 'first\nline' });
  expect(openJournal(file).table<Note>('notes').get(1)).toEqual({ id: 1, text: 'first\nline' });
});

test('a delete and an overwrite survive as well', () => {
  const notes = openJournal(file).table<Note>('notes');
  notes.put({ id: 1, text: 'a' });
  notes.put({ id: 2, text: 'b' });
  notes.put({ id: 2, text: 'c' });
  expect(notes.delete(1)).toBe(true);
  expect(notes.delete(1)).toBe(false);
  expect(openJournal(file).table<Note>('notes').all()).toEqual([{ id: 2, text: 'c' }]);
});

test('tables of one file do not mix', () => {
  const journal = openJournal(file);
  journal.table<Note>('notes').put({ id: 1, text: 'a' });
  expect(journal.table<Note>('others').size).toBe(0);
  expect(journal.table<Note>('notes').size).toBe(1);
});

test('opening throws the history away and keeps the living rows in their order', () => {
  const notes = openJournal(file).table<Note>('notes');
  notes.put({ id: 2, text: 'b' });
  notes.put({ id: 1, text: 'a' });
  notes.put({ id: 2, text: 'b2' });
  openJournal(file);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  expect(openJournal(file).table<Note>('notes').all().map((note) => note.text)).toEqual(['b2', 'a']);
});

test('a line torn by a kill is dropped; a broken line inside the file is an error', () => {
  openJournal(file).table<Note>('notes').put({ id: 1, text: 'a' });
  appendFileSync(file, '{"t":"notes","put":{"id":2,"te');
  expect(openJournal(file).table<Note>('notes').all()).toEqual([{ id: 1, text: 'a' }]);
  appendFileSync(file, 'not json\n{"t":"notes","del":1}\n');
  expect(() => openJournal(file)).toThrow(SyntaxError);
});

test('without a file everything stays in memory', () => {
  const journal = openJournal(null);
  journal.table<Note>('notes').put({ id: 1, text: 'a' });
  expect(journal.table<Note>('notes').get(1)?.text).toBe('a');
  expect(openJournal(null).table<Note>('notes').size).toBe(0);
});
