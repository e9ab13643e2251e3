/** inclusion: must hold; exclusion: must not hold; unclear: the text does not say which of the two. */
export const criterionSections = ['inclusion', 'exclusion', 'unclear'] as const;
export type CriterionSection = (typeof criterionSections)[number];

/** One item of the criteria, in the words of the study. */
export interface CriterionItem {
  readonly section: CriterionSection;
  readonly text: string;
  /** The heading or the part of the study that it stands under, such as `For parent participants`; empty where it holds for all. */
  readonly group: string;
  /** The items that it stands below, outermost first: `Active disease, defined by`. */
  readonly under: readonly string[];
  /** Others stand below it, so that it says only a part of what is asked. */
  readonly hasParts: boolean;
}

/**
 * Splits the free text of the criteria into items. Every word of the text comes back in an item, a group or as a heading; never throws.
 * A text without headings gives items of the section `unclear`: nobody can tell from the text alone whether they must hold or must not.
 */
export function splitCriteria(criteria: string): readonly CriterionItem[] {
  const lines = criteria.replace(headingWithinLine, '\n').split(/\r\n|[\r\n]/).map(readLine).filter((line) => line.text !== '');
  const reader: Reader = { items: [], open: [], section: 'unclear', group: '' };
  // Under "Eligibility criteria" with the exclusions apart, the rest is what must hold.
  const exclusionsAreApart = lines.some((line) => headingOf(line)?.section === 'exclusion');
  for (const [at, line] of lines.entries()) {
    const heading = headingOf(line);
    if (heading !== null) startSection(reader, heading);
    else if (isGeneralHeading(line.text)) startSection(reader, { section: exclusionsAreApart ? 'inclusion' : 'unclear', group: '', rest: '' });
    else takeLine(reader, line, lines[at + 1]);
  }
  return withParts(reader.items);
}

interface Line {
  readonly text: string;
  readonly indent: number;
  /** What kind of bullet it begins with; null: a paragraph. */
  readonly bullet: 'mark' | 'number' | 'letter' | null;
}

interface OpenItem {
  /** -1: announces all that follows in its section. */
  readonly indent: number;
  readonly bullet: Line['bullet'];
  readonly text: string;
}

interface WorkItem extends Omit<CriterionItem, 'hasParts'> {
  text: string;
  readonly isBullet: boolean;
}

interface Reader {
  readonly items: WorkItem[];
  /** The items that the next line may stand below, outermost first. */
  open: OpenItem[];
  section: CriterionSection;
  group: string;
}

interface Heading {
  readonly section: CriterionSection;
  readonly group: string;
  /** What follows the heading on its line. */
  readonly rest: string;
}

/** A heading is a short line; longer ones that speak of inclusion are sentences. */
const longestHeading = 120;

const bulletPattern = /^(?:(?<mark>[*•·●○◦▪■‣–—-])\s*(?=\S)|(?<number>\(?\d{1,2}(?:\.\d{1,2}){0,3}[.):](?=\s|[A-Za-z])\s*)|(?<letter>\(?(?:[a-zA-Z]|[ivx]{1,4})[.)]\s+(?=\S)))/;

/** `Adults. Exclusion criteria: pain`: the blank before a heading that stands within a line. */
const headingWithinLine = /(?<=[.;])[ \t]+(?=(?:key |main )?(?:(?:non-?)?inclusion|exclusion)(?: criteria)?\s*:)/gi;

function readLine(raw: string): Line {
  const indent = /^\s*/.exec(raw.replaceAll('\t', '    '))?.[0].length ?? 0;
  // What is set in bold is no bullet.
  let text = raw.replace(/\*\*(?=\S)([^*]+)\*\*/g, '$1').trim();
  let bullet: Line['bullet'] = null;
  // Some texts number within bullets: "* 1. Age of".
  for (let depth = 0; depth < 2; depth += 1) {
    const found = bulletPattern.exec(text);
    if (found === null || found[0].length === text.length) break;
    bullet ??= found.groups?.['mark'] !== undefined ? 'mark' : found.groups?.['number'] !== undefined ? 'number' : 'letter';
    text = text.slice(found[0].length).trim();
  }
  return { text, indent, bullet };
}

