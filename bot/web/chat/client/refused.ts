/* The frame of a site that may not show the chat: it says so to the bubble, which tells whoever looks into the console. */

const say = (what: 'refused' | 'close') => parent.postMessage({ sportello: what }, '*');

document.querySelector('#close')!.addEventListener('click', () => say('close'));
addEventListener('keydown', ({ key }) => key === 'Escape' && say('close'));
say('refused');

export {};
