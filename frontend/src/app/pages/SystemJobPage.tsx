import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { AnyJob } from '../../features/job-detail';
import { AdminOnly } from '../AdminOnly';

export default function SystemJobPage(): ReactNode {
  const { jobId = '' } = useParams();
  return (
    <AdminOnly>
      <AnyJob key={jobId} id={jobId} />
    </AdminOnly>
  );
}
