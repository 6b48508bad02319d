import { createDOMRenderer } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import './main.css';

const place = document.getElementById('desk');
if (place === null) throw new Error('The page has no place for the desk: an element with the id "desk".');

// The policy of the page draws only styles that carry its nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const renderer = createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } });

createRoot(place).render(
  <StrictMode>
    <App renderer={renderer} />
  </StrictMode>,
);
