import type { TemplateResult } from 'lit';
import { numberText } from '../format/number';
import { timeText } from '../format/time';
import { unitText } from '../format/unit';
import { t } from '../text/text';
import type { Line } from './line';
import { pictureTable } from './picture-table';

/** What the lines of a trend have in sight, newest first. */
export function trendTable(lines: Line[]): TemplateResult {
  return pictureTable(t('tab.trends'), [t('trend.when'), t('point'), t('value')], () =>
    lines
      .flatMap(line => line.times.map((time, index) => ({ time, value: line.values[index], spec: line.spec })))
      .sort((one, other) => other.time - one.time)
      .flatMap(({ time, value, spec }) =>
        value === null || value === undefined
          ? []
          : [[timeText(new Date(time * 1000).toISOString()), spec.title, `${numberText(value)} ${unitText(spec.unit)}`.trim()]],
      ),
  );
}
