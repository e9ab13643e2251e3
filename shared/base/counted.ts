/** A number of things with their name: `1 case`, `3 cases`, `1,204 cases`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${Math.abs(count) === 1 ? one : many}`;
