import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { OwnJob } from '../../features/job-detail';

export default function JobPage(): ReactNode {
  const { jobId = '' } = useParams();
  return <OwnJob key={jobId} id={jobId} />;
}
