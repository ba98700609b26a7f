import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { AIAgentPanel } from '../../features/agent-panel';
import { CanvasView } from '../../features/canvas-view';
import { useSignedIn } from '../signedIn';
import styles from './StudioPage.module.css';

/** Where canvases are asked for and looked at. The address names the job, so a reload loses nothing. */
export function StudioPage(): ReactNode {
  const { jobId = null } = useParams();
  const { limits } = useSignedIn();
  const navigate = useNavigate();
  return (
    <div className={styles.studio} data-empty={jobId === null || undefined}>
      <aside className={styles.side}>
        <AIAgentPanel
          jobId={jobId}
          onJobChange={(id) => void navigate(`/studio/${id}`)}
          maxInstructions={limits.max_instructions}
        />
      </aside>
      <div className={styles.canvas}>
        <CanvasView jobId={jobId} />
      </div>
    </div>
  );
}
