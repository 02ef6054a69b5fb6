/** Reads YAML 1.2, without dates and other types of its own; the reader is loaded when it is needed. @throws YAMLException with the line */
export async function parseYaml(text: string): Promise<unknown> {
  const { load, CORE_SCHEMA } = await import('js-yaml');
  return load(text, { schema: CORE_SCHEMA });
}

export async function yamlText(value: unknown): Promise<string> {
  const { dump, CORE_SCHEMA } = await import('js-yaml');
  return dump(value, { schema: CORE_SCHEMA, lineWidth: 120, noRefs: true });
}
