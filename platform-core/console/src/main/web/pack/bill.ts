import { answer, api } from '../api/client';

/** Where a pack has its bill of materials; docs/adr/0020-packs.md. */
const PATH = 'sbom.cdx.json';

export interface Component {
  name: string;
  version: string;
  licences: string[];
  hash?: string;
}

/** What of CycloneDX (ECMA-424) is shown. */
interface Bill {
  specVersion?: string;
  metadata?: { component?: Part };
  components?: Part[];
}
interface Part {
  group?: string;
  name?: string;
  version?: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
  hashes?: { alg?: string; content?: string }[];
}

/** What is in the version of a pack that serves, the pack itself first. @throws ApiError where it brings no bill, SyntaxError where that cannot be read */
export async function billOf(pack: string): Promise<Component[]> {
  const text = await answer(api.GET('/packs/{pack}/file', { params: { path: { pack }, query: { path: PATH } }, parseAs: 'text' }));
  const bill = JSON.parse(text as string) as Bill;
  return [bill.metadata?.component, ...(bill.components ?? [])].filter(part => part !== undefined).map(component);
}

function component(part: Part): Component {
  return {
    name: [part.group, part.name].filter(Boolean).join(' : '),
    version: part.version ?? '',
    licences: (part.licenses ?? []).map(each => each.expression ?? each.license?.id ?? each.license?.name ?? '').filter(Boolean),
    hash: part.hashes?.find(each => each.alg === 'SHA-256')?.content,
  };
}