function headingOf(line: Line): Heading | null {
  const { text } = line;
  const plain = /^(?<before>(?:key|main|major|general|additional|principal|primary|study|other|specific|patient|subject|participant|criteria (?:for|of))?\s*)(?<word>(?:non[\s-]*)?inclusion|exclusion)s?(?:\s+criteria|\s+criterion)?(?<after>[^:.\n]{0,80}?)\s*(?:(?<colon>[:：.-])\s*(?<rest>.*))?$/iu.exec(text);
  if (plain?.groups !== undefined) {
    const { word = '', after = '', colon, rest = '' } = plain.groups;
    const isHeading = colon === ':' || colon === '：' || (rest === '' && (/criteri/i.test(text) || after.trim() === ''));
    if (isHeading && !/\b(?:is|are|was|were|of the|and exclusion|and inclusion|\/\s*exclusion)\b/i.test(after)) return { section: sectionOf(word), group: after.replace(/^[\s(–-]+|[\s)]+$/g, ''), rest: rest.trim() };
  }
  if (text.length > longestHeading || !text.endsWith(':')) return null;
  const says = /\b(?:must|should|to be|are|will be|be|is)\b.*\b(?<include>eligible|included|include|inclusion)\b|\b(?<exclude>excluded|exclusion|ineligible|not eligible|not be eligible|not be included|not be enrolled)\b|\bmeet\b.*\b(?<meets>inclusion|eligib)/i.exec(text);
  if (/\b(?:not be|not|in)\s*(?:eligible|included|enrolled)|\bexclu|ineligible/i.test(text) && !/\binclusion\b/i.test(text)) return says === null ? null : { section: 'exclusion', group: '', rest: '' };
  return says !== null && !/\bexclu/i.test(text) ? { section: 'inclusion', group: '', rest: '' } : null;
}

const sectionOf = (word: string): CriterionSection => (word.toLowerCase().startsWith('in') ? 'inclusion' : 'exclusion');

/** `Participants must meet all of these criteria:`, below which the items stand as they would without it. In a list of what rules out it would join them. */
const isAnnouncement = (text: string): boolean => /\ball\b[^.]{0,40}\b(?:following|criteria|these|below)\b/i.test(text) && !/\b(?:any|one|either|or|if|for|part|cohort|group|arm|stage|phase|controls?|volunteers?|parents?|siblings?|relatives?|caregivers?|carers?)\b/i.test(text);

const isGeneralHeading = (text: string): boolean => /^(?:key |main |study )?(?:eligibility(?: criteria)?|criteria|inclusion\s*(?:\/|and|&)\s*exclusion criteria)\s*:?$/i.test(text);

function startSection(reader: Reader, { section, group, rest }: Heading): void {
  reader.section = section;
  reader.group = group;
  reader.open = [];
  if (rest !== '') addItem(reader, { text: rest, indent: 0, bullet: null });
}

function takeLine(reader: Reader, line: Line, next: Line | undefined): void {
  if (line.bullet === null) {
    const last = reader.items.at(-1);
    if (line.text.length <= longestHeading && isGroupHeading(reader, line, next)) {
      reader.group = reader.section === 'inclusion' && isAnnouncement(line.text) ? '' : line.text.replace(/:$/, '').trim();
      reader.open = [];
      return;
    }
    // A bullet's sentence that goes on in the next line, set in under its bullet.
    if (last?.isBullet === true && reader.open.length > 0 && line.indent > 0 && /^[a-z(,;]/.test(line.text)) {
      last.text = `${last.text} ${line.text}`;
      return;
    }
  }
  addItem(reader, line);
  // `Meets one of these:` with those beside it, not set in: nobody can tell where they end.
  if (line.bullet !== null && line.text.endsWith(':') && next !== undefined && !isBelow(next, line)) reader.open = [{ indent: -1, bullet: line.bullet, text: line.text }];
}

/** A line that is no bullet and ends in a colon, or a few words such as `Controls` straight above bullets. */
function isGroupHeading(reader: Reader, line: Line, next: Line | undefined): boolean {
  if (line.text.endsWith(':')) return reader.open.length === 0 || line.indent === 0;
  return next !== undefined && next.bullet !== null && line.indent <= next.indent && !/[.;,]$/.test(line.text) && !/^(?:and|or)\b/i.test(line.text);
}

function addItem(reader: Reader, line: Line): void {
  if (line.bullet === null) reader.open = [];
  else while (reader.open.length > 0 && !isBelow(line, reader.open.at(-1))) reader.open.pop();
  reader.items.push({ section: reader.section, text: line.text, group: reader.group, under: reader.open.map(({ text }) => text), isBullet: line.bullet !== null });
  if (line.bullet !== null) reader.open.push({ indent: line.indent, bullet: line.bullet, text: line.text });
}

/** Set in further, or a letter below a number. */
function isBelow(line: Pick<Line, 'indent' | 'bullet'>, open: OpenItem | undefined): boolean {
  if (open === undefined) return false;
  return line.indent > open.indent || (line.indent === open.indent && line.bullet === 'letter' && open.bullet !== 'letter');
}

function withParts(items: readonly WorkItem[]): readonly CriterionItem[] {
  return items.map(({ isBullet, ...item }, at) => {
    const next = items[at + 1];
    const hasParts = isBullet && next !== undefined && next.section === item.section && next.under.length > item.under.length && next.under.at(-1) === item.text;
    // A sentence that ends in a colon announces what follows, whether or not that is set in.
    return { ...item, hasParts: hasParts || item.text.endsWith(':') };
  });
}
