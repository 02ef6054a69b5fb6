import { Box3, Group } from 'three';
import type { TwinFeed } from '../api/feed';
import { tableAt, type Row } from '../widget/table';
import type { SceneNode } from '../widget/scene-view';
import type { TableRef } from '../widget/view';
import { Body } from './body';
import { placed } from './copies';
import { ringsOf } from './plume';
import { Shapes } from './shapes';

/** All bodies of a scene, built anew when a table has other rows for those that are repeated. */
export class Bodies {
  readonly group = new Group();
  all: Body[] = [];
  private readonly shapes = new Shapes();
  private readonly tables: TableRef[];
  private documents?: unknown[];
  private built = '';

  constructor(
    private readonly nodes: SceneNode[],
    private readonly feed: TwinFeed,
  ) {
    this.tables = [...within(nodes)].flatMap(node => [node.repeat, node.rings].filter(each => each !== undefined));
    if (nodes.some(node => node.repeat?.part)) {
      feed.wantParts();
    }
  }

  /**
   * Takes what the tables say now; true where there are other bodies than before.
   *
   * @throws Error with a sentence for people where a document has no such table
   */
  refresh(): boolean {
    const documents = this.tables.map(({ table }) => this.feed.document(table));
    if (this.documents && documents.every((document, index) => document === this.documents?.[index])) {
      return false;
    }
    this.documents = documents;
    return this.build();
  }

  /** Puts the bodies of files where the nodes want them; true where there are any. @throws Error where a file is none */
  async load(file: (path: string) => Promise<Blob>): Promise<boolean> {
    const models = [...within(this.nodes)].filter(node => node.shape === 'model');
    for (const node of models) {
      await this.shapes.load(node, file);
    }
    if (models.length > 0) {
      this.built = '';
      this.build();
    }
    return models.length > 0;
  }

  /** The room that the bodies take; what is only air does not count. */
  get room(): Box3 {
    const room = new Box3();
    this.group.updateMatrixWorld(true);
    this.all.filter(body => !body.node.rings).forEach(body => body.measure(room));
    return room;
  }

  dispose(): void {
    this.all.forEach(body => body.dispose());
    this.shapes.dispose();
  }

  private build(): boolean {
    const nodes = placed(this.nodes, node => (node.repeat ? this.rows(node.repeat) : []));
    const key = JSON.stringify(nodes.map(each => each.copy ?? 0));
    const anew = key !== this.built;
    if (anew) {
      this.built = key;
      this.all.forEach(body => body.dispose());
      const roots = nodes.map(({ node, copy }) => new Body(node, this.shapes, undefined, copy));
      this.all = roots.flatMap(root => [...root.all()]);
      this.group.clear();
      roots.forEach(root => this.group.add(root.group));
    }
    for (const body of this.all) {
      const { rings } = body.node;
      if (rings) {
        body.rings = ringsOf(this.rows(rings), rings, body.copy?.id);
      }
    }
    return anew;
  }

  private rows({ table, at }: TableRef): Row[] {
    const document = this.feed.document(table);
    return document === undefined ? [] : tableAt(document, at);
  }
}

function* within(nodes: SceneNode[]): Iterable<SceneNode> {
  for (const node of nodes) {
    yield node;
    yield* within(node.children ?? []);
  }
}
