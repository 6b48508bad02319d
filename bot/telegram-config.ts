import type { TelegramSettings } from './channels/telegram/telegram.ts';
import type { Config } from './config.ts';

/** The settings of Telegram; undefined without a token. */
export function telegramSettings(config: Config): TelegramSettings | undefined {
  const {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: root,
    TELEGRAM_WEBHOOK_SECRET: secret,
    PUBLIC_URL: url,
  } = config;
  if (token === undefined) return undefined;
  // Telegram brings updates to https only.
  const mode = config.TELEGRAM_MODE ?? (url?.startsWith('https:') === true ? 'webhook' : 'polling');
  return {
    token,
    mode: mode === 'webhook' && url !== undefined ? { kind: 'webhook', url } : { kind: 'polling' },
    ...(root !== undefined && { root }),
    ...(secret !== undefined && { secret }),
  };
}
