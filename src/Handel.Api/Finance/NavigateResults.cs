using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>A table that has rows of a document number, and the filter that finds them.</summary>
internal sealed record NavigateRow(Guid Id, string EntitySet, int Count, string Filter)
{
    public string DocumentNumber { get; init; } = "";
    public DateOnly? PostingDate { get; init; }
}

/// <summary>Find entries: where a document number stands, in all books (C6).</summary>
internal static class NavigateResults
{
    public static Resource<NavigateRow> Create() =>
        Resource
            .ExtensionComputed<NavigateRow>("navigateResults", "navigateResult", Rows)
            .Field("id", r => r.Id)
            .Field("tableName", r => r.EntitySet)
            .Field("entitySet", r => r.EntitySet)
            .Field("count", r => r.Count)
            .Field("filter", r => r.Filter)
            .Parameter("documentNumber", r => r.DocumentNumber)
            .Parameter("postingDate", r => r.PostingDate)
            .ETag(r => r.Count)
            .OrderedBy("entitySet");

    private static async Task<IReadOnlyList<NavigateRow>> Rows(RequestScope scope, Pins pins)
    {
        var no = pins.Text("documentNumber") ?? "";
        var found = new List<NavigateRow>();
        if (no.Length == 0)
            return found;
        var date = pins.Date("postingDate");
        var ct = scope.Aborted;
        var gl = scope.Rows<GlEntry>().Where(e => e.DocumentNo == no);
        var vat = scope.Rows<VatEntry>().Where(e => e.DocumentNo == no);
        var items = scope.Rows<ItemEntry>().Where(e => e.DocumentNo == no);
        var values = scope.Rows<ValueEntry>().Where(e => e.DocumentNo == no);
        if (date is { } day)
        {
            gl = gl.Where(e => e.PostingDate == day);
            vat = vat.Where(e => e.PostingDate == day);
            items = items.Where(e => e.PostingDate == day);
            values = values.Where(e => e.PostingDate == day);
        }
        Add("generalLedgerEntries", await gl.CountAsync(ct));
        Add("taxEntries", await vat.CountAsync(ct));
        Add("itemLedgerEntries", await items.CountAsync(ct));
        Add("valueEntries", await values.CountAsync(ct));
        foreach (var side in SideNames.Both)
        {
            var entries = side.EntryRows(scope).Where(e => e.DocumentNo == no);
            Add(side.LedgerEntries, await entries.CountAsync(ct));
            await AddDocuments(side);
        }
        return found;

        async Task AddDocuments(SideNames side)
        {
            var kinds = await side.DocumentRows(scope)
                .Where(d => d.No == no && d.IsPosted)
                .Select(d => d.Kind)
                .ToListAsync(ct);
            foreach (var kind in kinds.Where(IsServed))
                Add(side.SetOf(kind), 1, "number");
        }

        void Add(string set, int count, string field = "documentNumber")
        {
            if (count > 0)
                found.Add(RowOf((set, count), field, no));
        }
    }

    private static bool IsServed(DocumentKind kind) =>
        kind is DocumentKind.Invoice or DocumentKind.CreditMemo or DocumentKind.Delivery;

    private static NavigateRow RowOf((string Set, int Count) found, string field, string no)
    {
        var literal = no.Replace("'", "''", StringComparison.Ordinal);
        // The id only tells rows of one answer apart.
        var bytes = System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"{found.Set}/{no}")
        );
        return new(new Guid(bytes.AsSpan(0, 16)), found.Set, found.Count, $"{field} eq '{literal}'")
        {
            DocumentNumber = no,
        };
    }
}
