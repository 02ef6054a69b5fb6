import { html, type TemplateResult } from 'lit';
import type { Policy, PolicyRequest } from '../api/policies';
import { ROLES } from '../screen/roles';
import { t } from '../text/text';
import { patterns } from './glob';

const EFFECTS: Policy['effect'][] = ['ALLOW', 'DENY', 'REQUIRE_APPROVAL'];
const ACTIONS: PolicyRequest['actions'] = ['READ', 'COMMAND', 'WRITE', 'ACKNOWLEDGE', 'DECIDE', 'APPROVE', 'CONFIGURE'];

/** The fields of a policy: its effect, whom and what it speaks of, and with which twins. */
export function policyFields(content: PolicyRequest, set: (change: Partial<PolicyRequest>) => void): TemplateResult {
  const { subjects } = content;
  return html`<label class="field"
      >${t('policies.effect')}
      <select
        name="effect"
        @change=${(event: Event) => set(withEffect((event.target as HTMLSelectElement).value as Policy['effect']))}
      >
        ${EFFECTS.map(
          each => html`<option value=${each} ?selected=${each === content.effect}>${t(`policy.${each}`)}</option>`,
        )}
      </select></label
    >
    ${globs('users', t('users'), subjects.users, 'olga *@plant', users => set({ subjects: { ...subjects, users } }))}
    ${globs('keys', t('keys'), subjects.keys, 'mes-*', keys => set({ subjects: { ...subjects, keys } }))}
    ${checks(
      t('policies.roles'),
      ROLES,
      subjects.roles ?? [],
      role => t(`user.${role}`),
      roles => set({ subjects: { ...subjects, roles } }),
    )}
    ${checks(
      t('policies.actions'),
      content.effect === 'REQUIRE_APPROVAL' ? ['COMMAND'] : ACTIONS,
      content.actions,
      action => t(`policy.${action}`),
      actions => set({ actions }),
    )}
    ${globs('twins', t('twins'), content.twins, 'wt-* !wt-07', twins => set({ twins }), true)}
    ${globs('points', t('policies.points'), content.points, 'WTUR.*', points => set({ points }))}
    ${globs('commands', t('policies.commands'), content.commands, 'set-*', commands => set({ commands }))}`;
}

/** There is approval for commands alone. */
function withEffect(effect: Policy['effect']): Partial<PolicyRequest> {
  return effect === 'REQUIRE_APPROVAL' ? { effect, actions: ['COMMAND'] } : { effect };
}

function globs(
  name: string,
  label: string,
  value: string[] | undefined,
  hint: string,
  take: (patterns: string[]) => void,
  required = false,
): TemplateResult {
  return html`<label class="field"
    >${label}
    <input
      name=${name}
      ?required=${required}
      placeholder=${hint}
      autocomplete="off"
      spellcheck="false"
      .value=${(value ?? []).join(' ')}
      @change=${(event: Event) => take(patterns((event.target as HTMLInputElement).value))}
  /></label>`;
}

function checks<T extends string>(
  legend: string,
  all: readonly T[],
  chosen: readonly T[],
  text: (each: T) => string,
  take: (chosen: T[]) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="bar">
      ${all.map(
        each =>
          html`<label class="check"
            ><input
              type="checkbox"
              value=${each}
              .checked=${chosen.includes(each)}
              @change=${() => take(all.filter(other => (other === each) !== chosen.includes(other)))}
            />${text(each)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}
