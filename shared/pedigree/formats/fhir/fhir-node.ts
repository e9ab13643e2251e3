import { refusal, success, type Result } from '#shared/base/result.ts';
import { readXml, type XmlElement } from '#shared/pedigree/formats/fhir/read-xml.ts';
import { notReadRule, type FamilyText, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import { readJson } from '#shared/pedigree/formats/read-json.ts';

/** A FHIR element or resource, from JSON or XML alike. */
export type FhirNode = Readonly<Record<string, unknown>>;

export interface FhirResource {
  readonly type: string;
  readonly node: FhirNode;
  /** The id by which others refer to it; its place in the bundle where it has none. */
  readonly id: string;
  readonly pointer: string;
  /** 1-based; of XML only, since JSON finds its lines by the pointer. */
  readonly line: number | undefined;
}

export interface FhirDocument {
  readonly resources: readonly FhirResource[];
  readonly placed: (problems: readonly ReaderProblem[]) => readonly ReaderProblem[];
}

const isNode = (value: unknown): value is FhirNode => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements under a name: one, many or none. */
export function nodesOf(node: FhirNode | undefined, name: string): readonly FhirNode[] {
  const value = node !== undefined && Object.hasOwn(node, name) ? node[name] : undefined;
  return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
}

export const nodeOf = (node: FhirNode | undefined, name: string): FhirNode | undefined => nodesOf(node, name)[0];

/** The primitive value under a name as text; empty where there is none. */
export function textOf(node: FhirNode | undefined, name: string): string {
  const value = node !== undefined && Object.hasOwn(node, name) ? node[name] : undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : typeof first === 'number' || typeof first === 'boolean' ? String(first) : '';
}

export const textsOf = (node: FhirNode | undefined, name: string): readonly string[] => {
  const value = node !== undefined && Object.hasOwn(node, name) ? node[name] : undefined;
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
};

export const extensionOf = (node: FhirNode, ...urls: readonly string[]): FhirNode | undefined => extensionsOf(node, ...urls)[0];
/** Extensions by the end of their address: the guides have moved. */
export const extensionsOf = (node: FhirNode, ...urls: readonly string[]): readonly FhirNode[] => nodesOf(node, 'extension').filter((extension) => urls.some((url) => textOf(extension, 'url').endsWith(url)));

/** The id that a reference names, without its type and address. */
export const referencedId = (node: FhirNode | undefined): string => textOf(node, 'reference').replace(/^urn:uuid:/, '').replace(/^.*[/#]/, '');

/** The resources of a document: one, those of a bundle, or of an array. */
export function readFhirDocument(input: FamilyText): Result<FhirDocument, ReaderProblem> {
  if (input.text.trimStart().startsWith('<')) {
    const xml = readXml(input.text);
    if (!xml.ok) return refusal({ severity: 'error', ...xml.error, file: input.fileName });
    return success({ resources: resourcesOfXml(xml.value), placed: (problems) => problems.map((problem) => ({ ...problem, file: input.fileName })) });
  }
  const json = readJson(input);
  return json.ok ? success({ resources: resourcesOf(json.value.value, '', undefined), placed: json.value.placed }) : json;
}

function resourcesOf(value: unknown, pointer: string, line: number | undefined): readonly FhirResource[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => resourcesOf(item, `${pointer}/${String(index)}`, line));
  if (!isNode(value)) return [];
  const type = textOf(value, 'resourceType');
  if (type === 'Bundle') return entriesOf(value, pointer, line);
  const contained = nodesOf(value, 'contained').flatMap((node, index) => resourcesOf(node, `${pointer}/contained/${String(index)}`, line));
  return [{ type, node: value, id: textOf(value, 'id') || `entry-${pointer.replace(/\D+/g, '') || '1'}`, pointer, line }, ...contained];
}

/** An entry without an id of its own is known by the end of its full address. */
function entriesOf(bundle: FhirNode, pointer: string, line: number | undefined): readonly FhirResource[] {
  return nodesOf(bundle, 'entry').flatMap((entry, index) => {
    const address = textOf(entry, 'fullUrl').replace(/^urn:uuid:/, '').replace(/^.*\//, '');
    return resourcesOf(entry['resource'], `${pointer}/entry/${String(index)}/resource`, line).map((resource) => (textOf(resource.node, 'id') === '' && address !== '' ? { ...resource, id: address } : resource));
  });
}

function resourcesOfXml(element: XmlElement): readonly FhirResource[] {
  if (element.name === 'Bundle') {
    return element.children.filter(({ name }) => name === 'entry').flatMap((entry) => entry.children.filter(({ name }) => name === 'resource').flatMap(({ children }) => children.flatMap(resourcesOfXml)));
  }
  return /^[A-Z]/.test(element.name) ? resourcesOf({ ...nodeOfXml(element), resourceType: element.name }, '', element.line) : [];
}

/** `<code value="x"/>` is the text x, everything else an object; elements of the same name come in lists. */
function nodeOfXml(element: XmlElement): FhirNode {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const [url, id] = [element.attributes.get('url'), element.attributes.get('id')];
  if (url !== undefined) fields['url'] = url;
  if (id !== undefined) fields['id'] = id;
  for (const child of element.children) {
    if (child.name === 'div') continue;
    const value = child.attributes.get('value') ?? nodeOfXml(child);
    const before = fields[child.name];
    fields[child.name] = before === undefined ? value : [...(Array.isArray(before) ? (before as unknown[]) : [before]), value];
  }
  return fields;
}

/** What every resource may have and says nothing of a family: identity, narrative, extensions by address. */
const ofEveryResource = ['resourceType', 'id', 'meta', 'text', 'language', 'implicitRules', 'contained', 'extension', 'modifierExtension', 'url'];

/** Elements of resources that no reader used, once for each name, with their number and the first place. */
export function unreadElements(resources: readonly FhirResource[], known: readonly string[]): readonly ReaderProblem[] {
  const read = new Set([...ofEveryResource, ...known]);
  const found = new Map<string, { count: number; first: FhirResource }>();
  for (const resource of resources) {
    for (const name of Object.keys(resource.node)) {
      if (read.has(name) || name.startsWith('_')) continue;
      const place = `${resource.type}.${/^[A-Za-z]{1,40}$/.test(name) ? name : 'an element without a proper name'}`;
      const before = found.get(place);
      if (before === undefined) found.set(place, { count: 1, first: resource });
      else before.count += 1;
    }
  }
  return [...found].map(([place, { count, first }]) => ({ severity: 'warning', rule: notReadRule, message: `${place} is not read${count > 1 ? ` (${String(count)} times, first here)` : ''}`, pointer: first.pointer, line: first.line, wasRead: true }));
}

/** Resources of types that no reader used, once for each type. */
export function unreadResources(resources: readonly FhirResource[], known: readonly string[]): readonly ReaderProblem[] {
  const others = groupedBy(resources.filter(({ type }) => !known.includes(type)), ({ type }) => (/^[A-Z][A-Za-z]{1,40}$/.test(type) ? type : 'a resource without a proper type'));
  return [...others].map(([type, all]) => ({ severity: 'warning', rule: notReadRule, message: `${type} is not read (${String(all.length)})`, pointer: all[0]?.pointer, line: all[0]?.line, wasRead: true }));
}
