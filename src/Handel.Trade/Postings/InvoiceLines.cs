using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// Ledger lines of what is invoiced: accounts by posting groups, discounts on their own accounts
/// where the setup says so (9.4, SET-01, D-20). What setup lacks becomes a problem; the checks and
/// the posting call the same function, so they cannot disagree.
/// </summary>
internal static class InvoiceLines
{
    public static List<LedgerLine> Of(
        PostingScope scope,
        CompanySetup setup,
        List<Problem> problems
    )
    {
        var lines = new List<LedgerLine>(scope.Part.Parts.Count);
        foreach (var part in scope.Part.Parts)
        {
            var record = Mirror.RecordOf(scope.Document, part.Line);
            Add(lines, part, scope, new AccountResolution(setup, record, problems));
        }
        return lines;
    }

    /// <summary>The lines of one part: its account and its discounts.</summary>
    public static List<LedgerLine> Of(
        AmountPart part,
        PostingScope scope,
        AccountResolution accounts
    )
    {
        var lines = new List<LedgerLine>(1);
        Add(lines, part, scope, accounts);
        return lines;
    }

    private static void Add(
        List<LedgerLine> lines,
        AmountPart part,
        PostingScope scope,
        AccountResolution accounts
    )
    {
        var line = part.Line;
        var gen = new GenGroups(line.GenBusPostingGroup, line.GenProdPostingGroup);
        var groups = new VatGroups(line.VatBusPostingGroup, line.VatProdPostingGroup);
        if (accounts.Vat(groups) is not { } vat)
            return;
        var account =
            vat.CalculationType == VatCalculationType.FullVat
                ? FullVatAccount(line, vat, scope, accounts)
                : AccountOf(line, gen, scope, accounts);
        var keepsLine = scope.Setup.CopyLineDescrToGlEntry && line.Type == LineType.GlAccount;
        var trade = new LedgerLine(
            new(
                LedgerLineKind.Trade,
                account,
                gen,
                groups,
                line.DimensionSetId,
                keepsLine ? line.LineNo : 0
            ),
            TreatmentOf(part, vat, scope, accounts),
            keepsLine ? line.Description : DescriptionOf(scope.Document)
        )
        {
            Amount = scope.LedgerSign * part.AmountLcy,
            VatAmount = scope.LedgerSign * part.VatAmountLcy,
            VatBase = scope.LedgerSign * part.VatBaseLcy,
            VatDifference = scope.LedgerSign * part.VatDifferenceLcy,
            NonDeductibleVat = scope.LedgerSign * part.NonDeductibleVatLcy,
            NonDeductibleBase = scope.LedgerSign * part.NonDeductibleBaseLcy,
            Quantity = scope.LedgerSign * part.Quantity,
            IsSystemCreated = line.Type != LineType.GlAccount || line.IsSystemLine,
        };
        foreach (var discount in DiscountsOf(trade, part, scope, accounts))
        {
            lines.Add(discount);
            // The discount account takes the other side of what the trade account gets more.
            trade = trade.Plus(
                discount with
                {
                    Amount = -discount.Amount,
                    VatAmount = -discount.VatAmount,
                    VatBase = -discount.VatBase,
                    NonDeductibleVat = -discount.NonDeductibleVat,
                    NonDeductibleBase = -discount.NonDeductibleBase,
                }
            );
        }
        lines.Add(trade);
    }

    internal static string DescriptionOf(TradeDocument document) =>
        document.PostingDescription.Length > 0
            ? document.PostingDescription
            : $"{Mirror.WordsOf(document).Name} {document.No}";

    private static string AccountOf(
        TradeLine line,
        GenGroups gen,
        PostingScope scope,
        AccountResolution accounts
    ) =>
        line.Type switch
        {
            LineType.GlAccount when line.IsSystemLine => accounts.Checked(
                line.No,
                "lineObjectNumber",
                new(AccountResolution.AccountEntity, line.No)
            ),
            LineType.GlAccount => accounts.Typed(line.No, "lineObjectNumber"),
            LineType.Item or LineType.Resource or LineType.Charge => accounts.Trade(
                scope.Side,
                gen,
                scope.IsCredit ? TradeRole.CreditMemoAccount : TradeRole.Account
            ),
            LineType.Comment => throw new InvalidOperationException("A text has no account."),
            _ => throw new InvalidOperationException($"Unknown line type {line.Type}."),
        };

