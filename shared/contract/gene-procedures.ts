import * as z from 'zod';
import { query } from '#shared/contract/procedure.ts';
import { geneNameKinds } from '#shared/disease/gene-names.ts';

const geneMatchSchema = z.object({
  /** What the gene is called now. */
  symbol: z.string(),
  /** Null where the release in use has no gene names of the HGNC, or they lack this gene. */
  hgncId: z.string().nullable(),
  name: z.string().nullable(),
  /** Diseases of the release in use that name this gene. */
  diseaseCount: z.int(),
  /** The symbol, or the full name, by which it was found, and what that is to the gene; `diseases`: only the diseases of the release use it. */
  matchedText: z.string(),
  how: z.enum(geneNameKinds),
});
export type GeneHit = Readonly<z.infer<typeof geneMatchSchema>>;

export const geneProcedures = {
  /** Best first: the exact symbol, approved ones that begin with the text, then earlier ones and aliases, then full names. */
  'gene.search': query(z.object({ text: z.string().max(100), limit: z.int().min(1).max(100) }), z.array(geneMatchSchema).readonly()),
  /** What a symbol means. Where several genes were once called so and none is now, it is not guessed. */
  'gene.resolve': query(
    z.object({ text: z.string().max(100) }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('found'), gene: geneMatchSchema, others: z.array(geneMatchSchema).readonly() }),
      z.object({ kind: z.literal('ambiguous'), matches: z.array(geneMatchSchema).readonly() }),
      z.object({ kind: z.literal('unknown') }),
    ]),
  ),
} as const;
