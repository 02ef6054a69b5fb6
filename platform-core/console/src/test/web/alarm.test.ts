import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byAttention } from '../../main/web/alarm/state';
import { AlarmBook } from '../../main/web/api/alarm-book';

const alarm = (active: boolean, severity: 'LOW' | 'HIGH', since: string) => ({
  twin: 'wt-01',
  alarm: { name: 'drift', active, severity, message: 'm', since },
});
const handled = (action: 'ACKNOWLEDGE' | 'SHELVE' | 'RESTORE', time: string) => ({ source: 'wt-01', alarm: 'drift', action, by: 'olga', time });
const only = (book: AlarmBook) => book.all()[0]!;

test('an alarm goes through the states of ISA-18.2', () => {
  const book = new AlarmBook();
  book.changed(alarm(true, 'LOW', '1'));
  assert.equal(only(book).state, 'UNACKNOWLEDGED');
  book.handled(handled('ACKNOWLEDGE', '2'));
  assert.equal(only(book).state, 'ACKNOWLEDGED');
  book.changed(alarm(true, 'LOW', '3'));
  assert.deepEqual([only(book).state, only(book).since], ['ACKNOWLEDGED', '1']);
  book.changed(alarm(true, 'HIGH', '4'));
  assert.equal(only(book).state, 'UNACKNOWLEDGED');
  book.handled(handled('SHELVE', '5'));
  assert.equal(only(book).state, 'SHELVED');
  book.changed(alarm(false, 'HIGH', '6'));
  book.handled(handled('RESTORE', '7'));
  assert.deepEqual([only(book).state, only(book).since], ['RETURNED', '6']);
  book.handled(handled('ACKNOWLEDGE', '8'));
  assert.equal(only(book).state, 'NORMAL');
});

test('events that are in the list already change nothing in the end', () => {
  const events = (book: AlarmBook) => {
    book.changed(alarm(true, 'LOW', '1'));
    book.changed(alarm(true, 'HIGH', '2'));
    book.handled(handled('ACKNOWLEDGE', '3'));
    book.changed(alarm(false, 'HIGH', '4'));
    book.changed(alarm(true, 'LOW', '5'));
    return only(book);
  };
  const book = new AlarmBook();
  const first = events(book);
  assert.deepEqual(events(book), first);
});

test('what is done to an unknown alarm is let by', () => {
  const book = new AlarmBook();
  book.handled(handled('SHELVE', '1'));
  assert.equal(book.all().length, 0);
});

test('what needs somebody comes first, the worst of it before all', () => {
  const book = new AlarmBook();
  const raise = (name: string, severity: 'LOW' | 'HIGH', since: string) =>
    book.changed({ twin: 'wt-01', alarm: { name, active: true, severity, message: '', since } });
  raise('old', 'HIGH', '1');
  raise('new', 'HIGH', '2');
  raise('mild', 'LOW', '3');
  raise('seen', 'HIGH', '4');
  book.handled({ ...handled('ACKNOWLEDGE', '5'), alarm: 'seen' });
  raise('shelved', 'HIGH', '6');
  book.handled({ ...handled('SHELVE', '7'), alarm: 'shelved' });
  assert.deepEqual(
    book.all().sort(byAttention).map(alarm => alarm.name),
    ['new', 'old', 'seen', 'mild', 'shelved'],
  );
});
