/** A breach of the specification or something odd, with its place. Never a value that tells about a patient. */
export interface VcfFinding {
  readonly severity: 'error' | 'warning';
  /** Stable id, in kebab-case, with the column or part first. */
  readonly rule: string;
  /** 1-based; 0 for the file as a whole. */
  readonly line: number;
  /** What is wrong, what was expected. */
  readonly message: string;
}

/** Tells of a finding on the line that is being read. */
export type Tell = (severity: VcfFinding['severity'], rule: string, message: string) => void;

/** As it stands in a message: short, and without characters that would break the line. */
export function shown(text: string): string {
   
  const plain = text.replace(/[\u0000-\u001f\u007f]/g, '·');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
