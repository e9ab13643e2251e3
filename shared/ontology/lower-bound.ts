/** Place of the first entry that is not below the wanted one, in a list in ascending order; its length where all are below. */
export function lowerBound<Value extends string | number>(sorted: ArrayLike<Value>, wanted: Value): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && value < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
