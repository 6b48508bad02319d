import { Button, Field, makeStyles, Switch } from '@fluentui/react-components';
import { useState } from 'react';

import { playArrival } from '../../parts/arrival-sound.ts';
import { usePreferences } from '../../parts/preferences.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { accountTexts } from '../../texts/account.ts';
import { useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' } });

/** How the desk calls for attention, and whether single keys do something. */
export function AttentionCard() {
  const styles = useStyles();
  const t = useTexts(accountTexts);
  const { preferences, prefer } = usePreferences();
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'missing'));

  async function wantNotifications(wanted: boolean): Promise<void> {
    if (!wanted || !('Notification' in window)) {
      prefer({ notifications: 'off' });
      return;
    }
    const given = await Notification.requestPermission();
    setPermission(given);
    prefer({ notifications: given === 'granted' ? 'on' : 'off' });
  }

  const refused = permission === 'denied' ? t.notificationsRefused : undefined;
  const why = permission === 'missing' ? t.notificationsMissing : refused;
  return (
    <>
      <SectionCard title={t.attention}>
        <div className={styles.row}>
          <Switch
            label={t.sounds}
            checked={preferences.sounds === 'on'}
            onChange={(_, { checked }) => prefer({ sounds: checked ? 'on' : 'off' })}
          />
          <Button size="small" onClick={() => playArrival()}>
            {t.trySound}
          </Button>
        </div>
        <Field hint={why ?? null}>
          <Switch
            label={t.notifications}
            disabled={permission === 'missing' || permission === 'denied'}
            checked={preferences.notifications === 'on' && permission === 'granted'}
            onChange={(_, { checked }) => void wantNotifications(checked)}
          />
        </Field>
      </SectionCard>
      <SectionCard title={t.keyboard}>
        <Field hint={t.shortcutsHint}>
          <Switch
            label={t.shortcuts}
            checked={preferences.shortcuts === 'on'}
            onChange={(_, { checked }) => prefer({ shortcuts: checked ? 'on' : 'off' })}
          />
        </Field>
      </SectionCard>
    </>
  );
}
