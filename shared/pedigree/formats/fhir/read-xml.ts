import { refusal, success, type Result } from '#shared/base/result.ts';

/** An element with its attributes, its own text and the elements in it. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** 1-based. */
  readonly line: number;
}

export interface XmlFault {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
}

/** Nobody nests a resource deeper; a million opening tags would otherwise fill the memory. */
const deepest = 100;
const mostElements = 1_000_000;

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
}

/**
 * Reads the elements of an XML text strictly enough to trust it. A hostile file would declare entities that grow (a billion laughs) or that read other
 * files: a document type is refused, and no entity is known but the five of XML and numbered characters. Text between elements is passed over.
 */
export function readXml(text: string): Result<XmlElement, XmlFault> {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let at = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number): number => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < offset; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
  const fault = (rule: string, message: string, offset: number): Result<XmlElement, XmlFault> => refusal({ rule, message, line: lineAt(offset) });
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start < 0) break;
    const skipped = endOfAside(text, start);
    if (skipped === 'document-type') return fault('document-type', 'the XML declares a document type, expected a resource without one', start);
    if (skipped === 'cut-off') return fault('truncated', 'the XML ends within a comment or instruction', start);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const tag = readTag(text, start);
    if (tag === null) return fault('not-xml', 'this is no XML, expected an element', start);
    at = tag.end;
    if (tag.kind === 'close') {
      const closed = open.pop();
      if (closed?.name !== tag.name) return fault('not-xml', 'an element is closed that is not open here', start);
      continue;
    }
    count += 1;
    if (count > mostElements) return fault('too-large', 'the XML holds too many elements', start);
    if (open.length === 0 && root !== null) return fault('not-xml', 'there is a second element beside the first, expected one', start);
    const element: OpenElement = { name: tag.name, attributes: tag.attributes, children: [], line: lineAt(start) };
    open.at(-1)?.children.push(element);
    root ??= element;
    if (tag.kind === 'open') open.push(element);
    if (open.length > deepest) return fault('too-deep', 'the XML is nested too deep', start);
  }
  if (root === null) return fault('not-xml', 'there is no element, expected a resource', 0);
  return open.length > 0 ? fault('truncated', 'the XML ends before its elements are closed', text.length) : success(root);
}

/** Where a comment, an instruction or plain text ends; null where an element begins. */
function endOfAside(text: string, start: number): number | 'document-type' | 'cut-off' | null {
  const ends = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const;
  for (const [begin, end] of ends) {
    if (!text.startsWith(begin, start)) continue;
    const found = text.indexOf(end, start + begin.length);
    return found < 0 ? 'cut-off' : found + end.length;
  }
  return text.startsWith('<!', start) ? 'document-type' : null;
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

const namePattern = /[A-Za-z_][\w.-]*(?::[\w.-]+)?/y;
const attributePattern = /\s*([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const endPattern = /\s*(\/?)>/y;

function readTag(text: string, start: number): Tag | null {
  const isClose = text[start + 1] === '/';
  namePattern.lastIndex = start + (isClose ? 2 : 1);
  const name = namePattern.exec(text)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let at = namePattern.lastIndex;
  for (;;) {
    attributePattern.lastIndex = at;
    const attribute = attributePattern.exec(text);
    if (attribute === null) break;
    const value = plainText(attribute[2] ?? attribute[3] ?? '');
    if (value === null) return null;
    attributes.set(attribute[1] ?? '', value);
    at = attributePattern.lastIndex;
  }
  endPattern.lastIndex = at;
  const end = endPattern.exec(text);
  if (end === null) return null;
  return { kind: isClose ? 'close' : end[1] === '/' ? 'empty' : 'open', name: name.replace(/^.*:/, ''), attributes, end: endPattern.lastIndex };
}

const entities: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);

/** Null where an entity is none of XML's own. */
function plainText(text: string): string | null {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const plain = text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number === null ? NaN : parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
    const character = Number.isNaN(code) ? entities.get(name) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined || !whole.endsWith(';')) isKnown = false;
    return character ?? '';
  });
  return isKnown ? plain : null;
}
