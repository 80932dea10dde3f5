using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Import;

/// <summary>
/// How far an import is, read from the books themselves: a document of the file is done when its
/// number stands in them. So nothing is kept beside the books that could disagree with them.
/// </summary>
internal sealed class RetailProgress(HandelDbContext db)
{
    /// <summary>Numbers of the file whose sales, returns and write-offs are posted.</summary>
    public async Task<HashSet<string>> Done(CancellationToken ct)
    {
        var posted = await Invoiced(Direction.Sale)
            .Select(document => document.ExternalDocumentNo)
            .ToListAsync(ct);
        var corrected = await Corrections().ToListAsync(ct);
        return [.. posted, .. corrected];
    }

    /// <summary>What was bought as opening stock, by item.</summary>
    public Task<Dictionary<string, decimal>> Bought(CancellationToken ct) =>
        db
            .ItemEntries.Where(entry =>
                entry.EntryType == ItemEntryType.Purchase
                && entry.SourceNo == RetailCards.OpeningVendorNo
            )
            .GroupBy(entry => entry.ItemNo)
            .Select(group => new { group.Key, Quantity = group.Sum(entry => entry.Quantity) })
            .ToDictionaryAsync(bought => bought.Key, bought => bought.Quantity, ct);

    public Task<int> Purchases(CancellationToken ct) => Invoiced(Direction.Purchase).CountAsync(ct);

    public async Task<RetailTotals> Totals(CancellationToken ct) =>
        new(
            await Count(DocumentKind.Invoice, ct),
            await Count(DocumentKind.CreditMemo, ct),
            await Corrections().CountAsync(ct),
            await Purchases(ct),
            await NetSales(ct)
        );

    private Task<int> Count(DocumentKind kind, CancellationToken ct) =>
        Invoiced(Direction.Sale).CountAsync(document => document.Kind == kind, ct);

    private IQueryable<TradeDocument> Invoiced(Direction direction) =>
        db.Documents.Where(document =>
            document.Direction == direction
            && document.IsPosted
            && (document.Kind == DocumentKind.Invoice || document.Kind == DocumentKind.CreditMemo)
        );

    private IQueryable<string> Corrections() =>
        db
            .ItemEntries.Where(entry =>
                entry.EntryType == ItemEntryType.PositiveAdjmt
                || entry.EntryType == ItemEntryType.NegativeAdjmt
            )
            .Select(entry => entry.DocumentNo)
            .Distinct();

    private Task<decimal> NetSales(CancellationToken ct) =>
        (
            from day in db.GlDayTotals
            join account in db.GlAccounts on day.AccountNo equals account.No
            where account.Category == GlAccountCategory.Income
            select day.Credit - day.Debit
        ).SumAsync(ct);
}

/// <summary>What stands in the books of the company after an import. Net sales in LCY.</summary>
internal sealed record RetailTotals(
    int Invoices,
    int CreditMemos,
    int Adjustments,
    int Purchases,
    decimal NetSales
);
