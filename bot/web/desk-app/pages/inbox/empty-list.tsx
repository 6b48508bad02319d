import { Nothing } from '../../parts/nothing.tsx';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import type { ListName } from './lists.ts';

/** What stands in a list without lines: that nothing was found, or that there is nothing. */
export function EmptyList({ list, search }: { readonly list: ListName; readonly search: string }) {
  const t = useTexts(inboxTexts);
  if (search.trim() !== '') return <Nothing title={t.nothingFound} hint={t.nothingFoundHint} />;
  return <Nothing {...t.empty[list]} />;
}
