import { Unlink } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { rejoined, zygosityOf } from '#renderer/features/family/family-commands.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { ChildlessnessFields } from '#renderer/features/family/inspector/person-panel.tsx';
import { ProvenanceFields } from '#renderer/features/family/inspector/provenance-fields.tsx';
import { withSetNow } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { PersonLink } from '#renderer/features/family/person-link.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { consanguinityDegrees } from '#shared/inheritance/consanguinity.ts';
import { parentRoles, type ParentEdge, type ParentRole, type Partnership, type TwinGroup } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { coupleKey, type Union } from '#shared/pedigree/structure.ts';

/** How a person is joined to others: parents with their roles, partnerships, twins, children. */
export function RelativesPanel({ individual }: { readonly individual: Individual }) {
  const t = useWords('family');
  const { structure, edit, run } = useFamilyView();
  const parents = structure.parentEdgesOf.get(individual.id) ?? [];
  const unions = structure.unionsOf.get(individual.id) ?? [];
  const children = [...new Set((structure.childEdgesOf.get(individual.id) ?? []).map(({ childId }) => childId))];
  const twins = structure.twinGroupOf.get(individual.id);
  const move = (by: number) => (): void => void edit([{ kind: 'move-among-siblings', individualId: individual.id, by }]);
  return (
    <>
      <section aria-label={t('relatives.role')} className="fields">
        <div className="wide">
          <Checkbox isSelected={individual.isProband} onChange={() => run(() => ({ edits: [{ kind: 'set-proband', individualId: individual.id }], select: 'same' }))} isDisabled={individual.isProband}>{t('relatives.proband')}</Checkbox>
        </div>
        <div className="wide">
          <Checkbox isSelected={individual.isConsultand} onChange={(isConsultand) => edit([{ kind: 'set-consultand', individualId: individual.id, isConsultand }])}>{t('relatives.consultand')}</Checkbox>
        </div>
        <div className="acts wide">
          <Button onPress={move(-1)}>{t('relatives.moveOlder')}</Button>
          <Button onPress={move(1)}>{t('relatives.moveYounger')}</Button>
        </div>
      </section>
      <Group title={t('relatives.parents')} isEmpty={parents.length === 0} empty={t('relatives.noParents')}>
        {parents.map((edge) => <ParentFields key={edge.id} edge={edge} />)}
      </Group>
      <Group title={t('relatives.partners')} isEmpty={unions.length === 0} empty={t('relatives.noPartners')}>
        {unions.map((union) => <UnionFields key={union.key} union={union} individualId={individual.id} />)}
      </Group>
      {twins === undefined ? null : (
        <Group title={t('relatives.twins')} isEmpty={false} empty="">
          <TwinFields group={twins} individualId={individual.id} />
        </Group>
      )}
      <Group title={t('relatives.children')} isEmpty={children.length === 0} empty={t('relatives.noChildren')}>
        <ul>{children.map((childId) => <li key={childId}><PersonLink individualId={childId} /></li>)}</ul>
      </Group>
    </>
  );
}

function Group({ title, isEmpty, empty, children }: { readonly title: string; readonly isEmpty: boolean; readonly empty: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {isEmpty ? <p className="hint-line">{empty}</p> : children}
    </section>
  );
}

type EdgeDetail = Omit<ParentEdge, 'id' | 'childId' | 'parentId'>;

function ParentFields({ edge }: { readonly edge: ParentEdge }) {
  const t = useWords('family');
  const { revision, save, edit } = useFamilyView();
  const draft = withSetNow(useRecordDraft<EdgeDetail>({ key: `parent-edge:${edge.id}`, record: edge, version: revision, save: (change) => save([{ kind: 'change-parent-edge', parentEdgeId: edge.id, change }]) }));
  const { roles } = draft.values;
  const toggle = (role: ParentRole) => (isOn: boolean): void => {
    const next = isOn ? [...roles, role] : roles.filter((other) => other !== role);
    if (next.length > 0 && next.length <= 4) draft.setNow('roles', next);
  };
  return (
    <div className="relative">
      <div className="relative-head">
        <PersonLink individualId={edge.parentId} />
        <IconButton icon={Unlink} label={t('relatives.unlinkParent')} onPress={() => edit([{ kind: 'remove-parent-edge', parentEdgeId: edge.id }])} />
      </div>
      <div className="roles" role="group" aria-label={t('relatives.roles')}>
        {parentRoles.map((role) => <Checkbox key={role} isSelected={roles.includes(role)} onChange={toggle(role)}>{t(`role.${role}`)}</Checkbox>)}
        <Checkbox isSelected={draft.values.isDonor} onChange={(isDonor) => draft.setNow('isDonor', isDonor)}>{t('role.donor')}</Checkbox>
      </div>
      <MoreOf>
        <Select label={t('relatives.undrawnPartner')} value={String(draft.values.undrawnPartner)} choices={undrawnPartners.map((number) => ({ value: String(number), label: t('relatives.undrawn', { number: number + 1 }) }))} onChange={(number) => draft.setNow('undrawnPartner', Number(number))} />
        <ProvenanceFields value={draft.values.provenance} onChange={(provenance) => draft.set('provenance', provenance)} onLeave={draft.saveNow} />
      </MoreOf>
      <DraftFailure draft={draft} />
    </div>
  );
}

