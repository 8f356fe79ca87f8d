import './dashboard-root.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { WixDesignSystemProvider } from '@wix/design-system';
import { useState, type ReactNode, type JSX } from 'react';

/** What every page of ours lives in. The look is chosen here and nowhere else. */
export function DashboardRoot({ children }: { readonly children: ReactNode }): JSX.Element {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2_000 } } }));
  return (
    <WixDesignSystemProvider>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </WixDesignSystemProvider>
  );
}
