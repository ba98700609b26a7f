import type { ReactNode } from 'react';
import { useMessages } from '../text/useMessages';
import { Button } from '../ui/Button';
import { Chips } from '../ui/Chips';
import { FilterField } from '../ui/FilterField';
import { SelectField } from '../ui/SelectField';
import { StatusBadge } from '../ui/StatusBadge';
import { isFiltered, NO_FILTERS, STATUSES, TYPES, type JobFilters } from './filters';
import styles from './JobFiltersBar.module.css';

const LONGEST = 128;

interface JobFiltersBarProps {
  filters: JobFilters;
  onChange: (filters: JobFilters) => void;
  /** Whether jobs of several users are listed. */
  users?: boolean;
}

export function JobFiltersBar({ filters, onChange, users = false }: JobFiltersBarProps): ReactNode {
  const { jobs: text } = useMessages();
  const change = (part: Partial<JobFilters>) => onChange({ ...filters, ...part });
  return (
    <div role="search" aria-label={text.filters} className={styles.bar}>
      <Chips
        label={text.status}
        chosen={filters.status}
        onChange={(status) => change({ status })}
        choices={STATUSES.map((value) => ({ value, label: <StatusBadge status={value} /> }))}
      />
      <SelectField
        label={text.type}
        value={filters.type}
        onChange={(type) => change({ type: TYPES.find((known) => known === type) ?? '' })}
        choices={[{ value: '', label: text.anyType }, ...TYPES.map((value) => ({ value, label: text.types[value] }))]}
      />
      <FilterField
        label={text.tag}
        value={filters.tag}
        placeholder={text.anyTag}
        maxLength={LONGEST}
        onChange={(tag) => change({ tag })}
      />
      {users && (
        <FilterField
          label={text.user}
          value={filters.user}
          placeholder={text.anyUser}
          maxLength={LONGEST}
          onChange={(user) => change({ user })}
        />
      )}
      {isFiltered(filters) && (
        <Button look="quiet" size="small" className={styles.clear} onClick={() => onChange(NO_FILTERS)}>
          {text.clear}
        </Button>
      )}
    </div>
  );
}
