using Handel.Pages.Description;

namespace Handel.Pages;

/// <summary>One page, described in code; built per language.</summary>
public abstract class PageDefinition(string id, PageKind kind)
{
    public string Id { get; } = id;

    public Page Build(Captions captions)
    {
        var builder = new PageBuilder(new Page(Id, kind, captions[$"page.{Id}"]), captions);
        Describe(builder);
        return builder.Build();
    }

    protected abstract void Describe(PageBuilder page);
}
