import { adviceHandlers } from '#electron/backend/handlers/advice.ts';
import { appHandlers } from '#electron/backend/handlers/app.ts';
import { candidateHandlers } from '#electron/backend/handlers/candidate.ts';
import { caseHandlers } from '#electron/backend/handlers/case.ts';
import { consentHandlers } from '#electron/backend/handlers/consent.ts';
import { diseaseHandlers } from '#electron/backend/handlers/disease.ts';
import { erasureHandlers } from '#electron/backend/handlers/erasure.ts';
import { exportHandlers } from '#electron/backend/handlers/export.ts';
import { documentHandlers } from '#electron/backend/handlers/document.ts';
import { eventHandlers } from '#electron/backend/handlers/event.ts';
import { familyHandlers } from '#electron/backend/handlers/family.ts';
import { familyViewHandlers } from '#electron/backend/handlers/family-view.ts';
import { featureHandlers } from '#electron/backend/handlers/feature.ts';
import { filterHandlers } from '#electron/backend/handlers/filter.ts';
import { findingHandlers } from '#electron/backend/handlers/finding.ts';
import { geneHandlers } from '#electron/backend/handlers/gene.ts';
import { historyHandlers } from '#electron/backend/handlers/history.ts';
import { knowledgeHandlers } from '#electron/backend/handlers/knowledge.ts';
import { personHandlers } from '#electron/backend/handlers/person.ts';
import { questionnaireHandlers } from '#electron/backend/handlers/questionnaire.ts';
import { rankingHandlers } from '#electron/backend/handlers/ranking.ts';
import { reanalysisHandlers } from '#electron/backend/handlers/reanalysis.ts';
import { referralHandlers } from '#electron/backend/handlers/referral.ts';
import { riskHandlers } from '#electron/backend/handlers/risk.ts';
import { searchHandlers } from '#electron/backend/handlers/search.ts';
import { settingsHandlers } from '#electron/backend/handlers/settings.ts';
import { suggestionHandlers } from '#electron/backend/handlers/suggestion.ts';
import { taskHandlers } from '#electron/backend/handlers/task.ts';
import { termHandlers } from '#electron/backend/handlers/term.ts';
import { testHandlers } from '#electron/backend/handlers/test.ts';
import { trialHandlers } from '#electron/backend/handlers/trial.ts';
import { vaultHandlers } from '#electron/backend/handlers/vault.ts';
import { fileHandlers, vcfHandlers } from '#electron/backend/handlers/vcf.ts';
import type { AllHandlers } from '#electron/backend/handlers.ts';

/** Who answers each procedure of the contract; the compiler refuses a contract with one that nobody answers. Jobs are cancelled by their runner. */
export const allHandlers = {
  ...appHandlers,
  ...vaultHandlers,
  ...settingsHandlers,
  ...caseHandlers,
  ...filterHandlers,
  ...searchHandlers,
  ...personHandlers,
  ...familyHandlers,
  ...familyViewHandlers,
  ...suggestionHandlers,
  ...questionnaireHandlers,
  ...riskHandlers,
  ...featureHandlers,
  ...findingHandlers,
  ...eventHandlers,
  ...testHandlers,
  ...taskHandlers,
  ...documentHandlers,
  ...fileHandlers,
  ...vcfHandlers,
  ...candidateHandlers,
  ...referralHandlers,
  ...historyHandlers,
  ...termHandlers,
  ...geneHandlers,
  ...diseaseHandlers,
  ...rankingHandlers,
  ...adviceHandlers,
  ...reanalysisHandlers,
  ...exportHandlers,
  ...consentHandlers,
  ...erasureHandlers,
  ...knowledgeHandlers,
  ...trialHandlers,
} satisfies Omit<AllHandlers, 'job.cancel'>;
