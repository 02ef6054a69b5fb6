import { html, type TemplateResult } from 'lit';
import type { Route } from './base/router';
import type { Key } from './text/text';
import './screen/account';
import './screen/alarm-analysis';
import './screen/alarms';
import './screen/audit';
import './screen/connections';
import './screen/fleet';
import './screen/health';
import './screen/jobs';
import './screen/nowhere';
import './screen/overview';
import './screen/packs';
import './screen/users';
import './screen/relations';
import './tree/asset-tree';
import './pack/log';
import './policy/screen';
import './site/screen';
import './start/wizard';
import './twin/page';

/** A place that the navigation leads to. */
export interface Screen {
  path: string[];
  title: Key;
  icon: string;
  role?: 'ADMINISTRATOR';
  /** The place of the navigation that it belongs to, where it has none of its own. */
  within?: string;
  show(route: Route): TemplateResult;
}

const OVERVIEW: Screen = {
  path: [],
  title: 'overview',
  icon: 'M2 2h7v7H2zM11 2h7v4h-7zM11 8h7v10h-7zM2 11h7v7H2z',
  show: () => html`<g-overview></g-overview>`,
};

export const SCREENS: Screen[] = [
  OVERVIEW,
  {
    path: ['twins'],
    title: 'twins',
    icon: 'M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h5v5h-5z',
    show: ({ path, query }) =>
      path[1]
        ? html`<g-twin .twinId=${path[1]} .tab=${path.slice(2)} .query=${query}></g-twin>`
        : html`<g-fleet .query=${query}></g-fleet>`,
  },
  {
    path: ['alarms'],
    title: 'alarms',
    icon: 'M10 1l9 17H1zM9 7v5h2V7zM9 13v2h2v-2z',
    show: ({ path, query }) =>
      path[1] === 'analysis'
        ? html`<g-alarm-analysis .query=${query}></g-alarm-analysis>`
        : html`<g-alarms .query=${query}></g-alarms>`,
  },
  {
    path: ['connections'],
    title: 'connections',
    icon: 'M2 4h6v6H2zM12 10h6v6h-6zM5 10v4h7v-1.6H6.6V10z',
    show: ({ path }) => html`<g-connections .name=${path[1]}></g-connections>`,
  },
  {
    path: ['site'],
    title: 'site',
    icon: 'M2 4h8v2H2zM11 2h3v6h-3zM15 4h3v2h-3zM2 14h3v2H2zM6 12h3v6H6zM10 14h8v2h-8zM2 9h16v2H2z',
    show: ({ path }) => html`<g-site .path=${path.slice(1)}></g-site>`,
  },
  {
    path: ['packs'],
    title: 'packs',
    icon: 'M10 1l8 4v10l-8 4-8-4V5zM3.6 6L10 9.2 16.4 6 10 2.8z',
    show: ({ path, query }) =>
      path[2] === 'log' ? html`<g-pack-log .pack=${path[1]} .query=${query}></g-pack-log>` : html`<g-packs></g-packs>`,
  },
  { path: ['jobs'], title: 'jobs', icon: 'M2 3h16v3H2zM2 8.5h10v3H2zM2 14h13v3H2z', show: () => html`<g-jobs></g-jobs>` },
  { path: ['health'], title: 'health', icon: 'M1 9h4l2-5 4 12 2.5-7H19v2h-4l-4 9L7 9l-1 2H1z', show: () => html`<g-health></g-health>` },
  {
    path: ['users'],
    title: 'users',
    role: 'ADMINISTRATOR',
    icon: 'M10 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM2 18c0-4 4-6 8-6s8 2 8 6z',
    show: () => html`<g-users></g-users>`,
  },
  {
    path: ['policies'],
    title: 'policies',
    role: 'ADMINISTRATOR',
    icon: 'M10 1l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V4zM9 5v9h2V5z',
    show: ({ path }) => html`<g-policies .path=${path.slice(1)}></g-policies>`,
  },
  {
    path: ['audit'],
    title: 'audit',
    role: 'ADMINISTRATOR',
    icon: 'M4 1h9l4 4v14H4zM6.5 8h7v1.4h-7zM6.5 11.3h7v1.4h-7zM6.5 14.6h5V16h-5z',
    show: () => html`<g-audit></g-audit>`,
  },
];

/** Reached otherwise: by the name at the top, or from another screen. */
const OTHERS: Screen[] = [
  { path: ['account'], title: 'account', icon: '', show: () => html`<g-account></g-account>` },
  { path: ['tree'], title: 'tree', icon: '', within: 'twins', show: ({ query }) => html`<g-asset-tree .query=${query}></g-asset-tree>` },
  { path: ['relations'], title: 'relations', icon: '', within: 'twins', show: () => html`<g-relations-screen></g-relations-screen>` },
  {
    path: ['start'],
    title: 'start',
    icon: '',
    within: 'site',
    show: ({ path, query }) => html`<g-start .step=${path[1] ?? ''} .query=${query}></g-start>`,
  },
];

const NOWHERE: Screen = { path: ['nowhere'], title: 'nowhere', icon: '', show: () => html`<g-nowhere></g-nowhere>` };

export function screenOf(path: string[]): Screen {
  return [...SCREENS, ...OTHERS].find(screen => screen.path[0] === path[0]) ?? NOWHERE;
}
