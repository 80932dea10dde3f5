using Handel.Kernel.Amounts;
using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>What the entry of a customer or vendor gets from a journal line (ENT-02..04).</summary>
internal static class JournalParty
{
    public static PartyTerms TermsOf(
        JournalPart part,
        JournalDocument document,
        (LedgerSide Side, Party Party) whose,
        AccountResolution accounts
    )
    {
        var (line, setup) = (part.Line, accounts.Setup);
        var group = whose.Party.PostingGroup;
        var turnover = TurnoverOf(part, document, setup);
        return new()
        {
            ControlAccountNo = accounts.Party(whose.Side, group, PartyRole.Control),
            PostingGroup = group,
            Amount = part.Amount,
            CurrencyCode = line.CurrencyCode,
            CurrencyFactor = line.CurrencyCode.Length > 0 ? line.CurrencyFactor : 1m,
            DueDate = line.DueDate ?? line.DocumentDate,
            PmtDiscountDate = line.PmtDiscountDate,
            PmtDiscPossible = DiscountOf(part, turnover, setup),
            TurnoverLcy = turnover,
            ProfitLcy = line.ProfitLcy,
            InvDiscountLcy = line.InvDiscountLcy,
            SellToNo = whose.Party.No,
            PartyName = whose.Party.Address.Name,
            SalespersonCode = line.SalespersonCode,
            PaymentMethodCode = line.PaymentMethodCode,
        };
    }

    // ENT-04: typed, or what the document is without its VAT. VAT lines have the other sign.
    private static decimal TurnoverOf(
        JournalPart part,
        JournalDocument document,
        CompanySetup setup
    )
    {
        var isBill =
            part.Line.DocumentType is EntryDocumentType.Invoice or EntryDocumentType.CreditMemo;
        if (part.Line.TurnoverLcy != 0m || !isBill)
            return part.Line.TurnoverLcy;
        if (document.Party is null)
            return part.AmountLcy;
        var vat = document
            .Parts.Where(other => other.HasVat)
            .Sum(other =>
                JournalVatAmounts.SetupOf(other.Vat, setup) is { } found
                    ? JournalVatAmounts.Lcy(other, found, setup)
                    : 0m
            );
        return part.AmountLcy + vat;
    }

    // DSC-01
    private static decimal DiscountOf(JournalPart part, decimal turnoverLcy, CompanySetup setup)
    {
        var line = part.Line;
        if (line.PaymentDiscountPct == 0m)
            return 0m;
        var last = line.PmtDiscountDate is { } date
            ? DateFormula.Parse(setup.Gl.PmtDiscGracePeriod).Apply(date)
            : line.PostingDate;
        if (last < line.PostingDate)
            return 0m;
        var precision = JournalCurrency.PrecisionOf(setup, line.CurrencyCode);
        var taken =
            setup.Gl.PmtDiscExclVat && part.AmountLcy != 0m
                ? part.Amount * turnoverLcy / part.AmountLcy
                : part.Amount;
        return Rounding.Round(taken * line.PaymentDiscountPct / 100m, precision);
    }
}
