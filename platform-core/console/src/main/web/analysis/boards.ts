import { html, type TemplateResult } from 'lit';
import '../chart/picture';
import type { Picked } from '../chart/picture';
import { pictureTable } from '../chart/picture-table';
import { percentText } from '../format/number';
import { dayText, minuteText } from '../format/time';
import { t } from '../text/text';
import type { Analysis } from './analysis';
import { nameOf } from './occurrence';
import { actorsPicture, daysPicture, heatCells, heatPicture, MOST_ACTORS, prioritiesPicture, ratePicture } from './pictures';
import { showActor, showTime } from './selection';

const HOUR = 3_600_000;

/** A picture with the table that says the same; each row and each part of the picture leads to its alarms. */
interface Board {
  title: string;
  width: 'half' | 'full';
  height?: number;
  option: () => object;
  columns: string[];
  /** In the order of the picture's data. */
  rows: { cells: string[]; show: string }[];
  /** Whether the row belongs into the table: those without an alarm do not, where there are many. */
  told?: (index: number) => boolean;
}

/** The pictures of an analysis. */
export function boards(analysis: Analysis, linkOf: (show: string) => string, go: (show: string) => void): TemplateResult[] {
  return all(analysis).map(({ title, width, height, option, columns, rows, told }) => {
    const pick = ({ detail }: CustomEvent<Picked>) => {
      const row = rows[detail.index];
      if (row) {
        go(row.show);
      }
    };
    return html`<section class="panel ${width}">
      <h2>${title}</h2>
      <g-picture .option=${option} .label=${title} .height=${height ?? 260} @pick=${pick}></g-picture>
      ${pictureTable(
        title,
        columns,
        () =>
          rows
            .filter((_, index) => told?.(index) ?? true)
            .map(({ cells: [first, ...others], show }) => [html`<a href=${linkOf(show)}>${first}</a>`, ...others]),
      )}
    </section>`;
  });
}

function all(analysis: Analysis): Board[] {
  const { intervals, days, actors, annunciated, priorities } = analysis;
  const cells = heatCells(analysis);
  return [
    {
      title: t('analysis.rate'),
      width: 'full',
      option: () => ratePicture(analysis),
      columns: [t('analysis.begin'), t('analysis.count')],
      rows: intervals.map(each => ({ cells: [minuteText(each.begin), String(each.alarms.length)], show: showTime(each) })),
      told: index => (intervals[index]?.alarms.length ?? 0) > 0,
    },
    {
      title: t('analysis.actors'),
      width: 'half',
      height: 340,
      option: () => actorsPicture(analysis),
      columns: [t('alarms'), t('analysis.count'), t('analysis.share')],
      rows: actors.slice(0, MOST_ACTORS).map(each => ({
        cells: [nameOf(each), String(each.alarms.length), percentText(each.alarms.length / annunciated.length)],
        show: showActor(each),
      })),
    },
    {
      title: t('analysis.priorities'),
      width: 'half',
      height: 340,
      option: () => prioritiesPicture(analysis),
      columns: [t('alarms.severity'), t('analysis.count'), t('analysis.share'), t('analysis.target')],
      rows: priorities.map(({ severity, alarms, share, target }) => ({
        cells: [t(`severity.${severity}`), String(alarms.length), percentText(share), percentText(target)],
        show: `severity:${severity}`,
      })),
    },
    {
      title: t('analysis.days'),
      width: 'half',
      height: 300,
      option: () => daysPicture(analysis),
      columns: [t('analysis.day'), t('analysis.count')],
      rows: days.map(each => ({ cells: [dayText(each.begin), String(each.alarms.length)], show: showTime(each) })),
    },
    {
      title: t('analysis.heat'),
      width: 'half',
      height: Math.max(300, 100 + 16 * days.length),
      option: () => heatPicture(analysis),
      columns: [t('analysis.day'), t('analysis.hour'), t('analysis.count')],
      rows: cells.map(({ day, hour, alarms }) => {
        const begin = new Date(days[day]?.begin ?? 0).setHours(hour, 0, 0, 0);
        return {
          cells: [dayText(begin), `${hour}:00`, String(alarms.length)],
          show: showTime({ begin, end: begin + HOUR }),
        };
      }),
      told: index => (cells[index]?.alarms.length ?? 0) > 0,
    },
  ];
}
