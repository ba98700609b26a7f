import type { ReactNode } from 'react';
import type { Job } from '../api/types';
import { useMessages } from '../text/useMessages';
import { Table, type Column } from '../ui/Table';
import { useNow } from '../ui/useNow';
import { JobRow } from './JobRow';
import styles from './JobTable.module.css';
import type { Move } from './moves';
import { SelectBox } from './SelectBox';
import type { Selection } from './useSelection';

const TICK_MS = 5_000;

interface JobTableProps {
  caption: string;
  jobs: Job[];
  selection: Selection;
  /** Where a job's own page is; null if there is none for whoever looks. */
  pathOf: (job: Job) => string;
  moves: readonly Move[];
  onMove: (move: Move, job: Job) => void;
  /** Jobs that something is being done with. */
  busy: ReadonlySet<string>;
  owners?: boolean;
}

/** Jobs, a row each; on a phone, a card each. */
export function JobTable(props: JobTableProps): ReactNode {
  const { caption, jobs, selection, owners = false } = props;
  const { jobs: text } = useMessages();
  const now = useNow(TICK_MS);
  const { columns: names } = text;
  const columns: Column[] = [
    {
      key: 'select',
      label: (
        <SelectBox
          label={text.selectAll}
          checked={selection.isAll}
          some={selection.ids.length > 0 && !selection.isAll}
          onChange={selection.toggleAll}
        />
      ),
    },
    { key: 'job', label: names.job },
    ...(owners ? [{ key: 'owner', label: names.owner }] : []),
    { key: 'status', label: names.status },
    { key: 'created', label: names.created },
    { key: 'took', label: names.took, numeric: true },
    { key: 'actions', label: <span className="sr-only">{names.actions}</span> },
  ];
  return (
    <Table caption={caption} columns={columns} className={styles.jobs}>
      {jobs.map((job) => (
        <JobRow
          key={job.id}
          job={job}
          now={now}
          path={props.pathOf(job)}
          owner={owners}
          selected={selection.has(job.id)}
          onSelect={selection.toggle}
          moves={props.moves}
          onMove={props.onMove}
          busy={props.busy.has(job.id)}
        />
      ))}
    </Table>
  );
}
