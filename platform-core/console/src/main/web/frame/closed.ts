/** What makes elements from text. */
const MAKES_ELEMENTS = /HTML|^write(ln)?$|ContextualFragment$/;

/**
 * Closes, before a module runs, the ways out of the frame that no content security policy governs: connections between browsers, hints that
 * resolve or open a host (`<link rel=preconnect>`), and documents within the document. Everything used later is held here, because the
 * module may replace what it finds on prototypes. The policy itself (docs/adr/0031-modules-of-packs.md) does the rest.
 */
export function closeWhatThePolicyLeavesOpen(): void {
  const { apply } = Reflect;
  const localName = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')?.get as () => string;
  const refused = Object.assign(Object.create(null) as Record<string, boolean>, {
    link: true,
    iframe: true,
    frame: true,
    object: true,
    embed: true,
    fencedframe: true,
    portal: true,
  });
  for (const maker of ['createElement', 'createElementNS'] as const) {
    const make = Document.prototype[maker] as (...given: unknown[]) => Element;
    Object.defineProperty(Document.prototype, maker, {
      configurable: false,
      writable: false,
      value: function (this: Document, ...given: unknown[]): Element {
        const made = apply(make, this, given) as Element;
        if (refused[apply(localName, made, []) as string]) {
          throw new TypeError('a module of a pack may not have this element');
        }
        return made;
      },
    });
  }
  for (const owner of [Element.prototype, ShadowRoot.prototype, Document.prototype, Document, Range.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner).filter(each => MAKES_ELEMENTS.test(each))) {
      Object.defineProperty(owner, name, {
        configurable: false,
        get: () => undefined,
        set: () => {
          throw new TypeError(`a module of a pack may not use ${name}; make elements with document.createElement`);
        },
      });
    }
  }
  Object.getOwnPropertyNames(globalThis)
    .filter(name => /^(webkit)?RTC|^(WebTransport|XSLTProcessor|HTMLLinkElement|DOMParser)$/.test(name))
    .forEach(name => Reflect.deleteProperty(globalThis, name));
}
