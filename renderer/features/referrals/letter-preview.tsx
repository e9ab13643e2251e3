import { useWords } from '#renderer/i18n/words.ts';
import { readLetterText, type LetterParagraph } from '#shared/referral/letter-text.ts';

/** The letter as its reader sees it, without the letterhead. */
export function LetterPreview({ text }: { readonly text: string }) {
  const t = useWords('referrals');
  return (
    <section className="letter-preview" aria-label={t('letter.preview')} tabIndex={0}>
      {readLetterText(text).map((paragraph, index) => (
        <Paragraph key={`${paragraph.kind}-${String(index)}`} paragraph={paragraph} />
      ))}
    </section>
  );
}

function Paragraph({ paragraph }: { readonly paragraph: LetterParagraph }) {
  switch (paragraph.kind) {
    case 'heading':
      return <h3>{paragraph.text}</h3>;
    case 'text':
      return <p>{paragraph.text}</p>;
    case 'list':
      return (
        <ul>
          {paragraph.items.map((item, index) => (
            <li key={`${String(index)}-${item.slice(0, 20)}`}>{item}</li>
          ))}
        </ul>
      );
  }
}
