import { useEffect, useRef, type RefObject } from 'react';

import type { Resolution } from '../../../../domain/conversation.ts';
import { useAct, type Act } from '../../api/conversation.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Transfer } from './transfer-dialog.tsx';

/** All that an agent can do with a conversation; what is refused stands in `error` until the next act. */
export interface Acts {
  readonly error: Error | null;
  readonly claim: () => void;
  readonly takeOver: () => void;
  readonly release: () => void;
  readonly resolve: (outcome: Resolution) => void;
  readonly transfer: (to: Transfer) => void;
  readonly say: (said: { readonly text: string; readonly id: string; readonly entry?: string }) => Promise<void>;
  readonly note: (note: { readonly text: string; readonly id: string }) => Promise<void>;
}

export interface ActsParts {
  readonly id: string;
  readonly mine: 'mine' | 'not-mine';
  /** Where whoever has just taken a conversation wants to write. */
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** Called when the conversation has become this agent's. */
  readonly claimed: () => void;
}

/** Does things with a conversation, and says aloud what came of it. */
export function useActs({ id, mine, box, claimed }: ActsParts): Acts {
  const t = useTexts(conversationTexts);
  const work = useTexts(workTexts);
  const announce = useAnnounce();
  const act = useAct(id);
  const wantsBox = useRef(false);
  useEffect(() => {
    if (mine === 'not-mine' || !wantsBox.current) return;
    wantsBox.current = false;
    box.current?.focus();
  }, [mine, box]);

  async function does(what: Act, said?: string): Promise<void> {
    await act.mutateAsync(what);
    if (said !== undefined) announce(said);
  }
  /** For what is asked with a button: a refusal is shown, and nothing else has to be done about it. */
  function asks(what: Act, said?: string): void {
    does(what, said).catch(() => {});
  }
  function takes(name: 'claim' | 'take-over'): void {
    wantsBox.current = true;
    does({ name })
      .then(claimed)
      .catch(() => {
        wantsBox.current = false;
      });
  }

  return {
    error: act.error,
    claim: () => takes('claim'),
    takeOver: () => takes('take-over'),
    release: () => asks({ name: 'release' }, t.released),
    resolve: (outcome) => asks({ name: 'resolve', body: { outcome } }, t.resolved),
    transfer: ({ name, ...body }) => asks({ name: 'transfer', body }, work.transfer.done(name)),
    say: (said) => does({ name: 'say', body: said }),
    note: (note) => does({ name: 'note', body: note }),
  };
}
