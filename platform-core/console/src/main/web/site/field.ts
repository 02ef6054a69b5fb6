import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedError } from '../api/problem';
import { errorsAt, isAbout } from './errors';

export interface TextOptions {
  required?: boolean;
  pattern?: string;
  hint?: string;
  /** It cannot be changed any more. */
  fixed?: boolean;
}

/** The field of one key with what is wrong about it. `input` is given the id of the element that says so. */
export function field(path: string, label: string, errors: PlacedError[], input: (described: string) => TemplateResult): TemplateResult {
  const id = 'e-' + path.replace(/\W/g, '-');
  return html`<label class="field ${errors.some(error => isAbout(error, path)) ? 'wrong' : ''}"
    >${label} <small class="key">${path}</small> ${input(id)} ${errorsAt(errors, path, id)}</label
  >`;
}

export function textField(
  path: string,
  label: string,
  value: string,
  errors: PlacedError[],
  take: (text: string) => void,
  options: TextOptions,
): TemplateResult {
  return field(
    path,
    label,
    errors,
    id =>
      html`<input
        name=${path}
        .value=${value}
        ?required=${options.required ?? false}
        ?readonly=${options.fixed ?? false}
        pattern=${options.pattern ?? nothing}
        placeholder=${options.hint ?? nothing}
        maxlength="1024"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${id}
        @input=${(event: Event) => take((event.target as HTMLInputElement).value)}
      />`,
  );
}
