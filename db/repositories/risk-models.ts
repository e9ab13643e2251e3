import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
import type { StoredRiskModel } from '#shared/contract/risk-procedures.ts';
import { initialRiskModel, type RiskModel } from '#shared/inheritance/risk-model.ts';

export interface RiskModelReader {
  readonly ofCase: (caseId: string) => readonly StoredRiskModel[];
  /** The model of a condition; the initial one, of version 0, where nobody has changed it. */
  readonly find: (caseId: string, conditionId: string) => StoredRiskModel;
}

export interface RiskModelWriter {
  readonly put: (caseId: string, conditionId: string, model: RiskModel) => StoredRiskModel;
}

export function createRiskModelReader(database: Connection): RiskModelReader {
  const ofCase = database.prepare<[string], Row>('SELECT * FROM risk_model WHERE case_id = ? ORDER BY id');
  const find = database.prepare<[string, string], Row>('SELECT * FROM risk_model WHERE case_id = ? AND condition_id = ?');
  return {
    ofCase: (caseId) => ofCase.all(caseId).map(modelFromRow),
    find: (caseId, conditionId) => {
      const row = find.get(caseId, conditionId);
      return row === undefined ? { conditionId, version: 0, model: initialRiskModel } : modelFromRow(row);
    },
  };
}

export function createRiskModelWriter(database: Connection, rows: RowWriter, reader: RiskModelReader): RiskModelWriter {
  const idOf = database.prepare<[string, string], Row>('SELECT id, version FROM risk_model WHERE case_id = ? AND condition_id = ?');
  return {
    put: (caseId, conditionId, model) => {
      const present = idOf.get(caseId, conditionId);
      const detail = JSON.stringify(model);
      if (present === undefined) rows.add('risk_model', { case_id: caseId, condition_id: conditionId, detail });
      else rows.put('risk_model', present.id, { detail });
      return reader.find(caseId, conditionId);
    },
  };
}

function modelFromRow(row: Row): StoredRiskModel {
  // What an older version of Nostos did not ask is as at first.
  return { conditionId: String(row['condition_id']), version: row.version, model: { ...initialRiskModel, ...(JSON.parse(String(row['detail'])) as Partial<RiskModel>) } };
}
