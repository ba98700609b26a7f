import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { AnyJob } from '../../features/job-detail';

export default function SystemJobPage(): ReactNode {
  const { jobId = '' } = useParams();
  return <AnyJob key={jobId} id={jobId} />;
}
