/* The sample page puts the one line on itself, as a shop would: its attributes stand behind the # of the address. */

const shown = new URLSearchParams(location.hash.slice(1));
// Greeted anew each time, and as closed as at a first visit.
localStorage.removeItem('sportello-greeted');
sessionStorage.removeItem('sportello-widget');

const script = document.createElement('script');
for (const [name, value] of shown) {
  // The pages of the shop are not here, nor is its server, which signs.
  if (/^data-[a-z-]+$/.test(name) && name !== 'data-greeting-on' && name !== 'data-identity')
    script.setAttribute(name, value);
}
script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')!.nonce;
script.src = '/widget.js';
document.head.append(script);

export {};
