import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError, type PlacedError } from '../api/problem';
import { changeSite, type SiteChange, type SiteEdit } from '../api/site';

const STALE = 412;
const UNPROCESSABLE = 422;

/** One change of the site: first tried dry, then made as it was tried. */
export class Change implements ReactiveController {
  /** What would happen; undefined before it was asked, or after something else was typed. */
  effects?: string[];
  /** What is wrong in the documents. */
  errors: PlacedError[] = [];
  /** What else went wrong. */
  error?: unknown;
  /** Somebody else changed a document in between. */
  stale = false;
  busy = false;
  private tried: SiteEdit[] = [];
  private key = '';

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.touched();
  }

  /** What was tried does not count any more. */
  touched(): void {
    this.effects = undefined;
    this.errors = [];
    this.error = undefined;
    this.stale = false;
    this.host.requestUpdate();
  }

  /** Asks what would happen. */
  async dryRun(edits: SiteEdit[]): Promise<boolean> {
    this.touched();
    const result = await this.send(edits, true);
    this.tried = edits;
    this.key = newKey();
    this.effects = result?.effects;
    this.host.requestUpdate();
    return result !== undefined;
  }

  /** Makes what was tried; the same again after an answer that was lost. Undefined where it was refused. */
  async make(): Promise<SiteChange | undefined> {
    const result = await this.send(this.tried, false);
    if (result) {
      this.touched();
    }
    return result;
  }

  private async send(edits: SiteEdit[], dry: boolean): Promise<SiteChange | undefined> {
    this.busy = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      return await changeSite(edits, dry, this.key);
    } catch (error) {
      const problem = error instanceof ApiError ? error.problem : undefined;
      this.stale = problem?.status === STALE;
      this.errors = problem?.status === UNPROCESSABLE ? (problem.errors ?? []) : [];
      this.error = this.errors.length > 0 ? undefined : error;
      return undefined;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }
}

/** Also where the page came without TLS, which has no randomUUID. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
