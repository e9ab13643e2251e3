import * as z from 'zod';
import { query } from '#shared/contract/procedure.ts';

const diseaseHitSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Symbols of its genes. */
  genes: z.array(z.string()).readonly(),
  /** Modes of inheritance, in the words of the ontology. */
  inheritance: z.array(z.string()).readonly(),
});
export type DiseaseHit = Readonly<z.infer<typeof diseaseHitSchema>>;

export const diseaseProcedures = {
  /** Diseases of the release in use by words of their name, with typing errors too, by id or by gene, best first. */
  'disease.search': query(z.object({ text: z.string().max(300), limit: z.int().min(1).max(100) }), z.array(diseaseHitSchema).readonly()),
} as const;
