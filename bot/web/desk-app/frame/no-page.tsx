import { Link as FluentLink } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { Link } from 'wouter';

import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

/** An address that names no page, or none that this account may open. */
export function NoPage() {
  const { noPage, noPageHint, toStart } = useTexts(shellTexts);
  return (
    <Page title={noPage}>
      <Nothing icon={<DocumentSearchRegular />} title={noPageHint}>
        <Link href="/" asChild>
          <FluentLink>{toStart}</FluentLink>
        </Link>
      </Nothing>
    </Page>
  );
}
