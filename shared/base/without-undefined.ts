type Given<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> };

/** The fields that were given: a change that says `undefined` says nothing. */
export function withoutUndefined<Value extends object>(value: Value): Given<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Given<Value>;
}
