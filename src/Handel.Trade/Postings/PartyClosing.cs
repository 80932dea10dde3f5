using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;

namespace Handel.Trade.Postings;

/// <summary>
/// Closes an invoice or credit memo against the party: its entry, payment at once by payment method
/// (POS-41, PTM-12), or settlement of the document that it names or of the oldest ones (GLP-27,
/// APP-03).
/// </summary>
internal sealed class PartyClosing(PostingScope scope, Books books)
{
    private readonly Documents.TradeDocument _document = scope.Document;

    private Party Party => books.Parties[(_document.Direction, DocumentNeeds.BillToNo(_document))];

    /// <summary>The number of the party's entry.</summary>
    public int Close(PostingHeader header, PostingBuilder builder, List<Problem> problems)
    {
        var accounts = new AccountResolution(books.Setup, Mirror.RecordOf(_document), problems);
        var entry = builder.AddParty(TermsOf(header, accounts));
        Keep(entry);
        var method = books.Setup.PaymentMethods.GetValueOrDefault(_document.PaymentMethodCode);
        if (method is { BalAccountNo.Length: > 0 } && entry.IsOpen)
            PayAtOnce(entry, method, (builder, accounts));
        else
            Apply(entry, builder, problems);
        if (header.ExternalDocumentNo.Length > 0)
            books.ExternalNumbers[DocumentNeeds.ExternalNumber(_document)] = header.DocumentNo;
        return entry.EntryNo;
    }

    private PartyTerms TermsOf(PostingHeader header, AccountResolution accounts)
    {
        var sign = -scope.LedgerSign;
        var group = _document.PartyPostingGroup;
        var terms = new PartyTerms
        {
            ControlAccountNo = accounts.Party(scope.Side, group, PartyRole.Control),
            PostingGroup = group,
            Amount = sign * scope.Part.AmountInclVat,
            CurrencyCode = _document.CurrencyCode,
            CurrencyFactor = _document.CurrencyCode.Length > 0 ? _document.CurrencyFactor : 1m,
            DueDate = _document.DueDate ?? header.DocumentDate,
            PmtDiscountDate = _document.PmtDiscountDate,
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
        var basis = new SettlementBasis
        {
            DiscountPct = _document.PaymentDiscountPct,
            NetAmount = sign * scope.Part.Amount,
            BlocksTolerance = Party.BlockPaymentTolerance,
        };
        return SettlementTerms.Of(terms, header, basis, books.Setup);
    }

    private decimal InvDiscountLcy(Amounts.AmountPart part) =>
        DiscountSplit.Of(part.InvDiscountAmountLcy, part, _document.PricesIncludeVat).Net;

    // PTM-12
    private void PayAtOnce(
        PartyEntry invoice,
        PaymentMethod method,
        (PostingBuilder Builder, AccountResolution All) to
    )
    {
        var header = to.Builder.Header;
        var isInTime = invoice.PmtDiscountDate is { } until && header.PostingDate <= until;
        var amount = invoice.RemainingAmount - (isInTime ? invoice.RemainingPmtDiscPossible : 0m);
        var builder = to.Builder.With(
            header with
            {
                DocumentType = header.IsCredit
                    ? EntryDocumentType.Refund
                    : EntryDocumentType.Payment,
            }
        );
        var terms = new PartyTerms
        {
            ControlAccountNo = to.All.Party(scope.Side, invoice.PostingGroup, PartyRole.Control),
            PostingGroup = invoice.PostingGroup,
            Amount = -amount,
            CurrencyCode = invoice.CurrencyCode,
            CurrencyFactor = invoice.CurrencyFactor,
            DueDate = header.PostingDate,
            SellToNo = invoice.SellToNo,
            PartyName = invoice.PartyName,
            SalespersonCode = invoice.SalespersonCode,
            PaymentMethodCode = invoice.PaymentMethodCode,
        };
        var paidLcy = -Conversion.ToLcy(amount, invoice.CurrencyFactor);
        var payment = builder.AddPartyEntry(terms, paidLcy);
        Keep(payment);
        AddBalance(method, payment, (builder, to.All));
        Settle(new(payment, [new(invoice, 0m)]), builder, to.All.Problems);
    }

    /// <summary>The other side of the payment: an account, or a bank of ours (PTM-10).</summary>
    private static void AddBalance(
        PaymentMethod method,
        PartyEntry payment,
        (PostingBuilder Builder, AccountResolution All) to
    )
    {
        var lcy = -payment.OriginalAmountLcy;
        if (BalancingAccount.BankOf(method, payment.CurrencyCode, to.All) is { } bank)
            to.Builder.AddBank(
                new BankTerms(bank, to.All.Bank(bank))
                {
                    // CUR-08: an account in LCY keeps any money in LCY.
                    Amount = bank.CurrencyCode.Length == 0 ? lcy : -payment.OriginalAmount,
                    AmountLcy = lcy,
                }
            );
        else
            to.Builder.AddAccount(
                BalancingAccount.Of(method, to.All),
                lcy,
                to.Builder.Header.DimensionSetId
            );
    }

    private void Apply(PartyEntry entry, PostingBuilder builder, List<Problem> problems)
    {
        if (_document.AppliesTo.IsSet)
        {
            var applied = books.FindPartyEntry(DocumentNeeds.AppliedDocument(_document));
            if (applied is not null)
                Settle(new(entry, [new(applied, 0m)]), builder, problems);
        }
        else if (Party.ApplicationMethod == ApplicationMethod.ApplyToOldest)
        {
            var oldest = books
                .OpenEntries(entry.Direction, entry.PartyNo)
                .Where(open => open.EntryNo != entry.EntryNo)
                .Where(open => open.PostingDate <= entry.PostingDate);
            var settled = new Settled(entry, [.. oldest.Select(open => new ApplyTo(open, 0m))]);
            Settle(settled with { IsOldestFirst = true }, builder, problems);
        }
    }

    private void Settle(Settled settled, PostingBuilder builder, List<Problem> problems) =>
        EntryApplication.Post(
            new ApplyRequest
            {
                Header = builder.Header,
                Applying = settled.Applying,
                To = settled.To,
                IsOldestFirst = settled.IsOldestFirst,
                Record = Mirror.RecordOf(_document),
            },
            builder,
            books,
            problems
        );

    private void Keep(PartyEntry entry) =>
        books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;

    private sealed record Settled(PartyEntry Applying, IReadOnlyList<ApplyTo> To)
    {
        public bool IsOldestFirst { get; init; }
    }
}
