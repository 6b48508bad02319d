import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useRef, useState, type SubmitEvent } from 'react';

import { useSignIn } from '../../api/session.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { entryTexts } from '../../texts/entry.ts';
import { useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'password';
  readonly autoComplete: string;
  readonly least?: number;
}

export interface EntryFormProps {
  readonly path: 'sign-in' | 'welcome' | 'new-password';
  readonly fields: readonly EntryField[];
  readonly submit: string;
  /** Sent with what is written in the fields. */
  readonly also?: Readonly<Record<string, string>>;
  readonly done?: () => void;
}

/**
 * A form that says beside each field, in the page's language, what is wrong in it: the browser's own bubbles speak the browser's
 * language, and cover the hint below the field.
 */
export function EntryForm({ path, fields, submit, also, done }: EntryFormProps) {
  const styles = useStyles();
  const t = useTexts(entryTexts);
  const signIn = useSignIn(path);
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string | undefined>>>({});
  const [shown, setShown] = useState(false);

  function faultOf({ name, least }: EntryField): string | undefined {
    const value = values[name] ?? '';
    if (value.trim() === '') return t.missing;
    return least !== undefined && value.length < least ? t.tooShort(least, value.length) : undefined;
  }

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    const found = fields.flatMap((field) => {
      const fault = faultOf(field);
      return fault === undefined ? [] : [[field.name, fault] as const];
    });
    setFaults(Object.fromEntries(found));
    const first = found[0]?.[0];
    if (first === undefined) signIn.mutate({ ...values, ...also }, { onSuccess: () => done?.() });
    else form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  }

  return (
    <form className={styles.form} noValidate onSubmit={submitted} ref={form}>
      {fields.map((field) => (
        <Field
          key={field.name}
          label={field.label}
          hint={field.hint ?? null}
          validationMessage={faults[field.name] ?? null}
          validationState={faults[field.name] === undefined ? 'none' : 'error'}
        >
          <Input
            name={field.name}
            type={field.type === 'password' && !shown ? 'password' : 'text'}
            autoComplete={field.autoComplete}
            autoCapitalize={field.name === 'name' ? 'words' : 'none'}
            spellCheck={false}
            size="large"
            maxLength={200}
            value={values[field.name] ?? ''}
            onChange={(_, { value }) => {
              setValues({ ...values, [field.name]: value });
              setFaults({ ...faults, [field.name]: undefined });
            }}
          />
        </Field>
      ))}
      <Checkbox label={t.showPassword} checked={shown} onChange={(_, { checked }) => setShown(checked === true)} />
      <FailureNote error={signIn.error} />
      <Button type="submit" appearance="primary" size="large" disabledFocusable={signIn.isPending}>
        {submit}
      </Button>
    </form>
  );
}
