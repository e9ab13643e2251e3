import type * as z from 'zod';

/**
 * query: reads; command: changes the vault in one transaction with one entry in its change log; action: changes something else
 * (opens the vault, switches the release); job: starts long work, answers with the id of the job at once and reports by events.
 */
export type ProcedureKind = 'query' | 'command' | 'action' | 'job';

/** One thing that a host can be asked to do: data, from which the types of caller and handler are derived. */
export interface Procedure {
  readonly kind: ProcedureKind;
  /** `vault`: refused while no vault is open. */
  readonly needs: 'nothing' | 'vault';
  readonly input: z.ZodType;
  /** For a job: what it yields when it is done. */
  readonly output: z.ZodType;
}
export type Procedures = Readonly<Record<string, Procedure>>;

/** A command can be undone unless it says otherwise. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ kind: 'query', needs: 'vault', input, output }) as const;
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ kind: 'command', needs: 'vault', input, output }) as const;
export const action = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ kind: 'action', needs: 'vault', input, output }) as const;
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ kind: 'job', needs: 'vault', input, output }) as const;
/** Makes a procedure available while no vault is open. */
export const open = <P extends Procedure>(procedure: P): Omit<P, 'needs'> & { readonly needs: 'nothing' } => ({ ...procedure, needs: 'nothing' });
