import type { EChartsCoreOption } from 'echarts/core';
import { axisStyle, ROOM, scaleColours, targetLines } from '../chart/picture-axes';
import { colour } from '../base/theme';
import { numberText, percentText } from '../format/number';
import { dayText, minuteText } from '../format/time';
import { t } from '../text/text';
import type { Analysis } from './analysis';
import { nameOf, type Occurrence } from './occurrence';
import { TARGETS } from './targets';

export const MOST_ACTORS = 20;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Grey where it is as it should be. */
const bar = (value: number, most: number) => ({ value, itemStyle: { color: colour(value > most ? 'alarm-HIGH' : 'value') } });

/** Ten minutes by ten minutes, against the most that there should be. */
export function ratePicture({ intervals }: Analysis): EChartsCoreOption {
  return {
    grid: ROOM,
    tooltip: {
      trigger: 'axis',
      formatter: ([{ dataIndex, value }]: [{ dataIndex: number; value: number }]) => `${stamp(intervals[dataIndex]?.begin)}\n${value}`,
    },
    xAxis: { type: 'category', data: intervals.map(each => stamp(each.begin)), ...axisStyle(false) },
    yAxis: { type: 'value', minInterval: 1, ...axisStyle(true) },
    series: [
      {
        type: 'bar',
        barCategoryGap: 0,
        data: intervals.map(each => bar(each.alarms.length, TARGETS.peak.most)),
        markLine: targetLines([{ value: TARGETS.peak.most, name: t('analysis.rate.target'), of: 'yAxis' }]),
      },
    ],
  };
}

/** Day by day, against what is acceptable and what is manageable. */
export function daysPicture({ days }: Analysis): EChartsCoreOption {
  const { good, most } = TARGETS.perDay;
  return {
    grid: ROOM,
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: days.map(each => dayText(each.begin)), ...axisStyle(false) },
    yAxis: { type: 'value', minInterval: 1, ...axisStyle(true) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 60,
        data: days.map(each => bar(each.alarms.length, most)),
        markLine: targetLines([
          { value: good, name: t('analysis.days.good', { n: good }), of: 'yAxis' },
          { value: most, name: t('analysis.days.most', { n: most }), of: 'yAxis' },
        ]),
      },
    ],
  };
}

/** Pareto: the most frequent alarms with the share that they and those before them make. */
export function actorsPicture({ actors, annunciated }: Analysis): EChartsCoreOption {
  const shown = actors.slice(0, MOST_ACTORS);
  let sum = 0;
  const shares = shown.map(actor => (100 * (sum += actor.alarms.length)) / annunciated.length);
  return {
    grid: { ...ROOM, bottom: 8 },
    tooltip: {
      trigger: 'axis',
      formatter: ([{ dataIndex }]: [{ dataIndex: number }]) => {
        const actor = shown[dataIndex];
        return actor ? `${nameOf(actor)}\n${actor.alarms.length} · ${percentText((shares[dataIndex] ?? 0) / 100)}` : '';
      },
    },
    xAxis: { type: 'category', data: shown.map(nameOf), ...axisStyle(false), axisLabel: { color: colour('ink-quiet'), rotate: 40, width: 130, overflow: 'truncate' } },
    yAxis: [
      { type: 'value', minInterval: 1, ...axisStyle(true) },
      { type: 'value', max: 100, ...axisStyle(false), axisLabel: { color: colour('ink-quiet'), formatter: '{value} %' } },
    ],
    series: [
      { type: 'bar', barMaxWidth: 40, itemStyle: { color: colour('value') }, data: shown.map(actor => actor.alarms.length) },
      { type: 'line', yAxisIndex: 1, data: shares, symbolSize: 5, lineStyle: { color: colour('ink'), width: 1.5 }, itemStyle: { color: colour('ink') } },
    ],
  };
}

/** Each priority beside its target. */
export function prioritiesPicture({ priorities }: Analysis): EChartsCoreOption {
  return {
    grid: { ...ROOM, right: 40 },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => numberText(value, 1) + ' %' },
    xAxis: { type: 'value', max: 100, ...axisStyle(true), axisLabel: { color: colour('ink-quiet'), formatter: '{value} %' } },
    yAxis: { type: 'category', data: priorities.map(each => t(`severity.${each.severity}`)), ...axisStyle(false) },
    series: [
      {
        name: t('analysis.share'),
        type: 'bar',
        data: priorities.map(each => ({
          value: 100 * each.share,
          itemStyle: { color: colour(each.share - each.target > TARGETS.prioritySlack ? 'alarm-HIGH' : 'value') },
        })),
      },
      { name: t('analysis.target'), type: 'bar', itemStyle: { color: 'transparent', borderColor: colour('ink'), borderType: 'dashed' }, data: priorities.map(each => 100 * each.target) },
    ],
  };
}

/** How many came in which hour of which day. */
export function heatCells({ days, annunciated }: Analysis): { day: number; hour: number; alarms: Occurrence[] }[] {
  const cells = days.flatMap((_, day) => HOURS.map(hour => ({ day, hour, alarms: [] as Occurrence[] })));
  for (const each of annunciated) {
    const day = days.findIndex(({ begin, end }) => each.raised >= begin && each.raised < end);
    cells[day * HOURS.length + new Date(each.raised).getHours()]?.alarms.push(each);
  }
  return cells;
}

export function heatPicture(analysis: Analysis): EChartsCoreOption {
  const cells = heatCells(analysis);
  return {
    grid: { ...ROOM, top: 8, bottom: 46 },
    tooltip: {
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const cell = cells[dataIndex];
        return cell ? `${dayText(analysis.days[cell.day]?.begin ?? 0)} ${cell.hour}:00\n${cell.alarms.length}` : '';
      },
    },
    xAxis: { type: 'category', data: HOURS, ...axisStyle(false) },
    yAxis: { type: 'category', inverse: true, data: analysis.days.map(each => dayText(each.begin)), ...axisStyle(false) },
    visualMap: {
      min: 0,
      max: Math.max(1, ...cells.map(cell => cell.alarms.length)),
      calculable: false,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 160,
      itemWidth: 12,
      inRange: { color: scaleColours() },
      textStyle: { color: colour('ink-quiet') },
    },
    series: [{ type: 'heatmap', data: cells.map(cell => [cell.hour, cell.day, cell.alarms.length]), itemStyle: { borderColor: colour('panel'), borderWidth: 1 } }],
  };
}

function stamp(millis: number | undefined): string {
  return millis === undefined ? '' : minuteText(millis);
}
