using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Handel.Kernel.Problems;

namespace Handel.App.Printing;

/// <summary>The words between the server and the worker.</summary>
internal static class RenderMessage
{
    internal static string Write(long id, DocumentData document) =>
        JsonSerializer.Serialize(
            new
            {
                Id = id,
                Kind = "render",
                Layout = document.Layout ?? LayoutOf(document.Kind),
                document.Language,
                Data = document,
                document.Attachments,
                document.Company.Logo,
            },
            Options
        );

    /// <summary>The answer, or null when it belongs to another question.</summary>
    /// <exception cref="JsonException">The line is not an answer.</exception>
    internal static RenderedDocument? Read(string line, long id)
    {
        var answer =
            JsonSerializer.Deserialize<Answer>(line, Options)
            ?? throw new JsonException("The worker gave no answer.");
        if (answer.Id != id)
            return null;
        if (answer.Ok)
            return new()
            {
                Pdf = answer.Pdf,
                Pages = answer.Pages,
                Warnings = answer.Warnings ?? [],
            };

        return new()
        {
            Problem = new(PrintProblems.Refused, new("", ""), "layout", answer.Code ?? "")
            {
                Args = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["detail"] = answer.Message ?? "",
                },
            },
        };
    }

    /// <summary>The layout that a kind has when the user chose none.</summary>
    internal static string LayoutOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.SalesQuote or DocumentKind.SalesOrder => "order-confirmation",
            DocumentKind.SalesInvoice => "sales-invoice",
            DocumentKind.SalesCreditMemo => "sales-credit-memo",
            DocumentKind.SalesShipment => "shipment",
            DocumentKind.PurchaseQuote or DocumentKind.PurchaseOrder => "purchase-order",
            DocumentKind.PurchaseInvoice or DocumentKind.PurchaseCreditMemo => "purchase-invoice",
            DocumentKind.PurchaseReceipt => "purchase-receipt",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    internal static string NameOf(DocumentKind kind) =>
        JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private sealed record Answer(
        long? Id,
        bool Ok,
        byte[]? Pdf,
        int Pages,
        IReadOnlyList<string>? Warnings,
        string? Code,
        string? Message
    );

    /// <summary>Figures travel as text: as a number, 0.1 becomes a binary fraction.</summary>
    private sealed class FigureConverter : JsonConverter<decimal>
    {
        public override decimal Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => decimal.Parse(reader.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

        public override void Write(
            Utf8JsonWriter writer,
            decimal value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The reader is a JSON parser, not a browser: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new FigureConverter(),
        },
    };
}