    private static VatTreatment TreatmentOf(
        AmountPart part,
        VatPostingSetup vat,
        PostingScope scope,
        AccountResolution accounts
    )
    {
        var date = DocumentVatDate.Of(scope.Document, accounts.Setup);
        var treatment = accounts.Treatment(scope.Side, vat, date, part.VatAmountLcy);
        // UNR-01: a document that comes to nothing is settled by its posting.
        if (scope.Part.AmountInclVat != 0m)
            treatment = accounts.Waiting(treatment, scope.Side, vat);
        return treatment with
        {
            NonDeductiblePct = part.Line.NonDeductibleVatPct,
            NonDeductibleAccountNo =
                part.NonDeductibleVatLcy == 0m ? "" : accounts.NonDeductibleAccount(vat),
        };
    }

    // VAT-07: the line is the VAT itself and stands on the VAT account.
    private static string FullVatAccount(
        TradeLine line,
        VatPostingSetup vat,
        PostingScope scope,
        AccountResolution accounts
    )
    {
        var account = accounts.VatAccount(scope.Side, vat);
        if (line.Type == LineType.GlAccount && line.No == account)
            return account;
        if (account.Length > 0)
            accounts.Problems.Add(
                new(ProblemCodes.Line, accounts.Record, "lineObjectNumber", line.No)
            );
        return "";
    }

    private static IEnumerable<LedgerLine> DiscountsOf(
        LedgerLine trade,
        AmountPart part,
        PostingScope scope,
        AccountResolution accounts
    )
    {
        var posting = scope.Setup.DiscountPosting;
        var ofInvoice = posting is DiscountPosting.InvoiceDiscounts or DiscountPosting.AllDiscounts;
        if (ofInvoice && part.InvDiscountAmountLcy != 0m)
            yield return Discount(
                (LedgerLineKind.InvoiceDiscount, part.InvDiscountAmountLcy),
                accounts.Trade(scope.Side, trade.Key.Gen, TradeRole.InvoiceDiscount)
            );
        var ofLine = posting is DiscountPosting.LineDiscounts or DiscountPosting.AllDiscounts;
        if (ofLine && part.LineDiscountAmountLcy != 0m)
            yield return Discount(
                (LedgerLineKind.LineDiscount, part.LineDiscountAmountLcy),
                accounts.Trade(scope.Side, trade.Key.Gen, TradeRole.LineDiscount)
            );

        LedgerLine Discount((LedgerLineKind Kind, decimal Amount) discount, string account)
        {
            var split = DiscountSplit.Of(discount.Amount, part, scope.Document.PricesIncludeVat);
            return trade with
            {
                Key = trade.Key with { Kind = discount.Kind, AccountNo = account },
                Amount = -scope.LedgerSign * split.Net,
                VatAmount = -scope.LedgerSign * split.Vat,
                VatBase = -scope.LedgerSign * split.Net,
                VatDifference = 0m,
                NonDeductibleVat = -scope.LedgerSign * Kept(split.Vat),
                NonDeductibleBase = -scope.LedgerSign * Kept(split.Net),
                Quantity = 0m,
                IsSystemCreated = true,
            };
        }

        decimal Kept(decimal amount) => Rounding.Lcy(amount * part.Line.NonDeductibleVatPct / 100m);
    }
}

/// <summary>A discount in LCY without VAT, and the VAT on it (9.4).</summary>
internal readonly record struct DiscountSplit(decimal Net, decimal Vat)
{
    /// <summary>VAT that the document does not charge (reverse charge) is 0 % here too.</summary>
    public static DiscountSplit Of(decimal discount, AmountPart part, bool includesVat)
    {
        var rate = part.VatGroup.VatPct / 100m;
        var vat = includesVat
            ? Rounding.Lcy(discount / (1m + rate) * rate)
            : Rounding.Lcy(discount * rate);
        return includesVat ? new(discount - vat, vat) : new(discount, vat);
    }
}
