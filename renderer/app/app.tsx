import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Gate } from '#renderer/app/gate.tsx';
import type { Client } from '#renderer/client/client.ts';
import { ClientProvider } from '#renderer/client/queries.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ToastRegion } from '#renderer/components/toast-region.tsx';

export function App({ client, queryClient }: { readonly client: Client; readonly queryClient: QueryClient }) {
  return (
    <ClientProvider client={client}>
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary resetKey="app">
          <Gate />
        </ErrorBoundary>
        <ToastRegion />
      </QueryClientProvider>
    </ClientProvider>
  );
}
