/** Words within a line, plain, strong (what matters most of a line) or soft (what explains it). */
export interface Run {
  readonly text: string;
  readonly look: 'plain' | 'strong' | 'soft';
}
export type Words = string | readonly Run[];

/** Where it stands and what it says; a line each. */
export interface Fact {
  readonly label: string;
  readonly words: Words;
}

export interface TableColumn {
  readonly label: string;
  /** Part of the width, in percent; together 100. */
  readonly share: number;
  readonly isNumeric?: boolean;
}

/** Each entry is a line of its own. */
export type Cell = readonly Words[];

/**
 * A drawing. `svg` comes from this program's own drawing code, which escapes what it writes: nothing else may be put here, since it stands in the document
 * as it is.
 */
export interface Figure {
  readonly kind: 'figure';
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What is to be seen, for whom it is read aloud. */
  readonly alt: string;
  readonly caption: string;
  /** `page`: a page of its own, turned sideways. */
  readonly place: 'inline' | 'page';
}

export type Block =
  /** 2 is a section, 3 a part of one; 1 is the title. */
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** lead: what the reader is to see first. small: what is to be said and not to be read first. */
  | { readonly kind: 'paragraph'; readonly look: 'body' | 'lead' | 'small'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  /** The first cell of each row says what the row is about. */
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Figure
  /** Room for a signature by hand, and below it who signs. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] };

/** What stands above a letter, a line each; the first of the sender is the largest. */
export interface Letterhead {
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  readonly day: string;
}

export const papers = ['a4', 'letter'] as const;
export type DocumentPaper = (typeof papers)[number];

/**
 * A document for people, as data: what it says and in which order, not how it looks. HTML, PDF and Word are made of the same one. It holds only what may
 * leave: who makes it has left out what the level takes out.
 */
export interface DocumentModel {
  /** What the file is called, by itself and in lists. */
  readonly title: string;
  /** What stands over it. */
  readonly headline: string;
  /** BCP 47. */
  readonly language: string;
  readonly paper: DocumentPaper;
  /** A family reads at arm's length and among other things: its letters are printed larger. */
  readonly reader: 'professional' | 'family';
  /** Null for a document that is no letter. */
  readonly letterhead: Letterhead | null;
  /** On every page. */
  readonly furniture: {
    /** What and of whom, at the head of every page but the first. */
    readonly head: string;
    /** By whom and when. */
    readonly headRight: string;
    /** Beside the number of the page. */
    readonly foot: string;
  };
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
  /** What the file says of itself. */
  readonly properties: { readonly author: string; readonly subject: string };
}

export const strong = (text: string): Run => ({ text, look: 'strong' });
export const soft = (text: string): Run => ({ text, look: 'soft' });
export const plain = (text: string): Run => ({ text, look: 'plain' });

export const runsOf = (words: Words): readonly Run[] => (typeof words === 'string' ? [plain(words)] : words);
export const textOf = (words: Words): string => (typeof words === 'string' ? words : words.map(({ text }) => text).join(''));
export const isBlank = (words: Words): boolean => textOf(words).trim() === '';

/** Text as a file can hold it: without characters that no text has (controls, lone surrogates), which would make HTML or XML unreadable. */
export const fileText = (text: string): string => [...text].filter(isTextCharacter).join('');

function isTextCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code === 0x9 || code === 0xa || (code >= 0x20 && code !== 0x7f && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff);
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
export const paragraph = (words: Words, look: 'body' | 'lead' | 'small' = 'body'): Block => ({ kind: 'paragraph', look, words });

/** Text as people write it into a field, a paragraph for each part between empty lines. */
export function paragraphsOf(text: string, look: 'body' | 'lead' | 'small' = 'body'): readonly Block[] {
  return text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== '').map((part) => paragraph(part, look));
}

/** A row or a list of more lines than this may be parted between two pages; what is shorter stays together. */
export const mostLinesTogether = 14;
/** A table of more rows than this may be parted between two pages, and then two rows at least stand on each. */
export const mostRowsTogether = 9;

/** How much larger a document for a family is: 9.2 points become 12, the least for print that patients read (Centers for Disease Control and Prevention, Simply Put, 2009). */
export const familySize = 1.3;

/** Room within the margins of a page, in CSS pixels: paper less the margins of the style (document-style.ts). */
export const pageRoom: Readonly<Record<DocumentPaper, { readonly upright: { readonly width: number; readonly height: number }; readonly sideways: { readonly width: number; readonly height: number } }>> = {
  a4: { upright: { width: 672, height: 996 }, sideways: { width: 1001, height: 668 } },
  letter: { upright: { width: 695, height: 930 }, sideways: { width: 935, height: 690 } },
};
