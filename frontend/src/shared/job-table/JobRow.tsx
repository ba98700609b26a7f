import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Job } from '../api/types';
import { duration } from '../text/times';
import { useMessages } from '../text/useMessages';
import { Cell, Row } from '../ui/Table';
import { When } from '../ui/When';
import { JobMoves } from './JobMoves';
import styles from './JobTable.module.css';
import { JobTags } from './JobTags';
import type { Move } from './moves';
import { SelectBox } from './SelectBox';
import { StatusCell } from './StatusCell';
import { tookOf } from './waiting';

interface JobRowProps {
  job: Job;
  now: number;
  path: string;
  owner: boolean;
  selected: boolean;
  onSelect: (id: string) => void;
  moves: readonly Move[];
  onMove: (move: Move, job: Job) => void;
  busy: boolean;
}

export const JobRow = memo(function JobRow(props: JobRowProps): ReactNode {
  const { job, now, selected } = props;
  const { jobs: text } = useMessages();
  const title = job.request_data.instructions;
  const took = tookOf(job, now);
  return (
    <Row selected={selected}>
      <Cell column="select">
        <SelectBox label={text.select(title)} checked={selected} onChange={() => props.onSelect(job.id)} />
      </Cell>
      <Cell column="job">
        <Link to={props.path} className={styles.title ?? ''} title={title}>
          {title}
        </Link>
        <JobTags job={job} />
      </Cell>
      {props.owner && (
        <Cell column="owner" label={text.columns.owner}>
          {job.user_id}
        </Cell>
      )}
      <Cell column="status">
        <StatusCell job={job} now={now} />
      </Cell>
      <Cell column="created" label={text.columns.created}>
        <When at={job.created_at} now={now} />
      </Cell>
      <Cell column="took" label={text.columns.took} numeric>
        {took === null ? '–' : duration(job.status === 'processing' ? Math.round(took) : took)}
      </Cell>
      <Cell column="actions">
        <JobMoves job={job} moves={props.moves} busy={props.busy} onMove={props.onMove} />
      </Cell>
    </Row>
  );
});
