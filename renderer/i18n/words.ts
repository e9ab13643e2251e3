import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { caseImport } from '#renderer/i18n/en/case-import.ts';
import { caseload } from '#renderer/i18n/en/caseload.ts';
import { consents } from '#renderer/i18n/en/consents.ts';
import { diagnosis } from '#renderer/i18n/en/diagnosis.ts';
import { documents } from '#renderer/i18n/en/documents.ts';
import { family } from '#renderer/i18n/en/family.ts';
import { familyGallery } from '#renderer/i18n/en/family-gallery.ts';
import { familyView } from '#renderer/i18n/en/family-view.ts';
import { field } from '#renderer/i18n/en/field.ts';
import { history } from '#renderer/i18n/en/history.ts';
import { findings } from '#renderer/i18n/en/findings.ts';
import { knowledge } from '#renderer/i18n/en/knowledge.ts';
import { phenotype } from '#renderer/i18n/en/phenotype.ts';
import { overview } from '#renderer/i18n/en/overview.ts';
import { referrals } from '#renderer/i18n/en/referrals.ts';
import { risk } from '#renderer/i18n/en/risk.ts';
import { security } from '#renderer/i18n/en/security.ts';
import { settings } from '#renderer/i18n/en/settings.ts';
import { vcfImport } from '#renderer/i18n/en/vcf-import.ts';
import { similar } from '#renderer/i18n/en/similar.ts';
import { trials } from '#renderer/i18n/en/trials.ts';
import { shell } from '#renderer/i18n/en/shell.ts';

/** Every word on the screens, one file a feature. A feature adds its file here and nowhere else. */
const english = { shell, field, caseload, overview, family, familyGallery, familyView, phenotype, findings, trials, diagnosis, referrals, documents, consents, caseImport, history, knowledge, risk, security, settings, similar, vcfImport } as const;

export type WordsNamespace = keyof typeof english;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof english;
  }
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'shell',
  ns: Object.keys(english),
  resources: { en: english },
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

/** The words of one feature: `const t = useWords('caseload')`, `t('title')`. */
export function useWords<Namespace extends WordsNamespace>(namespace: Namespace) {
  return useTranslation(namespace).t;
}

export const words = i18next;
