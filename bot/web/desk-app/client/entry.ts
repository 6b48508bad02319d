import type { Agent } from '../../../domain/conversation.ts';
import { post } from './api.ts';
import { cardForm } from './form.ts';
import { button, el } from './dom.ts';
import { texts } from './texts.ts';

/** The sign-in page; `note` says why it is shown. */
export function signInPage(note: string | undefined, signedIn: (agent: Agent) => void): HTMLElement {
  const { signIn } = texts();
  const card = cardForm<{ agent: Agent }>(
    signIn.heading,
    note,
    [
      { name: 'login', label: signIn.login, autocomplete: 'username' },
      { name: 'password', label: signIn.password, type: 'password', autocomplete: 'current-password' },
    ],
    signIn.submit,
    (values) => post('sign-in', values),
    ({ agent }) => signedIn(agent),
  );
  card.append(el('p', { class: 'hint' }, signIn.lost));
  return card;
}

/** The page behind a one-time link; says so when the link is spent. */
export async function welcomePage(
  secret: string,
  signedIn: (agent: Agent) => void,
  toSignIn: () => void,
): Promise<HTMLElement> {
  const { welcome, signIn } = texts();
  const valid = await post('invitation', { secret });
  if (!valid.ok && (valid.error.code === 'link-expired' || valid.error.code === 'bad-input')) return expired(toSignIn);
  return cardForm<{ agent: Agent }>(
    welcome.heading,
    welcome.intro,
    [
      { name: 'name', label: welcome.name, hint: welcome.nameHint, autocomplete: 'name' },
      { name: 'login', label: signIn.login, hint: welcome.loginHint, autocomplete: 'username' },
      {
        name: 'password',
        label: signIn.password,
        hint: welcome.passwordHint,
        type: 'password',
        autocomplete: 'new-password',
        minlength: 12,
      },
    ],
    welcome.submit,
    (values) => post('welcome', { ...values, secret }),
    ({ agent }) => signedIn(agent),
  );
}

function expired(toSignIn: () => void): HTMLElement {
  const { welcome } = texts();
  return el(
    'section',
    { class: 'card' },
    el('h1', {}, welcome.expiredHeading),
    el('p', {}, welcome.expired),
    el('pre', { tabindex: 0 }, 'npx sportello account link'),
    button(welcome.toSignIn, 'secondary', toSignIn),
  );
}
