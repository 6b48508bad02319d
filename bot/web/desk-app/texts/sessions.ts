import type { Localized } from '../../../domain/language.ts';

const it = {
  unknownBrowser: 'Browser sconosciuto',
  here: 'questa finestra',
  opened: (when: string) => `Aperta ${when}`,
  seen: (when: string) => `usata ${when}`,
  end: 'Chiudi',
  endLabel: (browser: string, address: string) => `Chiudi la sessione di ${browser} da ${address}`,
};

const en: typeof it = {
  unknownBrowser: 'Unknown browser',
  here: 'this window',
  opened: (when) => `Opened ${when}`,
  seen: (when) => `used ${when}`,
  end: 'End',
  endLabel: (browser, address) => `End the session of ${browser} from ${address}`,
};

export const sessionTexts: Localized<typeof it> = { it, en };
