using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// Closes an invoice or credit memo against the party: its entry, payment at once by payment method
/// (POS-41, PTM-12), or settlement of the document that it names (GLP-27).
/// </summary>
internal sealed class PartyClosing(PostingScope scope, Books books, Posting posting)
{
    private readonly TradeDocument _document = scope.Document;

    /// <summary>The number of the party's entry.</summary>
    public int Close(PostingHeader header, PostingBuilder builder, List<Problem> problems)
    {
        var accounts = new AccountResolution(books.Setup, Mirror.RecordOf(_document), problems);
        var entry = builder.AddParty(TermsOf(header, accounts));
        Keep(entry);
        if (BalancingAccount(accounts) is { Length: > 0 } account && entry.IsOpen)
            PayAtOnce(header, entry, (account, accounts));
        else if (Applied() is { } applied && entry.IsOpen)
            Settle(builder, Settlement.Of(header, entry, applied), accounts);
        if (header.ExternalDocumentNo.Length > 0)
            books.ExternalNumbers[DocumentNeeds.ExternalNumber(_document)] = header.DocumentNo;
        return entry.EntryNo;
    }

    /// <summary>
    /// Discount that the party may take, in document currency, positive (PAY-05, DSC-01).
    /// </summary>
    internal static decimal PaymentDiscount(PostingScope scope, CompanySetup setup)
    {
        var document = scope.Document;
        if (document.PmtDiscountDate is { } until && until < document.PostingDate)
            return 0m;
        var total = setup.Gl.PmtDiscExclVat ? scope.Part.Amount : scope.Part.AmountInclVat;
        return Rounding.Round(total * document.PaymentDiscountPct / 100m);
    }

    private PartyTerms TermsOf(PostingHeader header, AccountResolution accounts)
    {
        var sign = -scope.LedgerSign;
        var group = _document.PartyPostingGroup;
        var date = header.DocumentDate;
        return new()
        {
            ControlAccountNo = accounts.Party(scope.Side, group, PartyRole.Control),
            PostingGroup = group,
            Amount = sign * scope.Part.AmountInclVat,
            CurrencyCode = _document.CurrencyCode,
            CurrencyFactor = _document.CurrencyCode.Length > 0 ? _document.CurrencyFactor : 1m,
            DueDate = _document.DueDate ?? date,
            PmtDiscountDate = _document.PmtDiscountDate,
            PmtDiscPossible = sign * PaymentDiscount(scope, books.Setup),
            TurnoverLcy = sign * scope.Part.AmountLcy,
            ProfitLcy = sign * PostingRules.Of(_document.Direction).ProfitLcy(scope.Part),
            InvDiscountLcy = sign * scope.Part.Parts.Sum(InvDiscountLcy),
            SellToNo = _document.PartyNo,
            PartyName =
                _document.BillTo.Name.Length > 0 ? _document.BillTo.Name : _document.Party.Name,
            SalespersonCode = _document.SalespersonCode,
            PaymentMethodCode = _document.PaymentMethodCode,
            YourReference = _document.YourReference,
        };
    }

    private decimal InvDiscountLcy(Amounts.AmountPart part) =>
        DiscountSplit.Of(part.InvDiscountAmountLcy, part, _document.PricesIncludeVat).Net;

    private string BalancingAccount(AccountResolution accounts)
    {
        var method = books.Setup.PaymentMethods.GetValueOrDefault(_document.PaymentMethodCode);
        return method is { BalAccountNo.Length: > 0 }
            ? accounts.Checked(
                method.BalAccountNo,
                "balAccountNo",
                new("paymentMethods", method.Code)
            )
            : "";
    }

    private PartyEntry? Applied() =>
        _document.AppliesTo.IsSet
            ? books.FindPartyEntry(DocumentNeeds.AppliedDocument(_document))
            : null;

