export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly string[];
}

/** Reads a document strictly enough to refuse what an XML parser would: unmatched tags, bare signs, forbidden characters. */
export function readXml(text: string): readonly XmlElement[] {
  const body = text.replace(/^<\?xml [^?]*\?>\n/, '').trimEnd();
  for (const character of body) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 0x20 && ![9, 10, 13].includes(code)) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) throw new Error(`forbidden character ${code.toString(16)}`);
  }
  const elements: XmlElement[] = [];
  const open: string[] = [];
  const token = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const match = token.exec(body);
    if (match === null) throw new Error(`not well-formed at ${body.slice(at, at + 60)}`);
    const [, closing, name, attributes, empty, content] = match;
    const said = content ?? attributes ?? '';
    if (/&(?!(amp|lt|gt|quot|apos);)/.test(said) || said.includes(']]>')) throw new Error(`bare sign in ${said}`);
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`unmatched ${name}`);
      continue;
    }
    if (elements.length > 0 && open.length === 0) throw new Error('more than one root');
    elements.push({ name, attributes: [...(attributes ?? '').matchAll(/([A-Za-z:-]+)="/g)].map((found) => found[1] ?? '') });
    if (empty !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return elements;
}
