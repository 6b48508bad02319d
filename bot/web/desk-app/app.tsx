import { FluentProvider, RendererProvider, type GriffelRenderer } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Router } from 'wouter';

import { createDeskQueries } from './api/queries.ts';
import { Gate } from './gate.tsx';
import { Announcer } from './parts/announcer.tsx';
import { darkTheme, lightTheme } from './parts/theme.ts';
import { PreferencesProvider, usePreferences, useIsDark } from './parts/preferences.tsx';
import { LanguageProvider } from './texts/language.tsx';

/** The desk: everything that its pages share, around them. */
export function App({ renderer }: { readonly renderer: GriffelRenderer }) {
  const [queries] = useState(createDeskQueries);
  return (
    <RendererProvider renderer={renderer}>
      <QueryClientProvider client={queries}>
        <PreferencesProvider>
          <LanguageProvider>
            <Themed>
              <Announcer>
                <Router base="/desk">
                  <Gate />
                </Router>
              </Announcer>
            </Themed>
          </LanguageProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </RendererProvider>
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  const { preferences } = usePreferences();
  const dark = useIsDark(preferences.theme);
  return <FluentProvider theme={dark ? darkTheme : lightTheme}>{children}</FluentProvider>;
}