    private void PayAtOnce(
        PostingHeader header,
        PartyEntry invoice,
        (string BalancingNo, AccountResolution All) accounts
    )
    {
        var isInTime = invoice.PmtDiscountDate is { } until && header.PostingDate <= until;
        var discount = isInTime ? invoice.RemainingPmtDiscPossible : 0m;
        var discountLcy = Conversion.ToLcy(discount, invoice.CurrencyFactor);
        var paidLcy = -(invoice.RemainingAmountLcy - discountLcy);
        var payment = header with
        {
            DocumentType = header.IsCredit ? EntryDocumentType.Refund : EntryDocumentType.Payment,
        };
        var builder = new PostingBuilder(posting, books.Counters, payment);
        var terms = new PartyTerms
        {
            ControlAccountNo = accounts.All.Party(
                scope.Side,
                invoice.PostingGroup,
                PartyRole.Control
            ),
            PostingGroup = invoice.PostingGroup,
            Amount = -(invoice.RemainingAmount - discount),
            CurrencyCode = invoice.CurrencyCode,
            CurrencyFactor = invoice.CurrencyFactor,
            DueDate = header.PostingDate,
            SellToNo = invoice.SellToNo,
            PartyName = invoice.PartyName,
            SalespersonCode = invoice.SalespersonCode,
            PaymentMethodCode = invoice.PaymentMethodCode,
        };
        var entry = builder.AddPayment(terms, accounts.BalancingNo, paidLcy);
        Settle(builder, Settlement.Of(payment, entry, invoice, discount), accounts.All);
    }

    private void Settle(PostingBuilder builder, Settlement settled, AccountResolution accounts)
    {
        foreach (var detail in settled.Details)
            builder.AddDetail(detail);
        var control = Control(settled.Applying, accounts);
        var applied = Control(settled.Applied, accounts);
        if (settled.DiscountLcy != 0m)
            AddPair(builder, (control, DiscountAccount(settled, accounts)), settled.DiscountLcy);
        if (settled.RealizedLcy != 0m)
            AddPair(builder, (control, ResultAccount(settled, accounts)), settled.RealizedLcy);
        // APP-29: what one control account gives, the other takes.
        if (control != applied)
            AddPair(builder, (control, applied), settled.Details[^2].AmountLcy);
        Keep(settled.Applying);
        Keep(settled.Applied);
    }

    private string Control(PartyEntry entry, AccountResolution accounts) =>
        accounts.Party(scope.Side, entry.PostingGroup, PartyRole.Control);

    // ACC-16
    private string DiscountAccount(Settlement settled, AccountResolution accounts) =>
        accounts.Party(
            scope.Side,
            settled.Applying.PostingGroup,
            settled.DiscountLcy <= 0m
                ? PartyRole.PaymentDiscountDebit
                : PartyRole.PaymentDiscountCredit
        );

    // ACC-21
    private string ResultAccount(Settlement settled, AccountResolution accounts)
    {
        var code = settled.Applying.CurrencyCode;
        var currency = books.Setup.Currencies.GetValueOrDefault(code);
        var at = new RecordRef(Currency.Entity, code);
        return settled.RealizedLcy > 0m
            ? accounts.Checked(currency?.RealizedGainsAccountNo ?? "", "realizedGainsAccountNo", at)
            : accounts.Checked(
                currency?.RealizedLossesAccountNo ?? "",
                "realizedLossesAccountNo",
                at
            );
    }

    private void AddPair(PostingBuilder builder, (string Debit, string Credit) pair, decimal lcy)
    {
        builder.AddAccount(pair.Debit, lcy, _document.DimensionSetId);
        builder.AddAccount(pair.Credit, -lcy, _document.DimensionSetId);
    }

    /// <summary>
    /// The state of an entry, in the books and among the new entries of the posting.
    /// </summary>
    private void Keep(PartyEntry entry)
    {
        books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        var index = posting.PartyEntries.FindIndex(other => other.EntryNo == entry.EntryNo);
        if (index >= 0)
            posting.PartyEntries[index] = entry;
    }
}
