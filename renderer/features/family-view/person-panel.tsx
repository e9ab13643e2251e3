import { Check, CircleHelp, Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useCommand } from '#renderer/client/queries.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Suggestion } from '#shared/casefile/suggestion.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

type ShownPerson = OutputOf<'familyView.show'>['people'][number];
type ShownFact = ShownPerson['facts'][number];

/** What was written down of one person, each thing to be confirmed or corrected. */
export function PersonPanel({ person, said }: { readonly person: ShownPerson; readonly said: readonly Suggestion[] }) {
  const t = useWords('familyView');
  const [open, setOpen] = useState<string | null>(null);
  const name = person.name === '' ? t('view.nobody') : person.name;
  const own = said.filter(({ personId }) => personId === person.personId);
  return (
    <aside className="fv-person" aria-label={t('view.person', { name })}>
      <h2>{name}</h2>
      {person.facts.length === 0 ? <p className="lead">{t('facts.none')}</p> : null}
      {(['person', 'has', 'has-not'] as const).map((group) => {
        const facts = person.facts.filter((fact) => fact.group === group);
        return facts.length === 0 ? null : (
          <section key={group}>
            <h3>{t(`facts.${group}`)}</h3>
            <ul className="facts">
              {facts.map((fact) => (
                <FactRow key={fact.fact} personId={person.personId} fact={fact} said={own.find((one) => one.fact === fact.fact && one.answer !== 'addition')} isOpen={open === fact.fact} onOpen={(isOpen) => setOpen(isOpen ? fact.fact : null)} />
              ))}
            </ul>
          </section>
        );
      })}
      <Missing personId={person.personId} additions={own.filter(({ answer }) => answer === 'addition')} />
    </aside>
  );
}

function FactRow({ personId, fact, said, isOpen, onOpen }: { readonly personId: string; readonly fact: ShownFact; readonly said: Suggestion | undefined; readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }) {
  const t = useWords('familyView');
  const say = useCommand('familyView.say');
  const [isCorrecting, setCorrecting] = useState(false);
  const [text, setText] = useState('');
  const tell = (answer: 'confirmed' | 'correction' | 'not-sure'): void => {
    say.mutate(
      { personId, fact: fact.fact, shown: fact.words, answer, said: answer === 'correction' ? text.trim() : '', saidBy: '' },
      {
        onSuccess: () => {
          setCorrecting(false);
          setText('');
          onOpen(false);
        },
      },
    );
  };
  return (
    <li className={isOpen ? 'is-open' : undefined}>
      <div>
        <b>{fact.words}</b>
        {fact.since === '' ? null : <span className="num">{fact.since}</span>}
        {said === undefined ? null : <SaidLine said={said} />}
      </div>
      {isOpen ? null : (
        <Button className="edit" onPress={() => onOpen(true)} aria-label={`${t('fact.change')} ${fact.words}`}>
          <Pencil size={18} strokeWidth={1.6} aria-hidden />
          {t('fact.change')}
        </Button>
      )}
      {isOpen && !isCorrecting ? (
        <div className="answers" role="group" aria-label={t('fact.change')}>
          <Button className="big" autoFocus onPress={() => tell('confirmed')}>
            <Check size={18} strokeWidth={1.8} aria-hidden />
            {t('fact.right')}
          </Button>
          <Button className="big" onPress={() => setCorrecting(true)}>
            <X size={18} strokeWidth={1.8} aria-hidden />
            {t('fact.wrong')}
          </Button>
          <Button className="big" onPress={() => tell('not-sure')}>
            <CircleHelp size={18} strokeWidth={1.8} aria-hidden />
            {t('fact.unsure')}
          </Button>
        </div>
      ) : null}
      {isOpen && isCorrecting ? (
        <Form
          className="correction"
          onSubmit={(event) => {
            event.preventDefault();
            tell('correction');
          }}
        >
          <TextField label={t('fact.what')} hint={t('fact.whatHint')} value={text} onChange={setText} autoFocus maxLength={5000} />
          <Button className="big primary" type="submit" isDisabled={say.isPending}>
            {t('fact.keep')}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

/** What they said in this sitting, and the way to take it back. */
function SaidLine({ said }: { readonly said: Suggestion }) {
  const t = useWords('familyView');
  const takeBack = useCommand('familyView.takeBack');
  return (
    <span className="said" role="status">
      {said.said === '' || said.answer === 'addition' ? t(`fact.said.${said.answer}`, { said: said.said }) : t('fact.said.correctionWith', { said: said.said })}
      <Button className="edit" isDisabled={takeBack.isPending} onPress={() => takeBack.mutate({ suggestionId: said.id, version: said.version })}>
        {t('fact.takeBack')}
      </Button>
    </span>
  );
}

function Missing({ personId, additions }: { readonly personId: string; readonly additions: readonly Suggestion[] }) {
  const t = useWords('familyView');
  const say = useCommand('familyView.say');
  const [text, setText] = useState<string | null>(null);
  return (
    <section className="missing">
      {additions.map((said) => (
        <SaidLine key={said.id} said={said} />
      ))}
      {text === null ? (
        <Button className="big wide" onPress={() => setText('')}>
          <Plus size={20} strokeWidth={1.6} aria-hidden />
          {t('missing.open')}
        </Button>
      ) : (
        <Form
          className="correction"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return setText(null);
            say.mutate({ personId, fact: 'other', shown: '', answer: 'addition', said: text.trim(), saidBy: '' }, { onSuccess: () => setText(null) });
          }}
        >
          <TextField label={t('missing.label')} value={text} onChange={setText} rows={3} autoFocus maxLength={5000} />
          <Button className="big primary" type="submit" isDisabled={say.isPending}>
            {t('missing.keep')}
          </Button>
        </Form>
      )}
    </section>
  );
}
