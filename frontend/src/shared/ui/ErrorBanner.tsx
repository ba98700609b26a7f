import type { ReactNode } from 'react';
import type { ApiError } from '../api/errors';
import { useMessages } from '../text/useMessages';
import { Banner } from './Banner';

interface ErrorBannerProps {
  error: ApiError;
  onDismiss?: () => void;
  actions?: ReactNode;
}

/** What happened and what to do about it; where the service said more, that too. */
export function ErrorBanner({ error, onDismiss, actions }: ErrorBannerProps): ReactNode {
  const text = useMessages();
  const { title, hint } = text.errors[error.kind];
  const details = Object.entries(error.details);
  return (
    <Banner
      title={title}
      actions={actions}
      {...(onDismiss === undefined ? {} : { dismiss: { label: text.dismiss, onDismiss } })}
    >
      {error.kind === 'job_failed' && <p>{error.message}</p>}
      {details.length > 0 ? (
        <ul>
          {details.map(([member, wrong]) => (
            <li key={member}>{`${member}: ${wrong.join(', ')}`}</li>
          ))}
        </ul>
      ) : (
        <p>{error.retryAfter !== null && error.retryAfter > 0 ? text.retryIn(error.retryAfter) : hint}</p>
      )}
    </Banner>
  );
}
