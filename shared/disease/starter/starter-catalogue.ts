import type { Disease } from '#shared/disease/disease.ts';
import { bloodImmuneAndTumourDiseases } from '#shared/disease/starter/diseases/blood-immune-and-tumours.ts';
import { connectiveTissueDiseases } from '#shared/disease/starter/diseases/connective-tissue.ts';
import { craniofacialDiseases } from '#shared/disease/starter/diseases/craniofacial.ts';
import { epilepsyDiseases } from '#shared/disease/starter/diseases/epilepsy.ts';
import { eyeEarAndSkinDiseases } from '#shared/disease/starter/diseases/eye-ear-and-skin.ts';
import { heartAndLungDiseases } from '#shared/disease/starter/diseases/heart-and-lung.ts';
import { kidneyAndCiliumDiseases } from '#shared/disease/starter/diseases/kidney-and-cilium.ts';
import { liverGutAndHormoneDiseases } from '#shared/disease/starter/diseases/liver-gut-and-hormones.ts';
import { metabolicDiseases } from '#shared/disease/starter/diseases/metabolic.ts';
import { neurodegenerationDiseases } from '#shared/disease/starter/diseases/neurodegeneration.ts';
import { neurodevelopmentalDiseases } from '#shared/disease/starter/diseases/neurodevelopmental.ts';
import { neuromuscularDiseases } from '#shared/disease/starter/diseases/neuromuscular.ts';
import { skeletalDiseases } from '#shared/disease/starter/diseases/skeletal.ts';
import { storageAndMitochondrialDiseases } from '#shared/disease/starter/diseases/storage-and-mitochondrial.ts';
import { diseaseOf } from '#shared/disease/starter/starter-disease.ts';
import { starterSynonyms } from '#shared/disease/starter/starter-synonyms.ts';
import { starterTerms, termIdOf } from '#shared/disease/starter/starter-terms.ts';
import type { Ontology, Term } from '#shared/ontology/term.ts';

/**
 * The part of the Human Phenotype Ontology that the starter needs: ids, labels and parents are the ontology's own (release 2025-05-06),
 * the synonyms are ours, definitions are left to a full release.
 */
export const starterOntology: Ontology = {
  version: 'starter',
  terms: starterTerms.map(([id, label, ...parents]): Term => ({ id, label, definition: null, comment: null, synonyms: starterSynonyms.get(id) ?? [], parents, alternativeIds: [] })),
  obsolete: [],
};

/** Well-known monogenic disorders of all organ systems, written from general medical knowledge, to be of use before a release is installed. */
export const starterDiseases: readonly Disease[] = [
  bloodImmuneAndTumourDiseases,
  connectiveTissueDiseases,
  craniofacialDiseases,
  epilepsyDiseases,
  eyeEarAndSkinDiseases,
  heartAndLungDiseases,
  kidneyAndCiliumDiseases,
  liverGutAndHormoneDiseases,
  metabolicDiseases,
  neurodegenerationDiseases,
  neurodevelopmentalDiseases,
  neuromuscularDiseases,
  skeletalDiseases,
  storageAndMitochondrialDiseases,
].flatMap((diseases) => diseases.map((disease) => diseaseOf(disease, termIdOf)));
