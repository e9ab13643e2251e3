/** The outcome of something that may be expected to fail. A bug throws; an expected failure is a value. */
export type Result<Value, Failure> = Success<Value> | Refusal<Failure>;
export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}
export interface Refusal<Failure> {
  readonly ok: false;
  readonly error: Failure;
}

export const success = <Value>(value: Value): Success<Value> => ({ ok: true, value });
export const refusal = <Failure>(error: Failure): Refusal<Failure> => ({ ok: false, error });
