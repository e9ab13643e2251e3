import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName, kindWords, lifetimeWords } from '#renderer/features/family/individual-words.ts';
import { BulkPanel } from '#renderer/features/family/inspector/bulk-panel.tsx';
import { FamilyPanel } from '#renderer/features/family/inspector/family-panel.tsx';
import { personTabs } from '#renderer/features/family/inspector/person-tabs.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** What is known of the selected person, of several at once, or of the family as a whole. */
export function FamilyInspector({ tab, onTab, onLeave }: { readonly tab: string; readonly onTab: (tab: string) => void; readonly onLeave: () => void }) {
  const { selectedIds, individualOf } = useFamilyView();
  const [only] = selectedIds;
  const individual = only === undefined ? undefined : individualOf(only);
  return (
    <div
      className="family-inspector"
      onKeyDown={(event) => {
        // Enter and Escape in a field lead back to the drawing, so that the next letter adds the next relative.
        const isLine = event.target instanceof HTMLInputElement && event.target.type === 'text' && event.key === 'Enter';
        if ((event.key !== 'Escape' && !isLine) || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onLeave();
      }}
    >
      {selectedIds.length > 1 ? <BulkPanel /> : individual === undefined ? <FamilyPanel /> : <PersonPanels key={individual.id} individual={individual} tab={tab} onTab={onTab} />}
    </div>
  );
}

function PersonPanels({ individual, tab, onTab }: { readonly individual: Individual; readonly tab: string; readonly onTab: (tab: string) => void }) {
  const t = useWords('family');
  const { numberOf, relationOf, today } = useFamilyView();
  const about = [relationOf(individual.id), kindWords(individual, today), lifetimeWords(individual, today)].filter((text) => text !== null && text !== '');
  return (
    <>
      <header className="head">
        <h2>
          {individualName(individual)} <span className="muted num">{numberOf(individual.id)}</span>
        </h2>
        <p className="num">{about.join(', ')}</p>
      </header>
      <Tabs className="person-tabs" selectedKey={tab} onSelectionChange={(key) => onTab(String(key))}>
        <TabList aria-label={t('inspector.tabs')} className="tabs">
          {personTabs.map(({ id, label }) => (
            <Tab key={id} id={id}>
              {label()}
            </Tab>
          ))}
        </TabList>
        {personTabs.map(({ id, Panel }) => (
          <TabPanel key={id} id={id} className="scroll">
            <Panel individual={individual} />
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}
