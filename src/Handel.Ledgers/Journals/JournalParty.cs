using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>What the entry of a customer or vendor gets from a journal line (ENT-02..04).</summary>
internal static class JournalParty
{
    public static PartyTerms TermsOf(
        JournalPart part,
        JournalDocument document,
        (PostingHeader Header, Party Party) whose,
        AccountResolution accounts
    )
    {
        var header = whose.Header;
        var (line, setup) = (part.Line, accounts.Setup);
        var group = part.GroupOf(whose.Party);
        var turnover = TurnoverOf(part, document, setup);
        var terms = new PartyTerms
        {
            ControlAccountNo = accounts.Party(header.Side, group, PartyRole.Control),
            PostingGroup = group,
            Amount = part.Amount,
            CurrencyCode = line.CurrencyCode,
            CurrencyFactor = line.CurrencyCode.Length > 0 ? line.CurrencyFactor : 1m,
            DueDate = line.DueDate ?? line.DocumentDate,
            PmtDiscountDate = line.PmtDiscountDate,
            TurnoverLcy = turnover,
            ProfitLcy = line.ProfitLcy,
            InvDiscountLcy = line.InvDiscountLcy,
            SellToNo = whose.Party.No,
            PartyName = whose.Party.Address.Name,
            SalespersonCode = line.SalespersonCode,
            PaymentMethodCode = line.PaymentMethodCode,
        };
        var basis = new SettlementBasis
        {
            DiscountPct = line.PaymentDiscountPct,
            // GLS-10: what the document is without VAT, in the currency of the line.
            NetAmount = part.AmountLcy == 0m ? 0m : part.Amount * turnover / part.AmountLcy,
            BlocksTolerance = whose.Party.BlockPaymentTolerance,
        };
        return SettlementTerms.Of(terms, header, basis, setup);
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
}
