using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>A document that may be what was paid (PRG-07).</summary>
internal sealed record DocumentSearchRow(string EntitySet, string DocumentNo, string PartyNo)
{
    public Guid Id => RowId.Of(EntitySet, DocumentNo, PartyNo);
    public required string Name { get; init; }
    public required DateOnly? PostingDate { get; init; }
    public required string CurrencyCode { get; init; }

    /// <summary>With VAT; of what is posted all that is open. Positive is owed.</summary>
    public required decimal Amount { get; init; }
    public required bool IsPosted { get; init; }

    /// <summary>Finds it in its set.</summary>
    public string Filter =>
        $"{(IsPosted ? "documentNumber" : "number")} eq '{EntryFilter.Text(DocumentNo)}'";
}

/// <summary>
/// Search documents by part of the number, by amount within a tolerance, or both: documents that
/// are not posted yet, and open entries of invoices, credit memos, reminders and finance charge
/// memos (PRG-07).
/// </summary>
internal static class DocumentSearchResults
{
    private const string DocumentNumber = "documentNumber";
    private const string AmountAsked = "searchAmount";
    private const string Tolerance = "tolerancePercent";

    /// <summary>Documents of each kind that are found, at most (S9).</summary>
    private const int FoundMax = 200;

    private static readonly DocumentKind[] Drafts =
    [
        DocumentKind.Order,
        DocumentKind.Invoice,
        DocumentKind.CreditMemo,
    ];

    public static Resource<DocumentSearchRow> Create() =>
        Resource
            .ExtensionComputed<DocumentSearchRow>(
                "documentSearchResults",
                "documentSearchResult",
                Rows
            )
            .Field("id", r => r.Id)
            .Field("tableName", r => r.EntitySet)
            .Field("entitySet", r => r.EntitySet)
            .Field("foundNumber", r => r.DocumentNo)
            .Field("partyNumber", r => r.PartyNo)
            .Field("displayName", r => r.Name)
            .Field("postingDate", r => r.PostingDate)
            .Field("currencyCode", r => r.CurrencyCode)
            .Field("amount", r => r.Amount)
            .Field("posted", r => r.IsPosted)
            .Field("filter", r => r.Filter)
            .Parameter(DocumentNumber, r => r.DocumentNo)
            .Parameter(AmountAsked, r => r.Amount)
            .Parameter(Tolerance, r => r.Amount)
            .ETag(r => r.Amount)
            .OrderedBy("tableName", "foundNumber");

    private static async Task<IReadOnlyList<DocumentSearchRow>> Rows(RequestScope scope, Pins pins)
    {
        var asked = new Asked(pins.Code(DocumentNumber), Number(pins, AmountAsked))
        {
            TolerancePct = Number(pins, Tolerance) ?? 0m,
        };
        if (asked.IsNothing)
            return [];
        var found = new List<DocumentSearchRow>();
        foreach (var side in SideNames.Both)
        {
            found.AddRange(await OfDrafts(scope, side, asked));
            found.AddRange(await OfEntries(scope, side, asked));
        }
        return found;
    }

    private sealed record Asked(string Text, decimal? Amount)
    {
        public decimal TolerancePct { get; init; }
        public bool IsNothing => Text.Length == 0 && Amount is null;
        public decimal From => Math.Abs(Amount ?? 0m) * (1m - TolerancePct / 100m);
        public decimal To => Math.Abs(Amount ?? 0m) * (1m + TolerancePct / 100m);
    }

    private static async Task<IEnumerable<DocumentSearchRow>> OfDrafts(
        RequestScope scope,
        SideNames side,
        Asked asked
    )
    {
        var (text, from, to, isAny) = (asked.Text, asked.From, asked.To, asked.Amount is null);
        var rows = await side.DocumentRows(scope)
            .Where(d => !d.IsPosted && Drafts.Contains(d.Kind))
            .Where(d => text == "" || d.No.Contains(text))
            .Where(d => isAny || (d.AmountInclVat >= from && d.AmountInclVat <= to))
            .OrderBy(d => d.No)
            .Take(FoundMax)
            .Select(d => new
            {
                d.Kind,
                d.No,
                d.PartyNo,
                d.Party.Name,
                d.PostingDate,
                d.CurrencyCode,
                d.AmountInclVat,
            })
            .ToListAsync(scope.Aborted);
        return rows.Select(d => new DocumentSearchRow(side.SetOf(d.Kind), d.No, d.PartyNo)
        {
            Name = d.Name,
            PostingDate = d.PostingDate,
            CurrencyCode = d.CurrencyCode,
            Amount = d.Kind == DocumentKind.CreditMemo ? -d.AmountInclVat : d.AmountInclVat,
            IsPosted = false,
        });
    }

    private static async Task<IEnumerable<DocumentSearchRow>> OfEntries(
        RequestScope scope,
        SideNames side,
        Asked asked
    )
    {
        var (text, from, to, isAny) = (asked.Text, asked.From, asked.To, asked.Amount is null);
        var rows = await side.EntryRows(scope)
            .AsNoTracking()
            .Where(e => e.IsOpen && e.DocumentType != EntryDocumentType.Payment)
            .Where(e => text == "" || e.DocumentNo.Contains(text))
            .Where(e =>
                isAny
                || (e.RemainingAmount >= from && e.RemainingAmount <= to)
                || (-e.RemainingAmount >= from && -e.RemainingAmount <= to)
            )
            .OrderBy(e => e.DocumentNo)
            .Take(FoundMax)
            .ToListAsync(scope.Aborted);
        return rows.Select(e => new DocumentSearchRow(side.LedgerEntries, e.DocumentNo, e.PartyNo)
        {
            Name = e.PartyName,
            PostingDate = e.PostingDate,
            CurrencyCode = e.CurrencyCode,
            Amount = side.BalanceSign * e.RemainingAmount,
            IsPosted = true,
        });
    }

    private static decimal? Number(Pins pins, string name) =>
        decimal.TryParse(pins.Text(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
