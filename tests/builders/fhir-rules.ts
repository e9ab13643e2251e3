import { Fhir } from 'fhir';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);

/** Codes of required bindings of FHIR R4 (https://hl7.org/fhir/R4), by resource and element. */
const requiredCodes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Composition: { status: ['preliminary', 'final', 'amended', 'entered-in-error'] },
  Patient: { gender: ['male', 'female', 'other', 'unknown'] },
  FamilyMemberHistory: { status: ['partial', 'completed', 'entered-in-error', 'health-unknown'] },
  Observation: { status: ['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown'] },
  DiagnosticReport: { status: ['registered', 'partial', 'preliminary', 'final', 'amended', 'corrected', 'appended', 'cancelled', 'entered-in-error', 'unknown'] },
  ServiceRequest: { status: ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'], intent: ['proposal', 'plan', 'directive', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option'], priority: ['routine', 'urgent', 'asap', 'stat'] },
  MedicationStatement: { status: ['active', 'completed', 'entered-in-error', 'intended', 'stopped', 'on-hold', 'unknown', 'not-taken'] },
  Procedure: { status: ['preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed', 'entered-in-error', 'unknown'] },
  Encounter: { status: ['planned', 'arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'cancelled', 'entered-in-error', 'unknown'] },
  DocumentReference: { status: ['current', 'superseded', 'entered-in-error'] },
  Consent: { status: ['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error'] },
};
const requiredOfConditions = { clinicalStatus: ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'], verificationStatus: ['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered-in-error'] } as const;

/** Elements of which one type alone may be given. */
const choices = ['onset', 'abatement', 'effective', 'performed', 'medication', 'occurrence', 'value', 'deceased', 'age', 'born'] as const;
const typesOfChoice = '(?:Age|String|DateTime|Date|Period|Range|Boolean|Quantity|CodeableConcept|Reference|Integer|Timing)';

const dateTime = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;
const isDateField = (name: string): boolean => /(?:DateTime|Date)$|^(?:date|authoredOn|start|end|birthDate)$/.test(name);

/**
 * What is wrong with a document bundle by the structure of FHIR R4: first by the definitions of the resources, then by what those do not say. That is: the rules of documents (https://hl7.org/fhir/R4/documents.html),
 * of ids and references, of empty values, of choices, of dates, of required codes, and the invariants con-3 to con-5 of Condition.
 */
export function fhirProblems(bundle: unknown): readonly string[] {
  const byDefinition = new Fhir().validate(bundle as object, { errorOnUnexpected: true }).messages.filter(({ severity }) => severity === 'error').map(({ location, message }) => `${location ?? ''}: ${message ?? ''}`);
  const entries = nodesOf((bundle as Node)['entry']);
  const resources = entries.map(({ resource }) => resource).filter(isNode);
  const places = new Set(resources.map((resource) => `${String(resource['resourceType'])}/${String(resource['id'])}`));
  return [
    ...byDefinition,
    ...documentProblems(bundle as Node, resources),
    ...(places.size === resources.length ? [] : ['two resources have the same id']),
    ...entries.filter(({ fullUrl, resource }) => isNode(resource) && !String(fullUrl).endsWith(`/${String(resource['resourceType'])}/${String(resource['id'])}`)).map(({ fullUrl }) => `${String(fullUrl)}: is not where its resource is`),
    ...resources.flatMap((resource) => [...valueProblems(resource, places, `${String(resource['resourceType'])}/${String(resource['id'])}`), ...codeProblems(resource)]),
  ];
}

function documentProblems(bundle: Node, resources: readonly Node[]): readonly string[] {
  const [composition] = resources;
  const named = new Set(nodesOf(composition?.['section']).flatMap(({ entry }) => nodesOf(entry).map(({ reference }) => String(reference))));
  const unnamed = resources.slice(1).map((resource) => `${String(resource['resourceType'])}/${String(resource['id'])}`).filter((place) => place !== 'Patient/patient' && !named.has(place));
  return [
    ...(bundle['type'] === 'document' && isNode(bundle['identifier']) && typeof bundle['timestamp'] === 'string' ? [] : ['a document has a type, an identifier and a timestamp']),
    ...(composition?.['resourceType'] === 'Composition' ? [] : ['a document begins with its composition']),
    ...unnamed.map((place) => `${place}: stands in no section`),
  ];
}

function valueProblems(value: unknown, places: ReadonlySet<string>, at: string): readonly string[] {
  if (value === null || value === undefined || value === '') return [`${at}: is empty`];
  if (Array.isArray(value)) return value.length === 0 ? [`${at}: is an empty list`] : value.flatMap((item, index) => valueProblems(item, places, `${at}[${String(index)}]`));
  if (!isNode(value)) return [];
  const names = Object.keys(value);
  if (names.length === 0) return [`${at}: is an empty element`];
  const { id, reference } = value;
  return [
    ...(id === undefined || (typeof id === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(id)) ? [] : [`${at}: has an id that is none`]),
    ...(typeof reference !== 'string' || places.has(reference) ? [] : [`${at}: refers to ${reference}, which is not there`]),
    ...choices.filter((choice) => names.filter((name) => new RegExp(`^${choice}${typesOfChoice}$`).test(name)).length > 1).map((choice) => `${at}: has two of ${choice}[x]`),
    ...names.filter((name) => isDateField(name) && typeof value[name] === 'string' && !dateTime.test(value[name])).map((name) => `${at}.${name}: is no date`),
    ...names.flatMap((name) => valueProblems(value[name], places, `${at}.${name}`)),
  ];
}

function codeProblems(resource: Node): readonly string[] {
  const type = String(resource['resourceType']);
  const known = requiredCodes[type] ?? {};
  const wrong = Object.entries(known).filter(([name, codes]) => resource[name] !== undefined && !codes.includes(String(resource[name]))).map(([name]) => `${type}.${name}: ${String(resource[name])} is none of its codes`);
  return type === 'Condition' ? conditionProblems(resource) : wrong;
}

const codeOf = (value: unknown): string | null => {
  const [coding] = nodesOf(isNode(value) ? value['coding'] : undefined);
  return coding === undefined ? null : String(coding['code']);
};

function conditionProblems(condition: Node): readonly string[] {
  const [clinical, verification] = [codeOf(condition['clinicalStatus']), codeOf(condition['verificationStatus'])];
  const isAbated = Object.keys(condition).some((name) => name.startsWith('abatement'));
  const isListed = nodesOf(condition['category']).some((one) => codeOf(one) === 'problem-list-item');
  return [
    ...(clinical === null || requiredOfConditions.clinicalStatus.some((one) => one === clinical) ? [] : ['Condition.clinicalStatus: is none of its codes']),
    ...(verification === null || requiredOfConditions.verificationStatus.some((one) => one === verification) ? [] : ['Condition.verificationStatus: is none of its codes']),
    ...(isListed && clinical === null && verification !== 'entered-in-error' ? ['con-3: a problem on the list has a clinical status'] : []),
    ...(isAbated && !['inactive', 'resolved', 'remission'].includes(clinical ?? '') ? ['con-4: what abated is inactive, resolved or in remission'] : []),
    ...(verification === 'entered-in-error' && clinical !== null ? ['con-5: what was entered in error has no clinical status'] : []),
  ];
}
