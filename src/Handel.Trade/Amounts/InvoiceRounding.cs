using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>The system line that rounds the total of an invoice (RND-01..03, D-30).</summary>
internal static class InvoiceRounding
{
    public sealed record Found(AmountPart? Part, IReadOnlyList<Problem> Problems);

    private static readonly Found Nothing = new(null, []);

    public static Found Find(
        TradeDocument document,
        CompanySetup setup,
        IReadOnlyList<AmountPart> parts,
        VatTerms terms
    )
    {
        if (!Mirror.SetupOf(document, setup).InvoiceRounding || parts.Count == 0)
            return Nothing;
        var rest = terms.Rounding.InvoiceRest(parts.Sum(part => part.AmountInclVat));
        if (rest == 0m)
            return Nothing;
        var group = setup.PartyPostingGroups.GetValueOrDefault(
            (document.Direction, document.PartyPostingGroup)
        );
        var no = group?.InvoiceRoundingAccount ?? "";
        if (
            setup.Accounts.GetValueOrDefault(no)
            is not { AccountType: GlAccountType.Posting, IsBlocked: false } account
        )
            return new(null, [NoAccount(document, no)]);
        var key = (document.VatBusPostingGroup, account.VatProdPostingGroup);
        if (setup.VatPosting.GetValueOrDefault(key) is not { } vat)
            return new(null, [VatOfLine.Missing(Mirror.RecordOf(document), key)]);
        var date = DocumentVatDate.Of(document, setup);
        return new(PartOf(document, rest, new(account, vat, terms) { VatDate = date }), []);
    }

    private sealed record Target(GlAccount Account, VatPostingSetup Vat, VatTerms Terms)
    {
        public required DateOnly VatDate { get; init; }
    }

    private static AmountPart PartOf(TradeDocument document, decimal rest, Target target)
    {
        var line = LineOf(document, target);
        var taxed = line.VatPct / 100m * target.Terms.TaxedShare;
        var net = target.Terms.Rounding.Amount(rest / (1m + taxed));
        line.UnitPrice = document.PricesIncludeVat ? rest : net;
        line.LineAmount = line.UnitPrice;
        line.Amount = net;
        line.AmountInclVat = rest;
        line.VatBaseAmount = target.Terms.Rounding.Amount(net * target.Terms.TaxedShare);
        var part = new AmountPart
        {
            Line = line,
            Quantity = 1m,
            QuantityBase = 1m,
            Gross = line.LineAmount,
            LineDiscountAmount = 0m,
            InvDiscountAmount = 0m,
        };
        // It stays out of the groups of the document: its VAT is its own (SC-04).
        var group = DocumentVat.Group([part])[0];
        (group.Amount, group.AmountInclVat) = (net, rest);
        part.Amount = net;
        part.AmountInclVat = rest;
        part.VatBase = line.VatBaseAmount;
        return part;
    }

    private static TradeLine LineOf(TradeDocument document, Target target)
    {
        var line = new TradeLine
        {
            CompanyNo = document.CompanyNo,
            DocumentId = document.Id,
            LineNo = document.Lines.Select(other => other.LineNo).DefaultIfEmpty().Max() + 10000,
            Type = LineType.GlAccount,
            No = target.Account.No,
            Description = target.Account.Name,
            IsSystemLine = true,
            Quantity = 1m,
            QuantityBase = 1m,
            QtyToDeliver = 1m,
            QtyToInvoice = 1m,
            GenBusPostingGroup = document.GenBusPostingGroup,
            GenProdPostingGroup = target.Account.GenProdPostingGroup,
            VatBusPostingGroup = document.VatBusPostingGroup,
            VatProdPostingGroup = target.Account.VatProdPostingGroup,
            DimensionSetId = document.DimensionSetId,
        };
        VatOfLine.Take(line, target.Vat, target.VatDate);
        return line;
    }

    private static Problem NoAccount(TradeDocument document, string accountNo) =>
        new(ProblemCodes.FieldEmpty, Mirror.RecordOf(document), "invoiceRoundingAccount", accountNo)
        {
            MendedAt = new(Mirror.Of(document).PostingGroupEntity, document.PartyPostingGroup),
        };
}
