/** Makes the compiler prove that a `switch` over a union handles every member. Throws if a value outside the union arrives. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
