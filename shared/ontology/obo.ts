import type { Problem } from '#shared/base/problem.ts';
import type { Result } from '#shared/base/result.ts';
import { finishOntology, readVersion, type FoundTerm, type NamedText, type OntologyReading } from '#shared/ontology/ontology-reading.ts';
import type { ObsoleteTerm, Synonym } from '#shared/ontology/term.ts';
import { isTermId } from '#shared/ontology/term-id.ts';

/** A `tag: value` line, still escaped, without trailing modifiers and comment. */
interface TagLine {
  readonly tag: string;
  readonly value: string;
  readonly line: number;
}

interface Stanza {
  readonly kind: string;
  readonly line: number;
  readonly tags: readonly TagLine[];
}

const scopeWords: Readonly<Record<string, Synonym['scope']>> = { EXACT: 'exact', BROAD: 'broad', NARROW: 'narrow', RELATED: 'related' };
const escapes: Readonly<Record<string, string>> = { n: '\n', W: ' ', t: '\t' };

/** Reads the Human Phenotype Ontology from OBO format 1.2 or 1.4 (`hp.obo`). Other stanzas and foreign terms are passed over. */
export function parseObo(file: NamedText): Result<OntologyReading, readonly Problem[]> {
  const problems: Problem[] = [];
  const [header, ...stanzas] = readStanzas(file, problems);
  const found: FoundTerm[] = [];
  const obsolete: ObsoleteTerm[] = [];
  for (const stanza of stanzas) {
    if (stanza.kind === 'Term') readTerm(stanza, file.name, found, obsolete, problems);
  }
  const version = header?.tags.find((tag) => tag.tag === 'data-version') ?? header?.tags.find((tag) => tag.tag === 'date');
  return finishOntology(file.name, readVersion(version?.value ?? ''), found, obsolete, problems);
}

function readStanzas(file: NamedText, problems: Problem[]): Stanza[] {
  const header: { kind: string; line: number; tags: TagLine[] } = { kind: '', line: 1, tags: [] };
  const stanzas = [header];
  let current = header;
  for (const { text, line } of logicalLines(file.text)) {
    if (text.trim() === '' || text.startsWith('!')) continue;
    const stanza = /^\[([^\]]+)\]\s*(?:!.*)?$/.exec(text);
    if (stanza !== null) {
      current = { kind: stanza[1] ?? '', line, tags: [] };
      stanzas.push(current);
      continue;
    }
    const colon = text.indexOf(':');
    if (colon <= 0) {
      if (problems.length < 50) problems.push({ severity: 'error', rule: 'bad-line', message: 'not a line of an OBO file, expected "tag: value"', file: file.name, line });
      continue;
    }
    current.tags.push({ tag: text.slice(0, colon).trim(), value: withoutTrailing(text.slice(colon + 1)).trim(), line });
  }
  return stanzas;
}

/** Lines, where a backslash at the end joins the next one. Numbers count the lines of the file. */
function* logicalLines(text: string): Generator<{ text: string; line: number }> {
  let pending = '';
  let firstLine = 0;
  let line = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const raw = text.slice(from, end === -1 ? text.length : end).replace(/\r$/, '');
    from = end === -1 ? text.length + 1 : end + 1;
    line++;
    if (pending === '') firstLine = line;
    if (endsInOddBackslashes(raw) && end !== -1) {
      pending += raw.slice(0, -1);
      continue;
    }
    yield { text: pending + raw, line: firstLine };
    pending = '';
  }
  if (pending !== '') yield { text: pending, line: firstLine };
}

function endsInOddBackslashes(text: string): boolean {
  let count = 0;
  while (count < text.length && text[text.length - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

/** Cuts ` ! comment` and a trailing modifier `{…}`, both outside quotes. */
function withoutTrailing(value: string): string {
  let inQuotes = false;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at];
    if (sign === '\\') at++;
    else if (sign === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (sign === '!' || sign === '{')) return value.slice(0, at);
  }
  return value;
}

function readTerm(stanza: Stanza, file: string, found: FoundTerm[], obsolete: ObsoleteTerm[], problems: Problem[]): void {
  const first = (tag: string): string | null => stanza.tags.find((line) => line.tag === tag)?.value ?? null;
  const all = (tag: string): TagLine[] => stanza.tags.filter((line) => line.tag === tag);
  const ids = (tag: string): string[] => [...new Set(all(tag).map((line) => line.value).filter(isTermId))];
  const place = { line: stanza.line };
  const id = first('id');
  if (id === null) return void problems.push({ severity: 'error', rule: 'no-id', message: 'a term without id', file, ...place });
  if (!isTermId(id)) return;
  const label = unescape(first('name') ?? '');
  if (first('is_obsolete') === 'true') {
    obsolete.push({ id, label: label === '' ? id : label, replacedBy: ids('replaced_by')[0] ?? null, consider: ids('consider') });
    return;
  }
  if (label === '') return void problems.push({ severity: 'warning', rule: 'no-label', message: `the term ${id} has no name and is left out`, file, ...place });
  const synonyms = stanza.tags.flatMap((line) => readSynonym(line, file, problems));
  const comment = first('comment');
  found.push({
    term: { id, label, definition: readQuoted(first('def') ?? '')?.text ?? null, comment: comment === null ? null : unescape(comment), synonyms, parents: ids('is_a'), alternativeIds: ids('alt_id') },
    place,
  });
}

/** `synonym: "text" EXACT layperson [xrefs]`, and `exact_synonym: "text" []` of the oldest files. */
function readSynonym(line: TagLine, file: string, problems: Problem[]): Synonym[] {
  const old = /^(exact|broad|narrow|related)_synonym$/.exec(line.tag)?.[1];
  if (line.tag !== 'synonym' && old === undefined) return [];
  const quoted = readQuoted(line.value);
  if (quoted === null || quoted.text === '') {
    problems.push({ severity: 'warning', rule: 'bad-synonym', message: 'a synonym without quoted text is left out', file, line: line.line });
    return [];
  }
  const words = (quoted.rest.split('[')[0] ?? '').trim().split(/\s+/);
  if (words.includes('obsolete_synonym')) return [];
  const scope = words.find((word) => Object.hasOwn(scopeWords, word)) ?? old?.toUpperCase() ?? 'RELATED';
  return [{ text: quoted.text, scope: scopeWords[scope] ?? 'related', isLayperson: words.some((word) => word.toLowerCase().endsWith('layperson')) }];
}

function readQuoted(value: string): { text: string; rest: string } | null {
  if (!value.startsWith('"')) return null;
  for (let at = 1; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === '"') return { text: unescape(value.slice(1, at)).trim(), rest: value.slice(at + 1) };
  }
  return null;
}

function unescape(value: string): string {
  return value.replace(/\\(.)/g, (_whole, sign: string) => (Object.hasOwn(escapes, sign) ? (escapes[sign] ?? sign) : sign));
}
