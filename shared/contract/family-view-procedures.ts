import * as z from 'zod';
import { idSchema, versionSchema } from '#shared/base/schemas.ts';
import { familyViewSchema } from '#shared/casefile/family-view/family-view.ts';
import { detailScopes } from '#shared/casefile/family-view/shown-family.ts';
import { suggestionDetailSchema, suggestionSchema, suggestionToDecideSchema } from '#shared/casefile/suggestion.ts';
import { action, command, query } from '#shared/contract/procedure.ts';
import { fileSchema, problemSchema } from '#shared/contract/wire.ts';

const pin = z.string().regex(/^\d{4,8}$/, 'four to eight digits');
const said = suggestionDetailSchema.pick({ personId: true, fact: true, shown: true, answer: true, said: true, saidBy: true });

export const familyViewProcedures = {
  /** What the family will not see, and what it will see and may not know: for the counsellor, before the screen is turned. */
  'familyView.check': query(
    z.object({ caseId: idSchema, scope: z.enum(detailScopes) }),
    z.object({
      hidden: z.object({ privateFacts: z.int(), people: z.int(), carriers: z.int(), notes: z.int() }),
      delicate: z.array(z.object({ kind: z.enum(['adoption', 'pregnancy', 'donor', 'foster', 'surrogacy', 'loss', 'consanguinity', 'child-of-another-partner']), names: z.array(z.string()).readonly() })).readonly(),
    }),
  ),
  /** From now on nothing else of the vault can be asked until the view is left. `pin`: what leaves it; null: the passphrase. */
  'familyView.enter': action(z.object({ caseId: idSchema, scope: z.enum(detailScopes), pin: pin.nullable() }), z.object({})),
  'familyView.leave': action(z.object({ pin: z.string().max(20).optional(), passphrase: z.string().max(1_000).optional() }), z.object({ caseId: idSchema })),
  'familyView.show': query(z.object({}), familyViewSchema.extend({ said: z.array(suggestionSchema).readonly() })),
  /** Keeps what the family says of one fact; said again, the last word stands. */
  'familyView.say': command(said, suggestionSchema),
  'familyView.takeBack': command(z.object({ suggestionId: idSchema, version: versionSchema }), z.object({})),

  /** What families said, open ones first. */
  'suggestion.list': query(z.object({ caseId: idSchema }), z.array(suggestionToDecideSchema).readonly()),
  /** Taking over changes the record where the words can be read in one way; `isApplied` says whether it did. */
  'suggestion.decide': command(z.object({ suggestionId: idSchema, version: versionSchema, decision: z.enum(['accepted', 'dismissed']), note: z.string().max(2_000) }), z.object({ suggestion: suggestionSchema, isApplied: z.boolean() })),
  /** The answers of a questionnaire that came back, as words of the family to be decided. */
  'questionnaire.import': command(z.object({ caseId: idSchema, file: fileSchema }), z.object({ added: z.int(), unchanged: z.int(), problems: z.array(problemSchema).readonly() })),
} as const;
