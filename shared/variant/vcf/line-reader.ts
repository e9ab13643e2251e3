/** Cuts text that comes in pieces into lines, numbering them from 1. Holds one line at most. */
export interface LineReader {
  readonly push: (piece: string) => void;
  /** Hands over what stands behind the last line feed. True where there was something, so that the last line is not ended. */
  readonly end: () => boolean;
}

/** A carriage return before the line feed stays on the line: whether it belongs there is for the reader of the line. */
export function createLineReader(onLine: (line: string, number: number) => void): LineReader {
  let begun = '';
  let number = 0;
  return {
    push(piece) {
      let start = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
        number += 1;
        onLine(begun === '' ? piece.slice(start, end) : begun + piece.slice(start, end), number);
        begun = '';
        start = end + 1;
      }
      if (start < piece.length) begun += piece.slice(start);
    },
    end() {
      if (begun === '') return false;
      number += 1;
      onLine(begun, number);
      begun = '';
      return true;
    },
  };
}
