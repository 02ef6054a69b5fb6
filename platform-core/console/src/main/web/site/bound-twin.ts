import { answer, api, type Schemas } from '../api/client';
import { document, documents, type SiteDocument } from '../api/site';
import { boundPoints } from './binding';
import { readProposal, type Proposed } from './proposal';

/** A twin beside a connection: what can be bound, and what is. */
export interface BoundTwin {
  /** Points that a source can give. */
  points: Schemas['PointSpec'][];
  source?: SiteDocument;
  /** What the connection feeds, undefined where that is nothing yet. */
  binding?: SiteDocument;
  /** Points that other connections feed, and which. */
  elsewhere: ReadonlyMap<string, string>;
}

export async function boundTwin(connection: string, twin: string): Promise<BoundTwin> {
  const name = `${connection}/${twin}`;
  const [whole, source, binding, all] = await Promise.all([
    answer(api.GET('/twins/{twinId}', { params: { path: { twinId: twin } } })),
    document('CONNECTION', connection),
    document('BINDING', name),
    documents('BINDING'),
  ]);
  const others = all.filter(each => each.name.endsWith('/' + twin) && each.name !== name);
  return {
    points: whole.model?.points.filter(point => point.role !== 'DERIVED') ?? [],
    source,
    binding,
    elsewhere: new Map(
      others.flatMap(each => boundPoints(each.content).map(({ point }) => [point, each.name.split('/')[0] ?? ''] as const)),
    ),
  };
}

/** Variables at and below a node, with the units that the source tells. */
export async function proposed(connection: string, node: string, twin: string): Promise<Proposed[]> {
  const { yaml } = await answer(api.GET('/connections/{connection}/proposal', { params: { path: { connection }, query: { node, twin } } }));
  return readProposal(yaml);
}
