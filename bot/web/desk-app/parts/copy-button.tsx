import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';

import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';
import { useAnnounce } from './announcer.tsx';

export interface CopyButtonProps extends Pick<ButtonProps, 'appearance' | 'size' | 'icon' | 'disabled'> {
  readonly label: string;
  /** Gives what is to be copied. */
  readonly text: () => string | Promise<string>;
}

/** Copies a text, and says whether that went well. */
export function CopyButton({ label, text, ...look }: CopyButtonProps) {
  const t = useTexts(shellTexts);
  const announce = useAnnounce();
  const [said, setSaid] = useState<string>();

  async function copy(): Promise<void> {
    const what = await text();
    const outcome = (await copied(what)) ? t.copied : t.copyByHand;
    setSaid(outcome);
    announce(outcome);
  }

  return (
    // A text that could not be had is told where it is asked for.
    <Button {...look} onBlur={() => setSaid(undefined)} onClick={() => void copy().catch(() => {})}>
      {said ?? label}
    </Button>
  );
}

/** Browsers give no clipboard to a page without https, and may refuse it to any: then the older way is tried. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedAsSelection(text);
  }
}

function copiedAsSelection(text: string): boolean {
  const holder = document.createElement('span');
  holder.textContent = text;
  Object.assign(holder.style, { position: 'fixed', top: '0', opacity: '0', whiteSpace: 'pre', userSelect: 'text' });
  document.body.append(holder);
  document.getSelection()?.selectAllChildren(holder);
  try {
    // Deprecated in words, and the only way without https.
    return document.execCommand('copy');
  } finally {
    holder.remove();
  }
}
