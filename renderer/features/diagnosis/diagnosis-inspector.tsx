import { useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AnswerButtons } from '#renderer/features/diagnosis/answer-buttons.tsx';
import { AskNext } from '#renderer/features/diagnosis/ask-next.tsx';
import type { EvidenceUse } from '#renderer/features/diagnosis/evidence-use.ts';
import { useNextInList } from '#renderer/features/diagnosis/use-next-in-list.ts';
import { reasonsAgainst, type ReasonAgainst } from '#renderer/features/diagnosis/evidence-rows.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

export const inspectorTabs = ['disease', 'ask'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

interface DiagnosisInspectorProps {
  readonly caseId: string;
  readonly mode: ExcludedMode;
  readonly use: EvidenceUse;
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  readonly explanation: Explanation;
  /** The proband's findings: what is recorded, though ignored or not assessed, is not asked for again. */
  readonly features: readonly Feature[];
  readonly onAnswer: (termId: string, label: string, state: FeatureState) => void;
}

/** What speaks against the selected disease and what of it nobody has looked for, or what would tell most about all of them. */
export function DiagnosisInspector(props: DiagnosisInspectorProps) {
  const { caseId, mode, use, tab, onTab, explanation, onAnswer } = props;
  const t = useWords('diagnosis');
  const shell = useWords('shell');
  return (
    <>
      <Tabs className="diagnosis-side" selectedKey={tab} onSelectionChange={(key) => onTab(inspectorTabs.find((one) => one === key) ?? 'disease')}>
        <TabList aria-label={t('inspector.tabs')} className="tabs">
          <Tab id="disease">{t('whyNot.head')}</Tab>
          <Tab id="ask">{t('ask.head')}</Tab>
        </TabList>
        <TabPanel id="disease" className="scroll">
          <p className="about">{explanation.name}</p>
          <WhyNot explanation={explanation} />
          <NotRecorded {...props} />
        </TabPanel>
        <TabPanel id="ask" className="scroll">
          <AskNext caseId={caseId} mode={mode} use={use} onAnswer={onAnswer} />
        </TabPanel>
      </Tabs>
      <p className="note">{shell('disclaimer')}</p>
    </>
  );
}

function WhyNot({ explanation }: { readonly explanation: Explanation }) {
  const t = useWords('diagnosis');
  const reasons = reasonsAgainst(explanation);
  return (
    <section className="not">
      <h3>{t('whyNot.title')}</h3>
      {reasons.length === 0 ? <p className="sub">{t('whyNot.nothing')}</p> : null}
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.part.state} ${reason.part.termId}`}><ReasonText reason={reason} /></li>
        ))}
      </ul>
    </section>
  );
}

function ReasonText({ reason }: { readonly reason: ReasonAgainst }) {
  const t = useWords('diagnosis');
  const { label, frequencyText } = reason.part;
  return <>{t(`whyNot.${reason.kind}`, { label, frequency: frequencyText === null ? '' : t('whyNot.in', { frequency: frequencyText }) })}</>;
}

function NotRecorded({ explanation, features, onAnswer }: Pick<DiagnosisInspectorProps, 'explanation' | 'features' | 'onAnswer'>) {
  const t = useWords('diagnosis');
  const list = useRef<HTMLUListElement>(null);
  const notRecorded = explanation.notRecorded.filter(({ termId }) => features.every((feature) => feature.termId !== termId));
  const noteAnswered = useNextInList(list, notRecorded.map(({ termId }) => termId).join(' '));
  return (
    <section className="ask">
      <h3>{t('notRecorded.title')} <span className="n num">{notRecorded.length}</span></h3>
      <p className="sub">{notRecorded.length === 0 ? t('notRecorded.none') : t('notRecorded.text')}</p>
      <ul ref={list}>
        {notRecorded.map(({ termId, label, frequencyText }, index) => (
          <li key={termId}>
            <span className="qt">{label}</span>
            <small className="num">{frequencyText ?? t('notRecorded.frequencyUnknown')}</small>
            <AnswerButtons
              label={label}
              onAnswer={(state) => {
                noteAnswered(index);
                onAnswer(termId, label, state);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
