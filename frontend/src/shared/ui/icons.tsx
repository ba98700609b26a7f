import type { ReactNode, SVGProps } from 'react';

/** Pictures of 20 by 20, in the colour of the text. They say nothing: what is beside them does. */
function icon(path: string) {
  return function Icon(props: SVGProps<SVGSVGElement>): ReactNode {
    return (
      <svg
        width="18"
        height="18"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        {...props}
      >
        <path d={path} />
      </svg>
    );
  };
}

export const CloseIcon = icon('M5 5l10 10M15 5L5 15');
export const CheckIcon = icon('M4.5 10.5l3.5 3.5 7.5-8');
export const PlusIcon = icon('M10 4.5v11M4.5 10h11');
export const RetryIcon = icon('M15.5 8A6 6 0 1 0 16 11.5M16 4v4h-4');
export const TrashIcon = icon('M4.5 6h11M8 6V4.5h4V6M6 6l.7 9.5h6.6L14 6');
export const AlertIcon = icon('M10 6.5v4.2M10 13.6v.01M10 2.8l8 13.9H2z');
export const UserIcon = icon('M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 16.5c.9-2.8 3.2-4.2 6.2-4.2s5.3 1.4 6.2 4.2');
export const SunIcon = icon('M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2.5v1.3M10 16.2v1.3M2.5 10h1.3M16.2 10h1.3M4.7 4.7l.9.9M14.4 14.4l.9.9M15.3 4.7l-.9.9M5.6 14.4l-.9.9');
export const MoonIcon = icon('M16 11.8A6.3 6.3 0 0 1 8.2 4a6.3 6.3 0 1 0 7.8 7.8z');
export const SystemIcon = icon('M3.5 4.5h13v9h-13zM7.5 16.5h5M10 13.5v3');
export const DownloadIcon = icon('M10 3.5v9M6.2 9l3.8 3.8L13.8 9M4 16.2h12');
export const ChevronIcon = icon('M5.5 8l4.5 4.5L14.5 8');
export const DrawIcon = icon('M4 16l.8-3.4L13.6 3.8a1.3 1.3 0 0 1 1.9 0l.7.7a1.3 1.3 0 0 1 0 1.9L7.4 15.2 4 16zM12.2 5.2l2.6 2.6');
export const UndoIcon = icon('M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5');
export const RedoIcon = icon('M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5');
export const MinusIcon = icon('M4.5 10h11');
export const FitIcon = icon('M3.5 7.5v-4h4M16.5 7.5v-4h-4M3.5 12.5v4h4M16.5 12.5v4h-4');
export const TextIcon = icon('M4.5 6V4.5h11V6M10 4.5v11M8 15.5h4');
export const ListIcon = icon('M7.5 5h9M7.5 10h9M7.5 15h9M3.6 5v.01M3.6 10v.01M3.6 15v.01');
export const HelpIcon = icon('M7.3 7.4a2.8 2.8 0 1 1 4 2.5c-.8.4-1.3 1-1.3 2M10 14.8v.01');
export const CopyIcon = icon('M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7');
export const BackIcon = icon('M12 5.5L7.5 10l4.5 4.5');
