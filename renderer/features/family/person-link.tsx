import { Button } from 'react-aria-components';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';

/** A person by name and number; a press selects them. */
export function PersonLink({ individualId }: { readonly individualId: string }) {
  const { individualOf, numberOf, select } = useFamilyView();
  const individual = individualOf(individualId);
  if (individual === undefined) return null;
  return (
    <Button className="link person-link" onPress={() => select([individualId])}>
      {individualName(individual)} <span className="num">{numberOf(individualId)}</span>
    </Button>
  );
}
