import { describe, expect, test } from 'vitest';
import { coreOf, courtesiesOf, withoutIdentifiers } from '../../bot/understanding/set-aside.ts';

const courtesies = courtesiesOf('it', [['aurora'], ['bottega', 'aurora']]);
const core = (text: string): string => {
  const keys = text.split(' ');
  return keys.slice(...coreOf(keys, courtesies)).join(' ');
};

describe('what is set aside', () => {
  test('order numbers, addresses, telephone numbers and links leave the text', () => {
    const { text, found } = withoutIdentifiers(
      'ordine BA-123456 e #77, scrivi a anna.b@posta.example o +39 051 555 0142, vedi https://x.example/a?b=1',
    );
    expect({ text: text.replace(/\s+/g, ' '), found }).toEqual({
      text: 'ordine e , scrivi a o , vedi ',
      found: ['https://x.example/a?b=1', 'anna.b@posta.example', 'BA-123456', '+39 051 555 0142', '#77'],
    });
  });

  test('small numbers are part of the question', () => {
    expect(withoutIdentifiers('garanzia di 2 anni, 59 euro, 40x60')).toEqual({
      text: 'garanzia di 2 anni, 59 euro, 40x60',
      found: [],
    });
  });

  test('greetings, thanks and the names of bot and shop leave both ends', () => {
    expect(core('ciao aurora buongiorno dove e il pacco grazie mille per favore')).toBe('dove e il pacco');
    expect(core('bottega aurora scusate quando aprite')).toBe('quando aprite');
  });

  test('a courtesy in the middle stays', () => {
    expect(core('vorrei dire grazie a tutti voi')).toBe('vorrei dire grazie a tutti voi');
  });

  test('what joins a message to the one before goes from its front', () => {
    expect(core('e dove siete')).toBe('dove siete');
    expect(core('ma poi quando arriva e quanto costa')).toBe('quando arriva e quanto costa');
  });

  test('alone, courtesies are what the customer says', () => {
    expect(core('ciao')).toBe('ciao');
    expect(core('grazie mille buona giornata')).toBe('grazie mille buona giornata');
  });
});

describe('a request for help, or whether something may be asked', () => {
  const requested = (language: 'it' | 'en', text: string): string => {
    const keys = text.split(' ');
    return keys.slice(...coreOf(keys, courtesiesOf(language, []))).join(' ');
  };

  test.each([
    ['en', 'hi can you please help me with registering thanks', 'registering'],
    ['en', 'i need assistance to cancel my order', 'cancel my order'],
    ['en', 'hello could you tell me how to cancel my order', 'how to cancel my order'],
    ['en', 'we require your assistance with an invoice', 'an invoice'],
    ['en', 'i could do with some help with my parcel', 'my parcel'],
    ['en', 'i do not know what i have to do to cancel my order', 'cancel my order'],
    ['en', 'i need some information about my order', 'my order'],
    ['en', 'i am trying to cancel my order can you give me a hand please', 'cancel my order'],
    ['it', 'aiutami a registrarmi', 'registrarmi'],
    ['it', 'ciao ho bisogno di aiuto per annullare un ordine grazie', 'annullare un ordine'],
    ['it', 'potrei avere assistenza nella scelta del divano', 'scelta del divano'],
    ['it', 'mi servirebbe sapere se spedite in svizzera', 'spedite in svizzera'],
    ['it', 'vorrei avere alcune informazioni sui rimborsi', 'rimborsi'],
    ['it', 'il divano traballa mi potete aiutare', 'il divano traballa'],
  ] as const)('is set aside from what it is about (%s): %s', (language, text, about) => {
    expect(requested(language, text)).toBe(about);
  });

  test.each([
    ['en', 'can you help me'],
    ['en', 'help me with this problem'],
    ['en', 'this does not work can you help me'],
    ['en', 'what can i do'],
    ['it', 'mi puoi aiutare con una cosa'],
    ['it', 'ho bisogno di informazioni'],
  ] as const)('that says nothing of what it is about stays (%s): %s', (language, text) => {
    expect(requested(language, text)).toBe(text);
  });
});
