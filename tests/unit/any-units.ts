import fc from 'fast-check';

/** Text of any 16-bit units, halves of surrogate pairs and control characters among them: what no keyboard types and every parser meets. */
export const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
