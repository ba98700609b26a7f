import { lazy, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from './pages/NotFoundPage';
import { StudioPage } from './pages/StudioPage';
import { Shell } from './Shell';

const JobsPage = lazy(() => import('./pages/JobsPage'));
const JobPage = lazy(() => import('./pages/JobPage'));
const StatisticsPage = lazy(() => import('./pages/StatisticsPage'));
const SystemPage = lazy(() => import('./pages/SystemPage'));
const SystemJobPage = lazy(() => import('./pages/SystemJobPage'));

/** Every page, on one page. Those that a first visit does not need are loaded when opened. */
export function AppRoutes(): ReactNode {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<StudioPage />} />
        <Route path="studio/:jobId" element={<StudioPage />} />
        <Route path="jobs" element={<JobsPage />} />
        <Route path="jobs/:jobId" element={<JobPage />} />
        <Route path="statistics" element={<StatisticsPage />} />
        <Route path="system" element={<SystemPage />} />
        <Route path="system/jobs/:jobId" element={<SystemJobPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
