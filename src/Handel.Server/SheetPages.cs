using Handel.Api.Engine;
using Handel.App.Spreadsheets;
using Handel.Pages;
using Handel.Pages.Description;

namespace Handel.Server;

/// <summary>Tells the API what a page shows, so that a workbook of it shows the same.</summary>
internal static class SheetPages
{
    public static SheetPage? Find(string page, string language)
    {
        var pages = PageCatalog.Build(Captions.For(language), _ => true).Pages;
        return pages.FirstOrDefault(one => one.Id == page) is not { } found
            ? null
            : new SheetPage(found.Caption, [.. found.Columns.Select(FieldOf)])
            {
                OrderBy = found.Source?.OrderBy ?? "",
            };
    }

    private static SheetField FieldOf(Pages.Description.Field field) =>
        new(field.Name, field.Caption, KindOf(field.Kind))
        {
            Choices = field.Choices.ToDictionary(choice => choice.Value, choice => choice.Caption),
        };

    private static CellKind KindOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text or FieldKind.Code or FieldKind.Choice => CellKind.Text,
            FieldKind.Integer => CellKind.Integer,
            FieldKind.Amount => CellKind.Amount,
            FieldKind.Quantity or FieldKind.Price or FieldKind.Percent => CellKind.Quantity,
            FieldKind.Date => CellKind.Date,
            FieldKind.DateTime => CellKind.Instant,
            FieldKind.Boolean => CellKind.Flag,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
