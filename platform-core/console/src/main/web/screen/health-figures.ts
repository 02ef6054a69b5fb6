import { html, nothing, type TemplateResult } from 'lit';
import { bytesText, numberText } from '../format/number';
import { t } from '../text/text';

/** How much room there is, and what waits in the queues of the platform; a figure that it does not give is left out. */
export function roomAndQueues(figures: Map<string, number>): TemplateResult {
  const of = (name: string) => figures.get('gemello_' + name);
  const [end, durable, start] = [of('log_end_offset'), of('log_durable_offset'), of('log_start_offset')];
  const waiting = [...figures].filter(([name]) => name.startsWith('gemello_jobs{state="WAITING"')).reduce((sum, [, n]) => sum + n, 0);
  return html`<section class="panel full">
    <h2>${t('health.room')}</h2>
    <dl class="facts">
      ${[
        line(t('health.log-bytes'), of('log_bytes'), bytesText),
        line(t('health.log-items'), minus(end, start), numberText),
        line(t('health.log-queue'), minus(end, durable), numberText),
        line(t('health.jobs-queue'), waiting, numberText),
        line(t('health.streams'), of('event_streams'), numberText),
        line(t('health.stream-lag'), of('event_stream_lag'), numberText),
        share(t('health.heap'), of('jvm_memory_bytes{area="heap"}'), of('jvm_heap_limit_bytes'), bytesText),
        share(t('health.files'), of('process_open_files'), of('process_open_files_limit'), numberText),
      ]}
    </dl>
  </section>`;
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function line(name: string, value: number | undefined, text: (value: number) => string): unknown {
  return value === undefined
    ? nothing
    : html`<dt>${name}</dt>
        <dd>${text(value)}</dd>`;
}

function share(name: string, value: number | undefined, most: number | undefined, text: (value: number) => string): unknown {
  return value === undefined || !most
    ? nothing
    : html`<dt>${name}</dt>
        <dd><meter min="0" max=${most} high=${most * 0.9} .value=${value} aria-label=${name}></meter> ${t('health.of', { n: text(value), all: text(most) })}</dd>`;
}
