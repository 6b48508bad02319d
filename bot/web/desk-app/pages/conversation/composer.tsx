import { SendFilled } from '@fluentui/react-icons/svg/send';
import { useDeferredValue, useRef, useState, type KeyboardEvent, type Ref } from 'react';

import { tellTyping, useSuggestions } from '../../api/conversation.ts';
import { useMe } from '../../api/session.ts';
import { draftsOf } from '../../parts/drafts.ts';
import { usePaused } from '../../parts/paused.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';
import { SuggestionBar, suggestionsOf, type Suggestion } from './suggestion-bar.tsx';
import { TextBox } from './text-box.tsx';

export interface ComposerProps {
  readonly conversationId: string;
  /** Of the last message: what the customer said last is what suggestions are for. */
  readonly lastSeq: number;
  /** Sends a text; with `entry` it is the answer of that one. */
  readonly send: (said: { readonly text: string; readonly id: string; readonly entry?: string }) => Promise<unknown>;
  readonly boxRef: Ref<HTMLTextAreaElement>;
  readonly leave: () => void;
}

/** The customer is told at most this often that somebody writes, in milliseconds. */
const tellsEvery = 3000;

/** The box in which an agent answers the customer, with suggestions; what was begun stays with its conversation. */
export function Composer({ conversationId, lastSeq, send, boxRef, leave }: ComposerProps) {
  const t = useTexts(conversationTexts);
  const { agent } = useMe();
  const drafts = draftsOf(agent.id);
  const [text, setText] = useState(() => drafts.get(conversationId));
  const [picked, setPicked] = useState<Suggestion>();
  const told = useRef(0);
  const wanted = useDeferredValue(usePaused(text));
  // Whoever has taken a suggestion over needs no others for it.
  const words = picked !== undefined && wanted.includes(picked.text) ? '' : wanted.slice(0, 300);
  const suggestions = suggestionsOf(useSuggestions(conversationId, words, lastSeq).data);

  function write(value: string): void {
    setText(value);
    drafts.set(conversationId, value);
    if (value.trim() === '' || Date.now() - told.current < tellsEvery) return;
    told.current = Date.now();
    tellTyping(conversationId);
  }

  function pick(suggestion: Suggestion): void {
    setPicked(suggestion);
    write(suggestion.text.slice(0, 4000));
  }

  function keys(event: KeyboardEvent): boolean {
    const suggestion = event.altKey ? suggestions[Number(event.code.replace('Digit', '')) - 1] : undefined;
    if (suggestion !== undefined) pick(suggestion);
    return suggestion !== undefined;
  }

  return (
    <>
      <SuggestionBar suggestions={suggestions} pick={pick} />
      <TextBox
        text={text}
        write={write}
        label={t.compose}
        hint={t.composeHint}
        submit={t.send}
        icon={<SendFilled />}
        boxRef={boxRef}
        leave={leave}
        keys={keys}
        send={(said, id) => {
          const entry = picked?.entry;
          // It counts as that answer as long as all of it is in what is sent.
          const whole = entry !== undefined && said.includes(picked?.text.trim() ?? '');
          return send({ text: said, id, ...(whole && { entry }) });
        }}
        sent={(said) => {
          setPicked(undefined);
          // The agent may have written on meanwhile.
          if (drafts.get(conversationId).trim() === said) write('');
        }}
      />
    </>
  );
}
