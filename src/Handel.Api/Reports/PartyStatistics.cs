using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reports;

namespace Handel.Api.Reports;

/// <summary>
/// Figures of a customer or vendor. LCY, what is usual positive (BAL-01, BAL-02).
/// </summary>
internal sealed record PartyFigures
{
    public Guid Id { get; init; }
    public string No { get; init; } = "";
    public string Name { get; init; } = "";
    public decimal Balance { get; init; }
    public decimal BalanceDue { get; init; }
    public int OverdueEntries { get; init; }
    public DateOnly? OldestDueDate { get; init; }
    public decimal Turnover { get; init; }
    public decimal Payments { get; init; }
    public int ClosedInvoices { get; init; }

    /// <summary>From invoice to the day it was closed, summed.</summary>
    public int CollectionDays { get; init; }
}

/// <summary>Statistics of customers and vendors, and the detail of the contract (A18.3).</summary>
internal static class PartyStatistics
{
    public static IEnumerable<Resource> All() =>
        [.. SideNames.Both.Select(Statistics), FinancialDetails(SideNames.Sale)];

    private static Resource<PartyFigures> Statistics(SideNames side) =>
        Resource
            .ExtensionQuery<PartyFigures>(
                $"{side.Party}Statistics",
                $"{side.Party}Statistic",
                (scope, pins) => Task.FromResult(Query(side, scope, pins))
            )
            .Field("id", f => f.Id)
            .Field("number", f => f.No)
            .Field("displayName", f => f.Name)
            .Field("balance", f => f.Balance)
            .Field("balanceDue", f => f.BalanceDue)
            .Field("overdueEntryCount", f => f.OverdueEntries)
            .Field("oldestDueDate", f => f.OldestDueDate)
            .Field("turnoverAmount", f => f.Turnover)
            .Field("paymentAmount", f => f.Payments)
            .Field("closedInvoiceCount", f => f.ClosedInvoices)
            .Field(
                "averageCollectionDays",
                f => f.ClosedInvoices == 0 ? 0m : (decimal)f.CollectionDays / f.ClosedInvoices
            )
            .Parameter(ReportParameters.DateFilter, f => f.OldestDueDate)
            .ETag(f => f.Balance);

    private static IQueryable<PartyFigures> Query(SideNames side, RequestScope scope, Pins pins)
    {
        var period = pins.Period(scope, $"{side.Party}Statistics");
        var (today, sign) = (scope.Today(), side.BalanceSign);
        var (entries, balances) = (side.EntryRows(scope), side.BalanceRows(scope));
        var overdue = entries.Where(e => e.IsOpen && e.DueDate < today);
        var inPeriod = entries
            .Where(e => e.PostingDate >= period.From)
            .Where(e => e.PostingDate <= period.To);
        var closed = Closed(entries, period);
        return side.PartyRows(scope)
            .Select(p => new PartyFigures
            {
                Id = p.Id,
                No = p.No,
                Name = p.Address.Name,
                Balance = balances.Where(b => b.PartyNo == p.No).Sum(b => sign * b.BalanceLcy),
                BalanceDue = overdue
                    .Where(e => e.PartyNo == p.No)
                    .Sum(e => sign * e.RemainingAmountLcy),
                OverdueEntries = overdue.Count(e => e.PartyNo == p.No),
                OldestDueDate = overdue
                    .Where(e => e.PartyNo == p.No && sign * e.RemainingAmountLcy > 0)
                    .Min(e => (DateOnly?)e.DueDate),
                Turnover = inPeriod.Where(e => e.PartyNo == p.No).Sum(e => sign * e.TurnoverLcy),
                Payments = inPeriod
                    .Where(e => e.PartyNo == p.No && !e.IsReversed)
                    .Where(e =>
                        e.DocumentType == EntryDocumentType.Payment
                        || e.DocumentType == EntryDocumentType.Refund
                    )
                    .Sum(e => -sign * e.OriginalAmountLcy),
                ClosedInvoices = closed.Count(e => e.PartyNo == p.No),
                CollectionDays = closed
                    .Where(e => e.PartyNo == p.No)
                    .Sum(e => e.ClosedAtDate!.Value.DayNumber - e.PostingDate.DayNumber),
            });
    }

    // BAL-02: invoices that were closed within the period.
    private static IQueryable<PartyEntry> Closed(
        IQueryable<PartyEntry> entries,
        ReportPeriod period
    ) =>
        entries.Where(e =>
            e.DocumentType == EntryDocumentType.Invoice
            && !e.IsOpen
            && !e.IsReversed
            && e.ClosedAtDate >= period.From
            && e.ClosedAtDate <= period.To
        );

    private static Resource<Party> FinancialDetails(SideNames side) =>
        Resource
            .Of("customerFinancialDetails", side.PartyRows)
            .Field("id", p => p.Id)
            .Field("number", p => p.No)
            .Field(
                "balance",
                (p, s) =>
                    side.BalanceRows(s)
                        .Where(b => b.PartyNo == p.No)
                        .Select(b => b.BalanceLcy)
                        .FirstOrDefault()
            )
            .Field(
                "totalSalesExcludingTax",
                (p, s) =>
                    side.BalanceRows(s)
                        .Where(b => b.PartyNo == p.No)
                        .Select(b => b.TurnoverLcy)
                        .FirstOrDefault()
            )
            .Field(
                "overdueAmount",
                (p, s) =>
                    side.EntryRows(s)
                        .Where(e => e.PartyNo == p.No && e.IsOpen && e.DueDate < s.Today())
                        .Sum(e => e.RemainingAmountLcy)
            )
            .Field("lastModifiedDateTime", p => p.ModifiedAt)
            .ETag(p => p.Version);
}
