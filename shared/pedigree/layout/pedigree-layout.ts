/** All lengths and coordinates of a layout and of a drawing are CSS pixels at a symbol side of this many; y grows downwards. */
export const symbolSide = 40;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where one symbol stands. A person has one, and a second only as the last resort, to open a loop that cannot be drawn. */
export interface PlacedSymbol {
  /** The individual's id, for a repeat with `#2`, `#3` after it. */
  readonly key: string;
  readonly individualId: string;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  /** 1 the eldest drawn; all symbols of a generation share y. */
  readonly generation: number;
  readonly isRepeat: boolean;
}

/** The relationship line of a couple. */
export interface PlacedUnion {
  /** The key of the union in the family's structure. */
  readonly key: string;
  readonly leftKey: string;
  readonly rightKey: string;
  /** From the facing side of the left symbol to that of the right one; two points where they stand side by side. */
  readonly route: readonly Point[];
  /** Where on the line the children's line of descent leaves, unless slashes or a stub move it. */
  readonly descent: Point;
}

/** One sibship line with the line of descent above it. */
export interface PlacedSibship {
  /** The key of the sibship in the family's structure. */
  readonly key: string;
  /** From the union's line or the parent's outline down to the sibship line; more than two points where it has to go round. */
  readonly descent: readonly Point[];
  /** Height of the horizontal sibship line. */
  readonly lineY: number;
  /** In drawn order, left to right. */
  readonly childKeys: readonly string[];
}

export interface LayoutStatistics {
  readonly people: number;
  readonly families: number;
  /** Pairs of lines that cross where they are not joined. */
  readonly crossings: number;
  /** Pairs of symbols, with their text, that overlap. */
  readonly overlaps: number;
  /** Neighbouring siblings drawn against their birth order. */
  readonly orderViolations: number;
  readonly repeats: number;
  readonly width: number;
  readonly height: number;
  /** Sum of all lines, CSS pixels. */
  readonly lineLength: number;
}

/** A family with its places: all that the drawing needs besides the family. */
export interface PedigreeLayout {
  readonly symbols: readonly PlacedSymbol[];
  readonly unions: readonly PlacedUnion[];
  readonly sibships: readonly PlacedSibship[];
  readonly width: number;
  readonly height: number;
  readonly statistics: LayoutStatistics;
}

/** How much room a symbol needs round its centre, its text included. */
export interface SymbolExtent {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}
