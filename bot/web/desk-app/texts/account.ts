import type { Localized } from '../../../domain/language.ts';

const it = {
  title: 'Il tuo account',
  intro: 'Come vuoi il tuo sportello su questo computer.',
  language: 'Lingua',
  theme: 'Colori',
  themes: { system: 'Come il sistema', light: 'Chiaro', dark: 'Scuro' },
  attention: 'Quando arriva un cliente',
  sounds: 'Suona quando c’è lavoro nuovo',
  trySound: 'Prova il suono',
  notifications: 'Mostra anche una notifica del browser',
  notificationsRefused: 'Il browser non le permette per questo sito: cambialo nelle sue impostazioni.',
  notificationsMissing: 'Questo browser non ha notifiche.',
  keyboard: 'Tastiera',
  shortcuts: 'Scorciatoie di un solo tasto',
  password: 'Password',
  oldPassword: 'Password attuale',
  newPassword: 'Nuova password',
  changePassword: 'Cambia la password',
  passwordChanged: 'La password è cambiata. Altrove sei uscito; qui resti collegato.',
  sessions: 'Dove sei collegato',
  shortcutsHint: 'Premi ? per vederle tutte. Non valgono mai mentre scrivi in un campo.',
};

const en: typeof it = {
  title: 'Your account',
  intro: 'How you like your desk on this computer.',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  attention: 'When a customer arrives',
  sounds: 'Make a sound when there is new work',
  trySound: 'Try the sound',
  notifications: 'Show a notification of the browser too',
  notificationsRefused: 'The browser does not allow them for this site: change that in its settings.',
  notificationsMissing: 'This browser has no notifications.',
  keyboard: 'Keyboard',
  shortcuts: 'Shortcuts of a single key',
  password: 'Password',
  oldPassword: 'Current password',
  newPassword: 'New password',
  changePassword: 'Change the password',
  passwordChanged: 'Your password is changed. Elsewhere you are signed out; here you stay.',
  sessions: 'Where you are signed in',
  shortcutsHint: 'Press ? to see them all. They never count while you write in a field.',
};

export const accountTexts: Localized<typeof it> = { it, en };
