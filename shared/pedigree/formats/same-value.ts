/** True where two values of data are the same, whatever the order of their fields. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  const [ones, others] = [Object.entries(first), new Map<string, unknown>(Object.entries(second))];
  return Array.isArray(first) === Array.isArray(second) && ones.length === others.size && ones.every(([name, value]) => others.has(name) && sameValue(value, others.get(name)));
}
