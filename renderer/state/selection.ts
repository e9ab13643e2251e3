import { create } from 'zustand';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';
import type { ReferralStage, ReferralStep } from '#shared/referral/referral.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import type { ClassificationEntry } from '#shared/variant/variant.ts';

/** A classification that was begun and not recorded yet. */
export interface ClassificationDraft {
  /** Null: as recorded last. */
  readonly criteria: ClassificationEntry['criteria'] | null;
  /** Null: as the points say. */
  readonly saidClass: VariantClass | null;
  readonly why: string;
}

export type ReferralPart = 'readiness' | 'letter' | 'steps';

/** Null: as proposed. */
export interface StepDraft {
  readonly stage: ReferralStage | null;
  readonly on: string | null;
  readonly channel: ReferralStep['channel'];
  readonly by: string | null;
  readonly note: string;
  readonly appointmentOn: string | null;
  readonly declineReason: string;
  readonly actionAsked: string;
}

/** What is selected or half typed, so that it still is on coming back to a screen. */
interface Selection {
  readonly caseId: string | null;
  readonly featureOfCase: Readonly<Record<string, string | null>>;
  readonly findingOfCase: Readonly<Record<string, string | null>>;
  /** The line of a report that was typed and not added yet. */
  readonly findingLineOfCase: Readonly<Record<string, string>>;
  readonly classificationOfFinding: Readonly<Record<string, ClassificationDraft>>;
  readonly referralOfCase: Readonly<Record<string, string | null>>;
  readonly referralPart: ReferralPart;
  /** The next step of a referral that was begun and not recorded yet. */
  readonly stepOfReferral: Readonly<Record<string, StepDraft>>;
  /** Whom the next letter on the documents screen is for, where another screen asked for it. */
  readonly letterToOfCase: Readonly<Record<string, string | undefined>>;
  readonly trialOfCase: Readonly<Record<string, string | null>>;
  readonly diseaseOfCase: Readonly<Record<string, string | null>>;
  /** The step of the odyssey, the test or the task that the overview shows. */
  readonly stepOfCase: Readonly<Record<string, OdysseySource | null>>;
  /** The attached document and the consent that a search led to, open until they are closed. */
  readonly documentOfCase: Readonly<Record<string, string | null>>;
  readonly consentOfCase: Readonly<Record<string, string | null>>;
  /** What was typed into the line of the odyssey and not added yet. */
  readonly odysseyLineOfCase: Readonly<Record<string, string>>;
  /** What was typed into the quick line of the pedigree and not drawn yet. */
  readonly quickLineOfCase: Readonly<Record<string, string>>;
  /** Whose findings the phenotype screen shows. */
  readonly phenotypePersonOfCase: Readonly<Record<string, string>>;
  /** People of the pedigree; the last of them is the one that was selected last. */
  readonly peopleOfCase: Readonly<Record<string, readonly string[]>>;
}

const nothing: Selection = { caseId: null, featureOfCase: {}, findingOfCase: {}, findingLineOfCase: {}, classificationOfFinding: {}, referralOfCase: {}, referralPart: 'readiness', stepOfReferral: {}, letterToOfCase: {},
  trialOfCase: {}, diseaseOfCase: {}, stepOfCase: {}, documentOfCase: {}, consentOfCase: {}, odysseyLineOfCase: {}, quickLineOfCase: {}, phenotypePersonOfCase: {}, peopleOfCase: {} };

export const useSelection = create<Selection>(() => nothing);

export const selectCase = (caseId: string | null): void => useSelection.setState({ caseId });
export const selectFeature = (caseId: string, featureId: string | null): void =>
  useSelection.setState(({ featureOfCase }) => ({ featureOfCase: { ...featureOfCase, [caseId]: featureId } }));
export const selectFinding = (caseId: string, findingId: string | null): void =>
  useSelection.setState(({ findingOfCase }) => ({ findingOfCase: { ...findingOfCase, [caseId]: findingId } }));
export const setFindingLine = (caseId: string, text: string): void => useSelection.setState(({ findingLineOfCase }) => ({ findingLineOfCase: { ...findingLineOfCase, [caseId]: text } }));
export const nothingClassified: ClassificationDraft = { criteria: null, saidClass: null, why: '' };
export const draftClassification = (findingId: string, change: Partial<ClassificationDraft>): void =>
  useSelection.setState(({ classificationOfFinding }) => ({ classificationOfFinding: { ...classificationOfFinding, [findingId]: { ...nothingClassified, ...classificationOfFinding[findingId], ...change } } }));
export const writeLetterTo = (caseId: string, personId: string | undefined): void => useSelection.setState(({ letterToOfCase }) => ({ letterToOfCase: { ...letterToOfCase, [caseId]: personId } }));
export const selectReferral = (caseId: string, referralId: string | null): void =>
  useSelection.setState(({ referralOfCase }) => ({ referralOfCase: { ...referralOfCase, [caseId]: referralId } }));
export const showReferralPart = (referralPart: ReferralPart): void => useSelection.setState({ referralPart });
export const noStep: StepDraft = { stage: null, on: null, channel: null, by: null, note: '', appointmentOn: null, declineReason: '', actionAsked: '' };
export const draftStep = (referralId: string, change: Partial<StepDraft>): void =>
  useSelection.setState(({ stepOfReferral }) => ({ stepOfReferral: { ...stepOfReferral, [referralId]: { ...noStep, ...stepOfReferral[referralId], ...change } } }));
export const forgetStep = (referralId: string): void =>
  useSelection.setState(({ stepOfReferral }) => ({ stepOfReferral: { ...stepOfReferral, [referralId]: noStep } }));
export const selectTrial = (caseId: string, studyId: string | null): void => useSelection.setState(({ trialOfCase }) => ({ trialOfCase: { ...trialOfCase, [caseId]: studyId } }));
export const selectDisease = (caseId: string, diseaseId: string | null): void =>
  useSelection.setState(({ diseaseOfCase }) => ({ diseaseOfCase: { ...diseaseOfCase, [caseId]: diseaseId } }));
export const selectStep = (caseId: string, step: OdysseySource | null): void => useSelection.setState(({ stepOfCase }) => ({ stepOfCase: { ...stepOfCase, [caseId]: step } }));
export const showDocument = (caseId: string, documentId: string | null): void => useSelection.setState(({ documentOfCase }) => ({ documentOfCase: { ...documentOfCase, [caseId]: documentId } }));
export const showConsent = (caseId: string, consentId: string | null): void => useSelection.setState(({ consentOfCase }) => ({ consentOfCase: { ...consentOfCase, [caseId]: consentId } }));
export const setOdysseyLine = (caseId: string, text: string): void => useSelection.setState(({ odysseyLineOfCase }) => ({ odysseyLineOfCase: { ...odysseyLineOfCase, [caseId]: text } }));
export const selectPeople = (caseId: string, individualIds: readonly string[]): void =>
  useSelection.setState(({ peopleOfCase }) => ({ peopleOfCase: { ...peopleOfCase, [caseId]: individualIds } }));
export const setQuickLine = (caseId: string, text: string): void => useSelection.setState(({ quickLineOfCase }) => ({ quickLineOfCase: { ...quickLineOfCase, [caseId]: text } }));
export const selectPhenotypePerson = (caseId: string, personId: string): void =>
  useSelection.setState(({ phenotypePersonOfCase }) => ({ phenotypePersonOfCase: { ...phenotypePersonOfCase, [caseId]: personId } }));
export const forgetSelection = (): void => useSelection.setState(nothing, true);
