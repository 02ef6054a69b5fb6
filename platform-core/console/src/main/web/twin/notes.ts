import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, api } from '../api/client';
import type { TwinFeed } from '../api/feed';
import { session } from '../api/session';
import { Element } from '../base/element';
import { loading, problem } from '../base/parts';
import { Poll } from '../base/poll';
import { timeText } from '../format/time';
import { t } from '../text/text';

const MONTH = 30 * 86_400_000;

/** What people wrote about the twin, of the last thirty days. */
@customElement('g-notes')
export class Notes extends Element {
  @property({ attribute: false }) feed!: TwinFeed;
  @state() private error?: unknown;
  private readonly notes = new Poll(
    this,
    () =>
      answer(
        api.GET('/twins/{twinId}/annotations', {
          params: {
            path: { twinId: this.feed.id },
            query: { from: new Date(Date.now() - MONTH).toISOString(), to: new Date(Date.now() + 60_000).toISOString() },
          },
        }),
      ),
    10_000,
  );

  private readonly write = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const now = new Date().toISOString();
    try {
      await answer(
        api.POST('/twins/{twinId}/annotations', {
          params: { path: { twinId: this.feed.id } },
          body: { from: now, to: now, text: String(new FormData(form).get('text')) },
        }),
      );
      form.reset();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    await this.notes.now();
  };

  protected override render(): TemplateResult {
    const notes = this.notes.value;
    return html`<section class="panel">
      ${problem(this.error ?? this.notes.error)}
      ${
        session.may('OPERATOR')
          ? html`<form class="bar" @submit=${this.write}>
              <label class="grow">${t('notes.write')} <input name="text" required maxlength="4000" /></label>
              <button class="primary">${t('notes.save')}</button>
            </form>`
          : nothing
      }
      ${
        !notes
          ? loading()
          : notes.length === 0
            ? html`<p class="quiet">${t('notes.none')}</p>`
            : html`<ul class="rows">
                ${[...notes]
                  .reverse()
                  .map(
                    note => html`<li><span class="grow">${note.text}</span> <small>${note.author} · ${timeText(note.from)}</small></li>`,
                  )}
              </ul>`
      }
    </section>`;
  }
}
