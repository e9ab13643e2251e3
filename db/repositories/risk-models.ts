import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
import type { StoredRiskModel } from '#shared/contract/risk-procedures.ts';
import { initialRiskModel, type RiskModel } from '#shared/inheritance/risk-model.ts';

export interface RiskModelReader {
  readonly ofCase: (caseId: string) => readonly StoredRiskModel[];
  /** The model of a condition; the initial one where nobody has changed it. */
  readonly find: (caseId: string, conditionId: string) => RiskModel;
  /** The entry of the history that changed a model of the case last; 0 for none. */
  readonly revision: (caseId: string) => number;
}

export interface RiskModelWriter {
  readonly put: (caseId: string, conditionId: string, model: RiskModel) => void;
  /** The revision when this command has ended. */
  readonly nextRevision: (caseId: string) => number;
}

export function createRiskModelReader(database: Connection): RiskModelReader {
  const ofCase = database.prepare<[string], Row>('SELECT * FROM risk_model WHERE case_id = ? ORDER BY id');
  const find = database.prepare<[string, string], Row>('SELECT * FROM risk_model WHERE case_id = ? AND condition_id = ?');
  const revision = database.prepare<[string], { readonly id: number }>("SELECT entry_id AS id FROM change_image WHERE case_id = ? AND table_name = 'risk_model' ORDER BY entry_id DESC LIMIT 1");
  return {
    ofCase: (caseId) => ofCase.all(caseId).map(modelFromRow),
    find: (caseId, conditionId) => {
      const row = find.get(caseId, conditionId);
      return row === undefined ? initialRiskModel : modelFromRow(row).model;
    },
    revision: (caseId) => revision.get(caseId)?.id ?? 0,
  };
}

export function createRiskModelWriter(database: Connection, rows: RowWriter, reader: RiskModelReader): RiskModelWriter {
  const idOf = database.prepare<[string, string], Row>('SELECT id, version FROM risk_model WHERE case_id = ? AND condition_id = ?');
  const lastEntry = database.prepare<[], { readonly id: number }>('SELECT entry_id AS id FROM change_head');
  return {
    put: (caseId, conditionId, model) => {
      const present = idOf.get(caseId, conditionId);
      const detail = JSON.stringify(model);
      if (present === undefined) rows.add('risk_model', { case_id: caseId, condition_id: conditionId, detail });
      else rows.put('risk_model', present.id, { detail });
    },
    nextRevision: (caseId) => {
      const isTouched = rows.images().some((image) => image.table === 'risk_model' && image.caseId === caseId);
      return isTouched ? (lastEntry.get()?.id ?? 0) + 1 : reader.revision(caseId);
    },
  };
}

function modelFromRow(row: Row): StoredRiskModel {
  // What an older version of Nostos did not ask is as at first.
  return { conditionId: String(row['condition_id']), model: { ...initialRiskModel, ...(JSON.parse(String(row['detail'])) as Partial<RiskModel>) } };
}
