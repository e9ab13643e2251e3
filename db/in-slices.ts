/** Long work on the one connection of a vault, cut into steps: whoever runs it may answer others in between. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Short enough that nobody notices the wait for an answer. */
const sliceMilliseconds = 30;

/** Runs all steps at once, where nobody waits for anything else. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Runs the steps between the requests of others; null where they may not go on, because the vault was locked meanwhile. */
export async function inSlices<Value>(steps: Steps<Value>, mayGoOn: () => boolean): Promise<Value | null> {
  while (mayGoOn()) {
    const end = performance.now() + sliceMilliseconds;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}
