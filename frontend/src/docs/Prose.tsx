import type { ReactNode } from 'react';

/** Text with `code` in it, in paragraphs; tables stay as they were written. */
export function Prose({ text }: { text: string }): ReactNode {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph, index) =>
      paragraph.startsWith('|') ? (
        <pre key={index} className="table">
          {paragraph}
        </pre>
      ) : (
        <p key={index}>{withCode(paragraph)}</p>
      ),
    );
}

function withCode(paragraph: string): ReactNode[] {
  return paragraph.split(/`([^`]+)`/).map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece));
}
