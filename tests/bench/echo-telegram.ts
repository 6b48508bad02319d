import { Bot, webhookCallback } from 'grammy';
import { createServer } from 'node:http';

/* The peer of Telegram: an echo bot of bare grammY, brought its updates by webhook. Prints its URL. */

const bot = new Bot(process.env['TELEGRAM_BOT_TOKEN'] ?? '', {
  client: { apiRoot: process.env['TELEGRAM_API_ROOT'] ?? '' },
});
bot.on('message:text', (context) => context.reply(`Echo: ${context.message.text}`));
const take = webhookCallback(bot, 'http');
const server = createServer((request, response) => void take(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
});
