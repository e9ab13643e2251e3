/** True where two values of data are the same, whatever the order of their fields. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  const [ones, others] = [first as Record<string, unknown>, second as Record<string, unknown>];
  const names = Object.keys(ones);
  return Array.isArray(first) === Array.isArray(second) && names.length === Object.keys(others).length && names.every((name) => Object.hasOwn(others, name) && sameValue(ones[name], others[name]));
}
