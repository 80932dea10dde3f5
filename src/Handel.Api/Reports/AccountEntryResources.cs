using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Kernel;
using Handel.Ledgers.Reports;

namespace Handel.Api.Reports;

/// <summary>
/// An account over a period: where it started, what came and went, where it ended.
/// </summary>
internal sealed record AccountEntryTotal(string AccountNo, AccountSums Sums, ReportPeriod Period);

/// <summary>The entries of one account with the balance after each (COA-07).</summary>
internal static class AccountEntryResources
{
    private const string Set = "accountEntries";
    private const string TotalSet = "accountEntryTotals";
    private const string Account = "accountNumber";

    public static IEnumerable<Resource> All() => [Entries(), Totals()];

    private static Resource<AccountEntry> Entries() =>
        Resource
            .ExtensionQuery<AccountEntry>(Set, "accountEntry", Query)
            .EntryId(EntryLedger.General, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Field("postingDate", e => e.PostingDate)
            .Field("documentType", e => e.DocumentType)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("externalDocumentNumber", e => e.ExternalDocumentNo)
            .Field("description", e => e.Description)
            .Field("debitAmount", e => e.Amount > 0 != e.IsCorrection ? e.Amount : 0m)
            .Field(
                "creditAmount",
                e => e.Amount != 0 && e.Amount < 0 != e.IsCorrection ? -e.Amount : 0m
            )
            .Field("amount", e => e.Amount)
            .Field("runningBalance", e => e.RunningBalance)
            .Field("sourceCode", e => e.SourceCode)
            .Field("sourceNumber", e => e.SourceNo)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("documentSet", DocumentSets.Of<AccountEntry>())
            .Parameter(Account, e => e.AccountNo)
            .Parameter(ReportParameters.DateFilter, e => e.PostingDate)
            .OrderedBy("postingDate", "entryNumber")
            .ETag(e => e.EntryNo);

    private static Resource<AccountEntryTotal> Totals() =>
        Resource
            .ExtensionComputed<AccountEntryTotal>(TotalSet, "accountEntryTotal", Total)
            .Field("id", r => RowId.Of(TotalSet, r.AccountNo))
            .Field("openingBalance", r => r.Sums.Opening)
            .Field("debitAmount", r => r.Sums.Debit)
            .Field("creditAmount", r => r.Sums.Credit)
            .Field("closingBalance", r => r.Sums.Closing)
            .Parameter(Account, r => r.AccountNo)
            .Parameter(ReportParameters.DateFilter, r => r.Period.To)
            .OrderedBy("closingBalance");

    private static Task<IQueryable<AccountEntry>> Query(RequestScope scope, Pins pins)
    {
        var account = pins.Code(Account);
        var period = pins.Month(scope, Set);
        return Task.FromResult(
            account.Length == 0
                ? Array.Empty<AccountEntry>().AsQueryable()
                : AccountEntries.Of(scope.Db(), account, period)
        );
    }

    private static async Task<IReadOnlyList<AccountEntryTotal>> Total(RequestScope scope, Pins pins)
    {
        var account = pins.Code(Account);
        var period = pins.Month(scope, TotalSet);
        if (account.Length == 0)
            return [];
        var totals = await AccountSumsReader.Read(scope.Db(), period, scope.Aborted);
        return [new(account, totals.Of(account), period)];
    }
}
