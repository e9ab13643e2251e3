import { assertNever } from '#shared/base/assert-never.ts';
import { CaseloadScreen } from '#renderer/features/caseload/caseload-screen.tsx';
import { DiagnosisScreen } from '#renderer/features/diagnosis/diagnosis-screen.tsx';
import { DocumentsScreen } from '#renderer/features/documents/documents-screen.tsx';
import { FamilyGalleryScreen } from '#renderer/features/family-gallery/family-gallery-screen.tsx';
import { FamilyScreen } from '#renderer/features/family/family-screen.tsx';
import { FindingsScreen } from '#renderer/features/findings/findings-screen.tsx';
import { HistoryScreen } from '#renderer/features/history/history-screen.tsx';
import { KnowledgeScreen } from '#renderer/features/knowledge/knowledge-screen.tsx';
import { OverviewScreen } from '#renderer/features/overview/overview-screen.tsx';
import { PhenotypeScreen } from '#renderer/features/phenotype/phenotype-screen.tsx';
import { ReferralsScreen } from '#renderer/features/referrals/referrals-screen.tsx';
import { SecurityScreen } from '#renderer/features/security/security-screen.tsx';
import { SimilarScreen } from '#renderer/features/caseload/similar-screen.tsx';
import { TrialsScreen } from '#renderer/features/trials/trials-screen.tsx';
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx';
import type { Place } from '#renderer/state/place.ts';

export function Screen({ place }: { readonly place: Place }) {
  switch (place.kind) {
    case 'caseload':
      return <CaseloadScreen />;
    case 'case':
      switch (place.section) {
        case 'overview':
          return <OverviewScreen key={place.caseId} caseId={place.caseId} />;
        case 'family':
          return <FamilyScreen key={place.caseId} caseId={place.caseId} />;
        case 'phenotype':
          return <PhenotypeScreen key={place.caseId} caseId={place.caseId} />;
        case 'findings':
          return <FindingsScreen key={place.caseId} caseId={place.caseId} />;
        case 'diagnosis':
          return <DiagnosisScreen key={place.caseId} caseId={place.caseId} />;
        case 'referrals':
          return <ReferralsScreen key={place.caseId} caseId={place.caseId} />;
        case 'trials':
          return <TrialsScreen key={place.caseId} caseId={place.caseId} />;
        case 'similar':
          return <SimilarScreen key={place.caseId} caseId={place.caseId} />;
        case 'documents':
          return <DocumentsScreen key={place.caseId} caseId={place.caseId} />;
        case 'history':
          return <HistoryScreen key={place.caseId} caseId={place.caseId} />;
        default:
          return assertNever(place.section);
      }
    case 'history':
      return <HistoryScreen caseId={null} />;
    case 'knowledge':
      return <KnowledgeScreen />;
    case 'symbols':
      return <FamilyGalleryScreen />;
    case 'security':
      return <SecurityScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return assertNever(place);
  }
}
