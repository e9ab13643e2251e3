import { Fragment } from 'react';
import type { SearchHit } from '#shared/contract/search-procedures.ts';

/** A text in which words were found, with the words marked. */
export function FoundText({ hit }: { readonly hit: SearchHit }) {
  const pieces = hit.marks.map(([start, end], position) => ({ before: hit.text.slice(hit.marks[position - 1]?.[1] ?? 0, start), marked: hit.text.slice(start, end), start }));
  return (
    <>
      {pieces.map(({ before, marked, start }) => (
        <Fragment key={start}>
          {before}
          <mark>{marked}</mark>
        </Fragment>
      ))}
      {hit.text.slice(hit.marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
