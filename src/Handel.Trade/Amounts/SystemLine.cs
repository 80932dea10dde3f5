using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// Lines that a rule adds: one piece on an account of the party's posting group (RND-01, DSC-04).
/// </summary>
internal static class SystemLine
{
    private const int LineNoStep = 10000;

    /// <summary>Where such a line is booked, and by which VAT.</summary>
    public sealed record Target(GlAccount Account, VatPostingSetup Vat)
    {
        /// <summary>The date whose rate holds (VPS-02).</summary>
        public required DateOnly VatDate { get; init; }
    }

    /// <param name="Problem">Why there is no target, or null.</param>
    public sealed record Found(Target? Target, Problem? Problem);

    /// <param name="account">Picks it from the posting group; its field, for the problem.</param>
    public static Found Find(
        TradeDocument document,
        CompanySetup setup,
        (Func<PartyPostingGroup, string> Of, string Field) account
    )
    {
        var key = (document.Direction, document.PartyPostingGroup);
        var group = setup.PartyPostingGroups.GetValueOrDefault(key);
        var no = group is null ? "" : account.Of(group);
        if (
            setup.Accounts.GetValueOrDefault(no)
            is not { AccountType: GlAccountType.Posting, IsBlocked: false } found
        )
            return new(null, NoAccount(document, account.Field, no));
        var vatKey = (document.VatBusPostingGroup, found.VatProdPostingGroup);
        return setup.VatPosting.GetValueOrDefault(vatKey) is { } vat
            ? new(new(found, vat) { VatDate = DocumentVatDate.Of(document, setup) }, null)
            : new(null, VatOfLine.Missing(Mirror.RecordOf(document), vatKey));
    }

    /// <summary>A new line behind the others, without id and price.</summary>
    public static TradeLine New(TradeDocument document, Target target)
    {
        var last = document.Lines.Select(other => other.LineNo).DefaultIfEmpty().Max();
        var line = new TradeLine
        {
            CompanyNo = document.CompanyNo,
            DocumentId = document.Id,
            LineNo = last + LineNoStep,
            Type = LineType.GlAccount,
            IsSystemLine = true,
            Quantity = 1m,
            QuantityBase = 1m,
            QtyToDeliver = 1m,
            QtyToInvoice = 1m,
            DimensionSetId = document.DimensionSetId,
        };
        Take(line, document, target);
        return line;
    }

    /// <summary>Fills a line with its account and groups.</summary>
    public static void Take(TradeLine line, TradeDocument document, Target target)
    {
        line.No = target.Account.No;
        line.Description = target.Account.Name;
        line.GenBusPostingGroup = document.GenBusPostingGroup;
        line.GenProdPostingGroup = target.Account.GenProdPostingGroup;
        line.VatBusPostingGroup = document.VatBusPostingGroup;
        line.VatProdPostingGroup = target.Account.VatProdPostingGroup;
        VatOfLine.Take(line, target.Vat, target.VatDate);
    }

    private static Problem NoAccount(TradeDocument document, string field, string accountNo) =>
        new(ProblemCodes.FieldEmpty, Mirror.RecordOf(document), field, accountNo)
        {
            MendedAt = new(Mirror.Of(document).PostingGroupEntity, document.PartyPostingGroup),
        };
}
