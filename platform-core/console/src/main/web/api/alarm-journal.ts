import { answer, api, type Schemas } from './client';

const PAGE = 5000;
const MOST = 100_000;

/** What happened to alarms in a stretch of time (milliseconds), in the order of the log; `more` where there is more than is read. */
export async function alarmJournal(from: number, to: number): Promise<{ records: Schemas['AlarmRecord'][]; more: boolean }> {
  const records: Schemas['AlarmRecord'][] = [];
  const stretch = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), limit: PAGE };
  let cursor: number | undefined;
  do {
    const page: Schemas['AlarmJournalPage'] = await answer(api.GET('/alarms/journal', { params: { query: { ...stretch, cursor } } }));
    records.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && records.length < MOST);
  return { records, more: cursor !== undefined };
}
