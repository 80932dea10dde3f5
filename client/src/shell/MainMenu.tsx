import { useHandel } from './context';
import { hrefOf, type Route } from './route';

interface Props {
  route: Route;
  isOpen: boolean;
  onGo: () => void;
}

/** The menu at the side; on a narrow screen it comes over the page. */
export function MainMenu({ route, isOpen, onGo }: Props) {
  const { pages, company, texts } = useHandel();
  const here = cardParent();
  function cardParent(): string {
    const list = pages.pages.find((page) => page.card === route.page);
    return list?.id ?? route.page;
  }
  const isHere = (item: { page: string; view?: string }) =>
    item.page === here && (item.view === undefined || item.view === (route.query.view ?? 'drafts'));
  return (
    <nav className={isOpen ? 'main-menu main-menu-open' : 'main-menu'} aria-label={texts.mainMenu}>
      {pages.menu.map((group) => (
        <details key={group.id} open={group.id !== 'setup' || group.items.some(isHere)}>
          <summary>{group.caption}</summary>
          <ul>
            {group.items.map((item) => (
              <li key={`${item.page}/${item.view ?? ''}`}>
                <a
                  href={hrefOf({
                    company: company.id,
                    page: item.page,
                    query: item.view ? { view: item.view } : {},
                  })}
                  aria-current={isHere(item) ? 'page' : undefined}
                  onClick={onGo}
                >
                  {item.caption}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
