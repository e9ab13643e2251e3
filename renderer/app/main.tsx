import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '#renderer/styles/tokens.css';
import '#renderer/styles/base.css';
import '#renderer/styles/shell.css';
import '#renderer/styles/parts.css';
import '#renderer/i18n/words.ts';
import { App } from '#renderer/app/app.tsx';
import { createClient } from '#renderer/client/client.ts';
import { createQueryClient, keepUpToDate } from '#renderer/client/query-client.ts';
import { pickTransport } from '#renderer/client/transport.ts';
import { applyAppearance } from '#renderer/state/appearance.ts';

applyAppearance();
const client = createClient(pickTransport());
const queryClient = createQueryClient();
keepUpToDate(client, queryClient);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App client={client} queryClient={queryClient} />
  </StrictMode>,
);
