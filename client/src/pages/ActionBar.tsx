import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useHandel } from '../shell/context';
import { useNarrow } from '../shell/useNarrow';

/** One thing to do, from the page's description or from the client itself. */
export interface BarAction {
  id: string;
  caption: string;
  shortcut?: string | undefined;
  primary?: boolean;
  isEnabled?: boolean;
  icon?: ReactElement;
  run: () => void;
}

/** What can be done here. On a narrow screen the first stays, the rest is under one button. */
export function ActionBar({ actions }: { actions: BarAction[] }) {
  const { texts } = useHandel();
  const isNarrow = useNarrow();
  const shown = isNarrow ? actions.slice(0, 2) : actions.slice(0, 7);
  const rest = actions.slice(shown.length);
  return (
    <div className="actions" role="group" aria-label={texts.actions}>
      {shown.map((action) => (
        <Tooltip
          key={action.id}
          content={action.shortcut ? `${action.caption} (${action.shortcut})` : action.caption}
          relationship="description"
        >
          <Button
            appearance={action.primary ? 'primary' : 'subtle'}
            icon={action.icon}
            disabled={action.isEnabled === false}
            aria-keyshortcuts={action.shortcut?.replace('Ctrl', 'Control')}
            onClick={action.run}
          >
            {action.caption}
          </Button>
        </Tooltip>
      ))}
      {rest.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={texts.actions}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {rest.map((action) => (
                <MenuItem
                  key={action.id}
                  secondaryContent={action.shortcut}
                  disabled={action.isEnabled === false}
                  onClick={action.run}
                >
                  {action.caption}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}
