import {
  Button,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import {
  BuildingRegular,
  DismissRegular,
  KeyboardRegular,
  NavigationRegular,
  PersonRegular,
  SearchRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { KeysDialog } from '../dialogs/KeysDialog';
import { RoleCentrePage } from '../pages/RoleCentrePage';
import { pageOf } from '../pages/rules';
import { CommandPalette } from './CommandPalette';
import { useHandel } from './context';
import { useKeys } from './keys';
import { MainMenu } from './MainMenu';
import { recordKey } from './recordKey';
import { back, go, type Route } from './route';

// The grid is the heaviest part: it comes while the role centre is read.
const ListPage = lazy(() => import('../pages/ListPage').then((m) => ({ default: m.ListPage })));
const ApplyPage = lazy(() => import('../apply/ApplyPage').then((m) => ({ default: m.ApplyPage })));
const RecordPage = lazy(() =>
  import('../pages/RecordPage').then((m) => ({ default: m.RecordPage })),
);
const WorksheetPage = lazy(() =>
  import('../pages/WorksheetPage').then((m) => ({ default: m.WorksheetPage })),
);

/** The frame around every page: where to go, search everywhere, language, light. */
export function Shell({ route }: { route: Route }) {
  const handel = useHandel();
  const { texts, company, language } = handel;
  const [isSearching, setSearching] = useState(false);
  const [isShowingKeys, setShowingKeys] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const home: Route = { company: company.id, page: 'roleCentre', query: {} };
  useKeys([
    {
      keys: 'Ctrl+K',
      caption: texts.keySearch,
      everywhere: true,
      run: () => setSearching(true),
    },
    { keys: '?', caption: texts.keyKeys, everywhere: true, run: () => setShowingKeys(true) },
  ]);
  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={skipToContent}>
        {texts.skip}
      </a>
      <header className="top">
        <Button
          className="menu-button"
          appearance="transparent"
          icon={isMenuOpen ? <DismissRegular /> : <NavigationRegular />}
          aria-label={isMenuOpen ? texts.closeMenu : texts.menu}
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)}
        />
        <a className="brand" aria-label="Handel" href={`#/${company.id}/roleCentre`}>
          <img src="./icon.svg" alt="" width={24} height={24} />
          <span>Handel</span>
        </a>
        <CompanyMenu />
        <button type="button" className="search-button" onClick={() => setSearching(true)}>
          <SearchRegular aria-hidden />
          <span>{texts.searchEverywhere}</span>
          <kbd>Ctrl+K</kbd>
        </button>
        <Tooltip content={`${texts.keys} (?)`} relationship="label">
          <Button
            className="wide-only"
            appearance="transparent"
            icon={<KeyboardRegular />}
            onClick={() => setShowingKeys(true)}
          />
        </Tooltip>
        <Button
          appearance="transparent"
          aria-label={language === 'nl' ? 'EN: English' : 'NL: Nederlands'}
          onClick={() => handel.setLanguage(language === 'nl' ? 'en' : 'nl')}
        >
          {language === 'nl' ? 'EN' : 'NL'}
        </Button>
        <Tooltip content={texts.theme} relationship="label">
          <Button
            appearance="transparent"
            icon={handel.isDark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
            onClick={() => handel.setDark(!handel.isDark)}
          />
        </Tooltip>
        <UserMenu />
      </header>
      <div className="middle">
        <MainMenu route={route} isOpen={isMenuOpen} onGo={() => setMenuOpen(false)} />
        <main id="content" tabIndex={-1} key={`${company.id}/${route.page}/${language}`}>
          <Suspense fallback={null}>
            <PageView route={route} home={home} />
          </Suspense>
        </main>
      </div>
      {isSearching && <CommandPalette onClose={() => setSearching(false)} />}
      {isShowingKeys && <KeysDialog onClose={() => setShowingKeys(false)} />}
    </div>
  );
}

function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function PageView({ route, home }: { route: Route; home: Route }) {
  const { pages, texts } = useHandel();
  const page = pageOf(pages, route.page);
  const isSimple = page?.kind === 'list' || page?.kind === 'worksheet';
  useKeys([
    {
      keys: 'Escape',
      caption: texts.keyBack,
      everywhere: true,
      run: () => back(home),
      enabled: isSimple,
    },
  ]);
  if (!page) {
    return (
      <div className="empty">
        <p>{texts.notFoundPage}</p>
        <Button appearance="primary" onClick={() => go(home)}>
          {texts.toHome}
        </Button>
      </div>
    );
  }
  switch (page.kind) {
    case 'roleCentre':
      return <RoleCentrePage page={page} />;
    case 'list':
      return <ListPage key={route.query.filter ?? ''} page={page} route={route} />;
    case 'application':
      return <ApplyPage key={route.record ?? ''} page={page} route={route} />;
    case 'worksheet':
      return <WorksheetPage page={page} route={route} />;
    case 'card':
    case 'document':
      return <RecordPage key={recordKey(route)} page={page} route={route} />;
  }
}

function CompanyMenu() {
  const { company, companies, texts } = useHandel();
  if (companies.length === 1) return <span className="company">{company.displayName}</span>;
  return (
    <Menu
      checkedValues={{ company: [company.id] }}
      onCheckedValueChange={(_, data) =>
        go({ company: data.checkedItems[0] ?? company.id, page: 'roleCentre', query: {} })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className="company"
          appearance="transparent"
          icon={<BuildingRegular />}
          aria-label={`${texts.company}: ${company.displayName}`}
        >
          {company.displayName}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {companies.map((one) => (
            <MenuItemRadio key={one.id} name="company" value={one.id}>
              {one.displayName}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function UserMenu() {
  const { session, signOut, texts } = useHandel();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          icon={<PersonRegular />}
          aria-label={`${texts.user}: ${session.displayName}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled>{session.displayName}</MenuItem>
          <MenuItem onClick={signOut}>{texts.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
