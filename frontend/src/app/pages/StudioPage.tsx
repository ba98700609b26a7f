import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { AIAgentPanel } from '../../features/agent-panel';
import { Canvas } from '../../features/canvas';
import { useJob } from '../../shared/atelier/useJob';
import { canvasOf } from '../../shared/jobs/canvasOf';
import { useSignedIn } from '../signedIn';
import styles from './StudioPage.module.css';

/** Where canvases are asked for and worked on. The address names the job, so a reload loses nothing. */
export function StudioPage(): ReactNode {
  const { jobId = null } = useParams();
  const { limits } = useSignedIn();
  const { job } = useJob(jobId);
  const navigate = useNavigate();
  return (
    <div className={styles.studio} data-empty={jobId === null || undefined}>
      <aside className={styles.side}>
        <AIAgentPanel
          jobId={jobId}
          canvasId={canvasOf(job)}
          onJobChange={(id) => void navigate(`/studio/${id}`)}
          maxInstructions={limits.max_instructions}
        />
      </aside>
      <div className={styles.canvas}>
        <Canvas jobId={jobId} />
      </div>
    </div>
  );
}
