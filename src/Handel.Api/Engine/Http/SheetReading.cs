using System.Globalization;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.App.Spreadsheets;
using Handel.Kernel.Problems;
using Handel.Ledgers.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Handel.Api.Engine.Http;

/// <summary>
/// The rows of a set as a workbook: <c>$format=xlsx</c>. With <c>page</c> it has the columns and
/// captions of that page; <c>caption.NAME</c> puts another word above a column.
/// </summary>
internal static class SheetReading
{
    private const string PageOption = "page";
    private const string CaptionOption = "caption.";
    private const int BufferBytes = 64 * 1024;

    public static async Task Run(ApiRequest request, Address address)
    {
        var page = PageOf(request, address.Resource);
        var options = request.Options with
        {
            Filter = QueryOptions.And(address.Filter, request.Options.Filter),
            Select = [.. page.Fields.Select(field => field.Name)],
            Expand = [],
        };
        if (options.OrderBy.Count == 0 && page.OrderBy.Length > 0)
            options = options with { OrderBy = OrderOf(page.OrderBy, request) };
        var layout = new Layout(address.Resource, options, request.Route, request.Binder);
        var reader = await RowReader.Open(layout, options, request.Binder);
        var columns = page.Fields.Select(field => ColumnOf(field, layout)).ToList();
        // A file first: what goes wrong on the way is still an answer with a status.
        await using var file = TemporaryFile();
        var sheet = new Sheet(
            page.Caption,
            [.. page.Fields.Select(field => new SheetColumn(field.Caption, field.Kind))]
        )
        {
            Rows = Cells(reader, layout, columns),
        };
        if (!await SheetWriter.Write(sheet, file, request.Scope.Aborted))
            throw TooLong(address.Resource);
        await Send(request, file, page.Caption);
    }

    private static async Task Send(ApiRequest request, FileStream file, string caption)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{caption}.xlsx");
        request.Response.ContentType = SheetWriter.ContentType;
        request.Response.ContentLength = file.Length;
        request.Response.Headers.ContentDisposition = disposition.ToString();
        file.Position = 0;
        await file.CopyToAsync(request.Response.Body, request.Scope.Aborted);
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(
        RowReader reader,
        Layout layout,
        List<(Cell Cell, SheetField Field)> columns
    )
    {
        await foreach (var row in reader.Page(SheetWriter.RowsMax))
            yield return
            [
                .. columns.Select(column =>
                    Shown(layout.Wire(row, column.Cell), column.Cell.Shape, column.Field)
                ),
            ];
    }

    private static SheetPage PageOf(ApiRequest request, Resource resource)
    {
        var pairs = QueryOptions.Pairs(request.Http.Request.QueryString.Value ?? "").ToList();
        var name = pairs.Find(pair => pair.Name == PageOption).Value ?? "";
        var find = request.Http.RequestServices.GetService<FindSheetPage>();
        var page =
            find?.Invoke(name, request.Scope.Language.TwoLetterISOLanguageName)
            ?? new SheetPage(resource.Name, [.. PlainFields(resource)]);
        var wanted = request.Options.Select;
        return page with
        {
            Fields =
            [
                .. page
                    .Fields.Where(field => resource.Find(field.Name) is not null)
                    .Where(field => wanted is null || wanted.Contains(field.Name))
                    .Select(field => field with { Caption = CaptionOf(field, pairs) }),
            ],
        };
    }

    private static string CaptionOf(SheetField field, List<(string Name, string Value)> pairs) =>
        pairs.Find(pair => pair.Name == CaptionOption + field.Name).Value is { Length: > 0 } given
            ? given
            : field.Caption;

    private static IEnumerable<SheetField> PlainFields(Resource resource) =>
        resource
            .Columns.Where(field => field.Shape.Access != Access.Filter)
            .Select(field => new SheetField(field.Name, field.Name, KindOf(field.Shape.Kind)));

    private static CellKind KindOf(EdmKind kind) =>
        kind switch
        {
            EdmKind.String or EdmKind.Guid or EdmKind.Enum => CellKind.Text,
            EdmKind.Stream or EdmKind.Complex => CellKind.Text,
            EdmKind.Decimal => CellKind.Quantity,
            EdmKind.Int32 or EdmKind.Int64 => CellKind.Integer,
            EdmKind.Boolean => CellKind.Flag,
            EdmKind.Date => CellKind.Date,
            EdmKind.DateTimeOffset => CellKind.Instant,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static (Cell, SheetField) ColumnOf(SheetField field, Layout layout)
    {
        var bound = layout.Resource.Find(field.Name)!;
        return (new Cell(bound.Shape, bound, layout.Place(bound.Name)), field);
    }

    // Nothing is an empty cell, not a date before all dates.
    private static object? Shown(object? value, FieldShape shape, SheetField field) =>
        value switch
        {
            DateOnly date when date == DateOnly.MinValue => null,
            DateTimeOffset instant when instant == WireValue.NoInstant => null,
            Guid id => id == Guid.Empty ? null : id.ToString(),
            int member when shape.Kind == EdmKind.Enum => Choice(
                shape.Enum!.NameOf(member)?.ToString() ?? member.ToString(Invariant),
                field
            ),
            string text when field.Kind is CellKind.Amount or CellKind.Quantity => Figure(text),
            string text => Choice(text, field),
            _ => value,
        };

    private static string Choice(string member, SheetField field) =>
        field.Choices.TryGetValue(member, out var caption) ? caption
        : field.Choices.Count > 0 ? EnumShape.Decode(member).Trim()
        : member;

    // Reports of the contract have figures as text, grouped as in English.
    private static object? Figure(string text) =>
        decimal.TryParse(text, NumberStyles.Number, Invariant, out var figure) ? figure
        : text.Length == 0 ? null
        : text;

    private static IReadOnlyList<OrderItem> OrderOf(string orderBy, ApiRequest request) =>
        QueryOptions
            .Parse("$orderby=" + Uri.EscapeDataString(orderBy), request.Host.Limits)
            .OrderBy;

    private static FileStream TemporaryFile() =>
        new(
            Path.Combine(Path.GetTempPath(), $"handel-{Guid.NewGuid():N}.xlsx"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferBytes,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );

    private static RefusalException TooLong(Resource resource) =>
        new([])
        {
            Problems =
            [
                new Problem(
                    ReportCodes.SheetRows,
                    new RecordRef(resource.Name, ""),
                    "",
                    SheetWriter.RowsMax.ToString(Invariant)
                ),
            ],
        };

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;
}
