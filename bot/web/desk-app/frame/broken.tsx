import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';

import { Nothing } from '../parts/nothing.tsx';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

/** Catches what a page throws while it is drawn, such as a chunk that is gone since the server was updated. React wants a class for it. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenNote /> : this.props.children;
  }
}

function BrokenNote() {
  const { broken, brokenHint, reload } = useTexts(shellTexts);
  return (
    <div role="alert">
      <Nothing title={broken} hint={brokenHint}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {reload}
        </Button>
      </Nothing>
    </div>
  );
}