const undrawnPartners = [0, 1, 2, 3, 4];

type UnionDetail = Omit<Partnership, 'id' | 'partnerIds'>;

function UnionFields({ union, individualId }: { readonly union: Union; readonly individualId: string }) {
  const t = useWords('family');
  const { edit } = useFamilyView();
  const partnerId = union.partnerIds.find((id) => id !== individualId) ?? individualId;
  return (
    <div className="relative">
      <div className="relative-head">
        <PersonLink individualId={partnerId} />
        {union.partnership === null ? <Button variant="quiet" onPress={() => edit([{ kind: 'join-partners', partnerIds: union.partnerIds }])}>{t('relatives.recordPartners')}</Button> : null}
      </div>
      {union.partnership === null ? <p className="hint-line">{t('relatives.impliedPartners')}</p> : <PartnershipFields partnership={union.partnership} />}
    </div>
  );
}

function PartnershipFields({ partnership }: { readonly partnership: Partnership }) {
  const t = useWords('family');
  const { family, revision, save, edit } = useFamilyView();
  const drawnDegree = useMemo(() => consanguinityDegrees(family).get(coupleKey(...partnership.partnerIds)), [family, partnership]);
  const draft = withSetNow(useRecordDraft<UnionDetail>({ key: `partnership:${partnership.id}`, record: partnership, version: revision, save: (change) => save([{ kind: 'change-partnership', partnershipId: partnership.id, change }]) }));
  const { values } = draft;
  return (
    <>
      <Segmented label={t('union.status')} value={values.status} segments={(['current', 'ended', 'unknown'] as const).map((status) => ({ value: status, label: t(`union.status.${status}`) }))} onChange={(status) => draft.setNow('status', status)} />
      {drawnDegree === undefined || values.isConsanguineous ? null : <p className="hint-line">{t('union.drawnAs', { degree: drawnDegree })}</p>}
      <Checkbox isSelected={values.isConsanguineous} onChange={(isConsanguineous) => draft.setNow('isConsanguineous', isConsanguineous)}>{t('union.consanguineous')}</Checkbox>
      <div className="fields">
        {values.isConsanguineous ? <TextField className="wide" label={t('union.degree')} hint={drawnDegree === undefined ? t('union.degreeHint') : t('union.degreeDrawn', { degree: drawnDegree })} value={values.degree} onChange={(degree) => draft.set('degree', degree)} onBlur={draft.saveNow} maxLength={100} autoComplete="off" /> : null}
        <ChildlessnessFields value={values.childlessness} onChange={(childlessness) => draft.set('childlessness', childlessness)} onLeave={draft.saveNow} />
      </div>
      <MoreOf>
        <ProvenanceFields value={values.provenance} onChange={(provenance) => draft.set('provenance', provenance)} onLeave={draft.saveNow} />
        <div className="acts wide">
          <Button icon={Unlink} onPress={() => edit([{ kind: 'remove-partnership', partnershipId: partnership.id }])}>{t('union.remove')}</Button>
        </div>
      </MoreOf>
      <DraftFailure draft={draft} />
    </>
  );
}

function TwinFields({ group, individualId }: { readonly group: TwinGroup; readonly individualId: string }) {
  const t = useWords('family');
  const { edit } = useFamilyView();
  const zygosity = zygosityOf(group);
  return (
    <>
      <ul>{group.members.filter((member) => member.individualId !== individualId).map((member) => <li key={member.individualId}><PersonLink individualId={member.individualId} /></li>)}</ul>
      <Segmented label={t('twins.zygosity')} value={zygosity} segments={(['monozygotic', 'dizygotic', 'unknown'] as const).map((value) => ({ value, label: t(`twins.${value}`) }))} onChange={(value) => edit(rejoined(group, value))} />
      <div className="fields">
        <Select label={t('twins.knownBy')} value={group.knownBy} choices={(['tested', 'reported', 'unknown'] as const).map((value) => ({ value, label: t(`twins.knownBy.${value}`) }))} onChange={(knownBy) => edit([{ kind: 'part-twins', twinGroupId: group.id }, { kind: 'join-twins', members: group.members, knownBy }])} />
      </div>
      <div className="acts">
        <Button icon={Unlink} onPress={() => edit([{ kind: 'part-twins', twinGroupId: group.id }])}>{t('twins.part')}</Button>
      </div>
    </>
  );
}

/** Fields that are needed seldom, behind one press. */
function MoreOf({ children }: { readonly children: ReactNode }) {
  const t = useWords('family');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{isOpen ? t('conditions.less') : t('relatives.more')}</Button>
      {isOpen ? <div className="fields">{children}</div> : null}
    </>
  );
}
