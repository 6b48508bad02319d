import { openBotApi } from './bot-api.ts';
import { answers, channelContract, type Driver, readable } from './channels.contract.ts';
import { type Button, connect, newToken } from './direct-line-client.ts';
import { openForeignChannel, postActivity } from './foreign-channel.ts';
import { openDesk, until } from './open-desk.ts';

/* The contract that every channel keeps, with the real clients or their like at the other end. */

channelContract('the web chat', async (): Promise<Driver> => {
  const desk = await openDesk({ answers, messagesPerMinute: 1000 });
  const { token } = await newToken(desk.url);
  const client = connect(desk.url, { token });
  let sent = 0;
  const from = (role: string) => client.heard.filter((each) => each.type === 'message' && each.from.role === role);
  const buttons = (): readonly Button[] =>
    from('bot').findLast(({ suggestedActions }) => suggestedActions !== undefined)?.suggestedActions?.actions ?? [];
  const post = async (text: string, id: number) => {
    await client.post({ type: 'message', text, channelData: { clientActivityID: `id-${id}` } });
  };
  let last = { text: '', id: 0 };
  const bring = async (message: typeof last) => {
    last = message;
    await post(message.text, message.id);
  };
  return {
    desk,
    say: async (text) => {
      sent += 1;
      await bring({ text, id: sent });
    },
    sayAgain: () => bring(last),
    sayLastFirst: async (texts) => {
      const written = texts.map((text, index) => ({ text, id: sent + 1 + index }));
      sent += texts.length;
      for (const message of written.toReversed()) await bring(message);
    },
    press: async (label) => {
      const button = buttons().find(({ title }) => title === label);
      if (button !== undefined) await client.press(button);
    },
    shown: () => from('bot').map(({ text }) => readable(text)),
    offered: () => buttons().map(({ title }) => title),
    close: async () => {
      client.end();
      await desk.close();
    },
  };
});

interface CardAction {
  readonly title: string;
  readonly data: unknown;
}

channelContract('Teams', async (): Promise<Driver> => {
  const desk = await openDesk({ answers });
  const channel = await openForeignChannel();
  const actions = () =>
    channel.taken.flatMap(({ attachments }) => {
      const cards = (attachments ?? []).map(({ content }) => (content as { actions?: readonly CardAction[] }).actions);
      return cards.filter((card) => card !== undefined);
    });
  let last: object = {};
  const bring = async (given: object) => {
    last = channel.activity(given);
    await postActivity(desk.url, last);
  };
  return {
    desk,
    say: (text) => bring({ text }),
    sayAgain: async () => void (await postActivity(desk.url, last)),
    sayLastFirst: async (texts) => {
      for (const activity of texts.map((text) => channel.activity({ text })).toReversed()) {
        last = activity;
        await postActivity(desk.url, last);
      }
    },
    press: async (label) => {
      const action = actions()
        .at(-1)
        ?.find(({ title }) => title === label);
      await bring({ value: action?.data });
    },
    shown: () => channel.taken.map(({ text = '' }) => readable(text)),
    offered: () => (actions().at(-1) ?? []).map(({ title }) => title),
    close: async () => {
      await desk.close();
      await channel.close();
    },
  };
});

channelContract('Telegram', async (): Promise<Driver> => {
  const api = await openBotApi();
  const desk = await openDesk({ answers, telegram: { token: api.token, root: api.root, mode: { kind: 'polling' } } });
  let last: object = {};
  const buttons = () => api.shown.findLast(({ buttons: offered }) => offered.length > 0);
  const { bring } = api;
  api.bring = (update, id) => {
    last = update;
    return bring(update, id);
  };
  return {
    desk,
    say: async (text) => void (await api.say(text)),
    sayAgain: async () => void (await bring(last)),
    sayLastFirst: async (texts) => {
      const written = texts.map((text, index) => ({ text, message_id: 5001 + index }));
      for (const { text, message_id } of written.toReversed()) await api.say(text, { message_id });
    },
    press: async (label) => {
      const offer = await until('the buttons', () => buttons());
      await api.press(offer, label);
    },
    shown: () => api.shown.map(({ text }) => text),
    offered: () => (buttons()?.buttons ?? []).map(({ text }) => text),
    close: async () => {
      await desk.close();
      await api.close();
    },
  };
});
