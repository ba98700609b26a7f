import { createContext, useContext } from 'react';
import { english, type Messages } from './messages';

/** The language of everything below; English where nobody says otherwise. */
export const MessagesContext = createContext<Messages>(english);

export function useMessages(): Messages {
  return useContext(MessagesContext);
}
