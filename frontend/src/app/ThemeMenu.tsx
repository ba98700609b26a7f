import { useState, type ReactNode } from 'react';
import { useMessages } from '../shared/text/useMessages';
import { IconButton } from '../shared/ui/Button';
import { MoonIcon, SunIcon, SystemIcon } from '../shared/ui/icons';
import { Menu, MenuChoice } from '../shared/ui/Menu';
import { setTheme, storedTheme, type Theme } from './theme';

const PICTURES: Record<Theme, ReactNode> = {
  system: <SystemIcon />,
  light: <SunIcon />,
  dark: <MoonIcon />,
};
const THEMES: Theme[] = ['system', 'light', 'dark'];

export function ThemeMenu(): ReactNode {
  const text = useMessages().shell;
  const [theme, show] = useState(storedTheme);
  return (
    <Menu trigger={<IconButton label={text.theme}>{PICTURES[theme]}</IconButton>}>
      <MenuChoice
        label={text.theme}
        value={theme}
        onChange={(chosen) => {
          setTheme(chosen);
          show(chosen);
        }}
        choices={THEMES.map((value) => ({ value, label: text.themes[value], picture: PICTURES[value] }))}
      />
    </Menu>
  );
}
