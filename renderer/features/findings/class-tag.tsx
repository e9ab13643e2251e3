import { Tag } from '#renderer/components/tag.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';

const tones = { pathogenic: 'bad', 'likely-pathogenic': 'bad', 'uncertain-significance': 'warn', 'likely-benign': 'good', benign: 'good' } as const satisfies Record<VariantClass, string>;

export function ClassTag({ classification }: { readonly classification: VariantClass | null }) {
  const t = useWords('findings');
  return classification === null ? <Tag>{t('list.unclassified')}</Tag> : <Tag tone={tones[classification]}>{t(`class.${classification}`)}</Tag>;
}
