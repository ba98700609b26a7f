import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { AppRoutes } from './AppRoutes';
import { Crash } from './Crash';
import { Gate } from './Gate';
import { Queries } from './Queries';

export function App(): ReactNode {
  return (
    <Crash>
      <BrowserRouter>
        <Gate>
          <Queries>
            <AppRoutes />
          </Queries>
        </Gate>
      </BrowserRouter>
    </Crash>
  );
}
