using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Finance;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Revaluation;
using Handel.Ledgers.Setup;
using Handel.Ledgers.YearEnd;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>What a valuation comes to for a posting group and currency (ADJ-08). LCY.</summary>
public sealed record AdjustedBalance
{
    public required string AccountType { get; init; }
    public required string PostingGroup { get; init; }
    public required string CurrencyCode { get; init; }
    public required decimal CurrencyFactor { get; init; }
    public required decimal BaseAmountLCY { get; init; }
    public required decimal AdjustedBaseAmountLCY { get; init; }
    public required decimal GainAmountLCY { get; init; }
    public required decimal LossAmountLCY { get; init; }

    public static AdjustedBalance Of(RateAdjustmentEntry entry) =>
        new()
        {
            AccountType = PreviewRows.Wire(entry.AccountType),
            PostingGroup = entry.PostingGroup,
            CurrencyCode = entry.CurrencyCode,
            CurrencyFactor = entry.CurrencyFactor,
            BaseAmountLCY = entry.BaseLcy,
            AdjustedBaseAmountLCY = entry.AdjustedBaseLcy,
            GainAmountLCY = entry.GainLcy,
            LossAmountLCY = entry.LossLcy,
        };
}

/// <summary>What a valuation booked; empty where no value moved (ADJ-07).</summary>
public sealed record RateAdjustmentResult(IReadOnlyList<AdjustedBalance> ExchangeRateAdjustments);

/// <summary>The same before it is posted, with the rows that it would write.</summary>
public sealed record RateAdjustmentPreview
{
    public required IReadOnlyList<AdjustedBalance> ExchangeRateAdjustments { get; init; }
    public required IReadOnlyList<PreviewGl> GeneralLedgerEntries { get; init; }
    public required IEnumerable<PreviewCustomerDetail> DetailedCustomerLedgerEntries { get; init; }
    public required IEnumerable<PreviewVendorDetail> DetailedVendorLedgerEntries { get; init; }
    public required PreviewTotals Totals { get; init; }
}

/// <summary>
/// Exchange rate adjustment at the end of an accounting period, and the list of what was adjusted
/// (finance 16).
/// </summary>
internal static class RateAdjustments
{
    private const string AccountDimensions = "accountDimensions";
    private const string Adjust = "adjustExchangeRates";

    private static readonly ParameterShape[] Parameters =
    [
        ParameterShape.Of<DateOnly>("endingDate"),
        ParameterShape.Of<DateOnly>("postingDate"),
        ParameterShape.Of<string>("documentNumber"),
        ParameterShape.Of<string>("description"),
        ParameterShape.Of<string>("currencyFilter"),
        ParameterShape.Of<bool>("leaveOutCustomers"),
        ParameterShape.Of<string>("customerFilter"),
        ParameterShape.Of<bool>("leaveOutVendors"),
        ParameterShape.Of<string>("vendorFilter"),
        ParameterShape.Of<bool>("leaveOutBankAccounts"),
        ParameterShape.Of<string>("bankAccountFilter"),
        ParameterShape.Of<DateOnly>("reverseOnDate"),
        ParameterShape.Of<bool>("leaveOutDimensions"),
        ParameterShape.Of<bool>(AccountDimensions),
    ];

    public static Resource<AccountingPeriod> On(Resource<AccountingPeriod> resource)
    {
        resource
            .Action<RateAdjustmentResult>(new ActionShape(Adjust) { Parameters = Parameters }, Run)
            .Repeats(Adjust, DoneBefore)
            .Action<RateAdjustmentPreview>(
                new ActionShape("previewAdjustExchangeRates") { Parameters = Parameters },
                Preview
            );
        resource.ComplexTypes.Add(typeof(AdjustedBalance));
        return resource;
    }

    /// <summary>What was adjusted, the latest first.</summary>
    public static Resource Log() =>
        Resource
            .Extension(
                RateAdjustment.Entity,
                "exchangeRateAdjustment",
                s => s.Rows<RateAdjustmentEntry>()
            )
            .Field("id", e => e.Id)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("sequence", e => e.LineNo)
            .Field("endingDate", e => e.EndingDate)
            .Field("postingDate", e => e.PostingDate)
            .Field("accountType", e => e.AccountType)
            .Field("postingGroup", e => e.PostingGroup)
            .Field("currencyCode", e => e.CurrencyCode)
            .Field("currencyFactor", e => e.CurrencyFactor)
            .Field("baseAmountLCY", e => e.BaseLcy)
            .Field("adjustedBaseAmountLCY", e => e.AdjustedBaseLcy)
            .Field("gainAmountLCY", e => e.GainLcy)
            .Field("lossAmountLCY", e => e.LossLcy)
            .Field(
                "documentNumber",
                (e, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == e.RegisterNo)
                        .Select(r => r.DocumentNo)
                        .FirstOrDefault()
            )
            .Field(
                "userId",
                (e, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == e.RegisterNo)
                        .Select(r => r.UserName)
                        .FirstOrDefault()
            )
            .ETag(e => e.RegisterNo)
            .OrderedBy("registerNumber", "sequence");

