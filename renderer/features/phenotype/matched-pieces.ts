export interface MatchedPiece {
  readonly text: string;
  readonly isMatched: boolean;
}

/** Cuts a label so that the beginnings of its words that were typed can be marked. Joined, the pieces are the label again. */
export function matchedPieces(label: string, typed: string): readonly MatchedPiece[] {
  const beginnings = typed.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const pieces: MatchedPiece[] = [];
  const push = (text: string, isMatched: boolean): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last !== undefined && last.isMatched === isMatched) pieces[pieces.length - 1] = { text: last.text + text, isMatched };
    else pieces.push({ text, isMatched });
  };
  for (const part of label.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []) {
    const lower = part.toLowerCase();
    const longest = beginnings.filter((word) => lower.startsWith(word)).reduce((length, word) => Math.max(length, word.length), 0);
    push(part.slice(0, longest), true);
    push(part.slice(longest), false);
  }
  return pieces;
}
