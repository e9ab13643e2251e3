import { Info } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { IconButton } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** What a number rests on: how it is worked out, and who published the method. */
export function AboutPopover({ title, text, source }: { readonly title: string; readonly text: string; readonly source?: string }) {
  const t = useWords('risk');
  return (
    <DialogTrigger>
      <IconButton icon={Info} label={`${t('about')}: ${title}`} />
      <Popover className="popover risk-about" offset={4}>
        <Dialog>
          <Heading slot="title" level={3}>{title}</Heading>
          <p>{text}</p>
          {source === undefined ? null : <p className="muted">{source}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