    private static async Task<ActionOutcome> Run(RequestScope scope, Guid id, Given given)
    {
        var posted = await scope.Post(await Command(scope, id, given));
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : ActionOutcome.Of(new RateAdjustmentResult(Balances(posted.Plan.Postings)));
    }

    private static async Task<ActionOutcome> Preview(RequestScope scope, Guid id, Given given)
    {
        var planned = await scope.Preview(await Command(scope, id, given));
        if (planned.IsRefused)
            return ActionOutcome.Refused(planned.Problems);
        var rows = PreviewRows.Of(PostingPreview.Of(planned.Plan), scope.Language);
        var details = planned
            .Plan.Postings.SelectMany(p => p.PartyDetails)
            .ToLookup(d => d.Direction);
        return ActionOutcome.Of(
            new RateAdjustmentPreview
            {
                ExchangeRateAdjustments = Balances(planned.Plan.Postings),
                GeneralLedgerEntries = rows.GeneralLedgerEntries,
                DetailedCustomerLedgerEntries =
                [
                    .. details[SideNames.Sale.Direction].Select(PreviewRows.CustomerDetail),
                ],
                DetailedVendorLedgerEntries =
                [
                    .. details[SideNames.Purchase.Direction].Select(PreviewRows.VendorDetail),
                ],
                Totals = rows.Totals,
            }
        );
    }

    /// <summary>What the same request did before: read back from the books (INV-55).</summary>
    private static async Task<ActionOutcome?> DoneBefore(RequestScope scope)
    {
        if (scope.PostingKey is not { } key)
            return null;
        var registerNo = await scope
            .Rows<GlRegister>()
            .Where(register => register.PostingKey == key)
            .Select(register => register.RegisterNo)
            .SingleOrDefaultAsync(scope.Aborted);
        var made = await scope
            .Rows<RateAdjustmentEntry>()
            .Where(entry => entry.RegisterNo == registerNo)
            .OrderBy(entry => entry.LineNo)
            .ToListAsync(scope.Aborted);
        return made.Count == 0
            ? null
            : ActionOutcome.Of(new RateAdjustmentResult([.. made.Select(AdjustedBalance.Of)]));
    }

    private static IReadOnlyList<AdjustedBalance> Balances(IEnumerable<Posting> postings) =>
        [.. postings.SelectMany(p => p.RateAdjustments).Select(AdjustedBalance.Of)];

    // Without a date of its own it is the last day of the period.
    private static async Task<AdjustExchangeRates> Command(RequestScope scope, Guid id, Given given)
    {
        var ending = FiscalPeriods.DateOf(given, "endingDate") ?? await EndOf(scope, id);
        var order = new AdjustRates
        {
            EndingDate = ending,
            PostingDate = FiscalPeriods.DateOf(given, "postingDate") ?? ending,
            DocumentNo = given.Text("documentNumber") ?? "",
            Description = given.Text("description") ?? "",
            Currencies = Codes(given.Text("currencyFilter") ?? ""),
            Parties = Parties(given),
            Banks = Chosen(given, "leaveOutBankAccounts", "bankAccountFilter"),
            ReverseOn = FiscalPeriods.DateOf(given, "reverseOnDate"),
        };
        var ofAccounts = given.Value<bool>(AccountDimensions) is true;
        order = order with
        {
            Dimensions =
                ofAccounts ? AdjustmentDimensions.Accounts
                : given.Value<bool>("leaveOutDimensions") is true ? AdjustmentDimensions.None
                : AdjustmentDimensions.SourceEntry,
        };
        if (ofAccounts)
            order = order with { AccountSets = await SetsOfAccounts(scope) };
        return new(order) { UserName = scope.UserName() };
    }

    private static async Task<IReadOnlyDictionary<string, int>> SetsOfAccounts(RequestScope scope)
    {
        var sets = scope.Get<LedgerDimensions>();
        return await sets.OfAccounts(scope.Db(), RateAdjustment.SourceCode, scope.Aborted)
            ?? throw new RefusalException(ErrorCode.Collision, Text.Collision);
    }

    private static Dictionary<Direction, string> Parties(Given given)
    {
        var parties = new Dictionary<Direction, string>();
        foreach (var side in SideNames.Both)
            if (Chosen(given, side.LeaveOutFlag, side.NumberFilter) is { } numbers)
                parties.Add(side.Direction, numbers);
        return parties;
    }

    /// <summary>The filter; null when that part is left out.</summary>
    private static string? Chosen(Given given, string flag, string filter) =>
        given.Value<bool>(flag) is true ? null : given.Text(filter) ?? "";

    private static string[] Codes(string filter) =>
        filter
            .ToUpperInvariant()
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static async Task<DateOnly> EndOf(RequestScope scope, Guid id)
    {
        var start = await scope
            .Rows<AccountingPeriod>()
            .Where(p => p.Id == id)
            .Select(p => p.StartingDate)
            .SingleAsync(scope.Aborted);
        var next = await scope
            .Rows<AccountingPeriod>()
            .Where(p => p.StartingDate > start)
            .OrderBy(p => p.StartingDate)
            .Select(p => (DateOnly?)p.StartingDate)
            .FirstOrDefaultAsync(scope.Aborted);
        return (next ?? start.AddMonths(1)).AddDays(-1);
    }
}
