import { NoteAddRegular } from '@fluentui/react-icons/svg/note-add';
import { useState, type Ref } from 'react';

import { useMe } from '../../api/session.ts';
import { draftsOf } from '../../parts/drafts.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useTexts } from '../../texts/language.tsx';
import { TextBox } from './text-box.tsx';

export interface NoteBoxProps {
  readonly conversationId: string;
  readonly save: (note: { readonly text: string; readonly id: string }) => Promise<unknown>;
  /** Called when it was taken. */
  readonly saved: () => void;
  readonly boxRef: Ref<HTMLTextAreaElement>;
  readonly leave: () => void;
}

/** The box for what colleagues shall know and the customer shall not. */
export function NoteBox({ conversationId, save, saved, boxRef, leave }: NoteBoxProps) {
  const { note: t } = useTexts(workTexts);
  const { agent } = useMe();
  const drafts = draftsOf(agent.id);
  const about = `note ${conversationId}`;
  const [text, setText] = useState(() => drafts.get(about));
  function write(value: string): void {
    setText(value);
    drafts.set(about, value);
  }
  return (
    <TextBox
      text={text}
      write={write}
      label={t.box}
      hint={t.hint}
      submit={t.save}
      icon={<NoteAddRegular />}
      boxRef={boxRef}
      leave={leave}
      send={(note, id) => save({ text: note, id })}
      sent={() => {
        write('');
        saved();
      }}
    />
  );
}
