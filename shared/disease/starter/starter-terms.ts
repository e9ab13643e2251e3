import { bloodImmuneAndNeoplasmTerms } from '#shared/disease/starter/terms/blood-immune-neoplasm-terms.ts';
import { brainStructureTerms } from '#shared/disease/starter/terms/brain-structure-terms.ts';
import { digestiveTerms } from '#shared/disease/starter/terms/digestive-terms.ts';
import { eyeAndEarTerms } from '#shared/disease/starter/terms/eye-ear-terms.ts';
import { genitourinaryTerms } from '#shared/disease/starter/terms/genitourinary-terms.ts';
import { headAndNeckTerms } from '#shared/disease/starter/terms/head-neck-terms.ts';
import { heartAndLungTerms } from '#shared/disease/starter/terms/heart-lung-terms.ts';
import { limbTerms } from '#shared/disease/starter/terms/limb-terms.ts';
import { metabolicAndEndocrineTerms } from '#shared/disease/starter/terms/metabolic-endocrine-terms.ts';
import { modifierTerms } from '#shared/disease/starter/terms/modifier-terms.ts';
import { musculoskeletalTerms } from '#shared/disease/starter/terms/musculoskeletal-terms.ts';
import { neurologyTerms } from '#shared/disease/starter/terms/neurology-terms.ts';
import { skinGrowthAndOtherTerms } from '#shared/disease/starter/terms/skin-growth-other-terms.ts';
import type { StarterTerm } from '#shared/disease/starter/starter-term.ts';

/** Every term of the starter. Closed: each parent stands in the list too, up to the root HP:0000001. */
export const starterTerms: readonly StarterTerm[] = [
  ...modifierTerms,
  ...brainStructureTerms,
  ...neurologyTerms,
  ...eyeAndEarTerms,
  ...headAndNeckTerms,
  ...heartAndLungTerms,
  ...digestiveTerms,
  ...genitourinaryTerms,
  ...bloodImmuneAndNeoplasmTerms,
  ...limbTerms,
  ...musculoskeletalTerms,
  ...metabolicAndEndocrineTerms,
  ...skinGrowthAndOtherTerms,
];

const idByLabel: ReadonlyMap<string, string> = new Map(starterTerms.map(([id, label]) => [label, id]));

/** Id of the term with exactly this label. Throws for any other word, so that a slip in the catalogue stops the program at load. */
export function termIdOf(label: string): string {
  const id = idByLabel.get(label);
  if (id === undefined) throw new Error(`no term of the starter is called "${label}"`);
  return id;
}
