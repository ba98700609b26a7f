import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from './pages/NotFoundPage';
import { StudioPage } from './pages/StudioPage';
import { Shell } from './Shell';

/** Every page, on one page. Those that a first visit does not need are loaded when opened. */
export function AppRoutes(): ReactNode {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<StudioPage />} />
        <Route path="studio/:jobId" element={<StudioPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
