using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>
/// An entry to post. Amounts are those of a customer: what is owed is positive; a vendor's book
/// turns the sign.
/// </summary>
internal sealed record EntryGiven(EntryDocumentType Type, decimal Amount, DateOnly Date)
{
    public string Currency { get; init; } = "";
    public decimal Factor { get; init; } = 1m;
    public DateOnly? DueDate { get; init; }
    public decimal DiscountPct { get; init; }
    public DateOnly? DiscountDate { get; init; }
    public decimal? NetAmount { get; init; }
    public string Group { get; init; } = "HOME";
    public string OnHold { get; init; } = "";

    /// <summary>Lines with VAT that make up the amount; none books it on one account.</summary>
    public IReadOnlyList<(decimal Net, decimal Vat, string Prod)> Lines { get; init; } = [];
}

/// <summary>A posting that was committed, and the entry that it made.</summary>
internal sealed record PostedGiven(Posting Posting, PartyEntry Entry);

/// <summary>The books of one party, where entries are posted and settled.</summary>
internal sealed class SettlementGiven
{
    public static readonly DateOnly Day = new(2026, 1, 1);
    private const string PartyNo = "P1";
    private int _documents;

    /// <param name="rates">Foreign units per euro, from a day on.</param>
    public SettlementGiven(
        Direction direction = Direction.Sale,
        params (string Currency, DateOnly From, decimal Factor)[] rates
    )
    {
        Side = LedgerSide.Of(direction);
        Rates = [.. rates.Select(RateOf)];
        Party = new() { Direction = direction, No = PartyNo };
        Books = new()
        {
            Setup = SettlementSetup.Of(this),
            Parties = new Dictionary<(Direction, string), Party> { [(direction, PartyNo)] = Party },
            Items = new Dictionary<string, Item>(),
            ExternalNumbers = new(),
            NumberSeries = new Forked<string, NumberSeries>(),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = Stock.Of([], [], [], []),
            Counters = new LedgerCounters(),
        };
    }

    public LedgerSide Side { get; }
    public Party Party { get; }
    public Books Books { get; }
    public GlSetup Gl { get; } = new() { LcyCode = "EUR" };
    public IReadOnlyList<ExchangeRate> Rates { get; }
    public TradeSetup Trade { get; } = new();
    public Dictionary<string, Currency> Currencies { get; } =
        new() { ["USD"] = CurrencyOf("USD"), ["GBP"] = CurrencyOf("GBP") };

    /// <summary>+1 for customers, -1 for vendors.</summary>
    public int Sign => -Side.Sign;

    public PartyEntry Now(PartyEntry entry) => Books.PartyEntries[(entry.Direction, entry.EntryNo)];

    /// <summary>What is left of an entry, as a customer would see it.</summary>
    public decimal Left(PostedGiven entry) => Sign * Now(entry.Entry).RemainingAmount;

    public PostedGiven Post(EntryGiven given, params PostedGiven[] to) =>
        Post(given, request => request with { To = [.. to.Select(t => new ApplyTo(t.Entry, 0m))] });

    /// <summary>Posts an entry and applies it in the same posting, as a journal does.</summary>
    public PostedGiven Post(EntryGiven given, Func<ApplyRequest, ApplyRequest> describe)
    {
        var books = Books.Fork();
        var header = HeaderOf(given, $"D{++_documents}");
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = given.Date,
            DocumentNo = header.DocumentNo,
            SourceCode = Side.SourceCode,
        };
        var builder = new PostingBuilder(posting, books.Counters, header);
        var entry = AddEntry(builder, given);
        var problems = new List<Problem>();
        var request = new ApplyRequest
        {
            Header = header,
            Applying = entry,
            To = [],
        };
        EntryApplication.Post(describe(request), builder, books, problems);
        Assert.Empty(problems);
        if (!books.PartyEntries.Contains((entry.Direction, entry.EntryNo)))
            books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        Commit(posting, books);
        return new(posting, entry);
    }

    /// <summary>Applies posted entries to each other; fails the test when refused.</summary>
    public Posting Apply(ApplyPosted command)
    {
        var books = Books.Fork();
        var problems = new List<Problem>();
        var posting = PostedApplication.Plan(command, books, problems);
        Assert.Empty(problems);
        Commit(posting!, books);
        return posting!;
    }

    public Posting Apply(PostedGiven applying, params PostedGiven[] to) =>
        Apply(
            new ApplyPosted(Side.Direction, new(applying.Entry.EntryNo))
            {
                To = [.. to.Select(entry => new SelectedEntry(entry.Entry.EntryNo))],
            }
        );

    public Posting Unapply(PostedGiven entry, DateOnly? date = null)
    {
        var books = Books.Fork();
        var problems = new List<Problem>();
        var command = new UnapplyPosted(Side.Direction, entry.Entry.EntryNo) { PostingDate = date };
        var posting = Unapplication.Plan(command, books, problems);
        Assert.Empty(problems);
        Commit(posting!, books);
        return posting!;
    }

    public IReadOnlyList<Problem> WhyNot(ApplyPosted command)
    {
        var problems = new List<Problem>();
        Assert.Null(PostedApplication.Plan(command, Books.Fork(), problems));
        return problems;
    }

    public IReadOnlyList<Problem> WhyNotUnapply(PostedGiven entry, DateOnly? date = null)
    {
        var problems = new List<Problem>();
        var command = new UnapplyPosted(Side.Direction, entry.Entry.EntryNo) { PostingDate = date };
        Assert.Null(Unapplication.Plan(command, Books.Fork(), problems));
        return problems;
    }

    /// <summary>An exchange adjustment, as the batch for it books one (ADJ-04).</summary>
    public void Revalue(PostedGiven entry, decimal factor, params decimal[] lcy)
    {
        var books = Books.Fork();
        var now = Now(entry.Entry);
        var header = HeaderOf(new(EntryDocumentType.None, 0m, now.PostingDate), "ADJ");
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = header.PostingDate,
            DocumentNo = "ADJ",
            SourceCode = "EXCHRATADJ",
        };
        var builder = new PostingBuilder(posting, books.Counters, header);
        foreach (var amount in lcy.Select(amount => Sign * amount))
        {
            var type =
                amount > 0m ? PartyDetailType.UnrealizedGain : PartyDetailType.UnrealizedLoss;
            var account = amount > 0m ? "9310" : "9315";
            builder.AddDetail(
                PartyPosting.Detail(header, now, type) with
                {
                    AmountLcy = amount,
                    GlAccountNo = account,
                }
            );
            builder.AddAccount("1300", amount, 0);
            builder.AddAccount(account, -amount, 0);
        }
        books.PartyEntries[(now.Direction, now.EntryNo)] = now with
        {
            AdjustedCurrencyFactor = factor,
            RemainingAmountLcy = now.RemainingAmountLcy + (Sign * lcy.Sum()),
        };
        Commit(posting, books);
    }

    private static void Commit(Posting posting, Books books)
    {
        posting.AssertBalanced();
        books.Remember(posting);
        books.Adopt();
    }

    private PartyEntry AddEntry(PostingBuilder builder, EntryGiven given)
    {
        var amount = Sign * given.Amount;
        if (given.Lines.Count > 0)
            builder.AddLines(given.Lines.Select(line => LineOf(line, given.Type)));
        else
            builder.AddAccount("8000", -Conversion.ToLcy(amount, given.Factor), 0);
        var terms = new PartyTerms
        {
            ControlAccountNo = given.Group == "HOME" ? "1300" : "1310",
            PostingGroup = given.Group,
            Amount = amount,
            CurrencyCode = given.Currency,
            CurrencyFactor = given.Factor,
            DueDate = given.DueDate ?? given.Date,
            PmtDiscountDate = given.DiscountDate,
        };
        var basis = new SettlementBasis
        {
            DiscountPct = given.DiscountPct,
            NetAmount = Sign * (given.NetAmount ?? given.Amount),
            BlocksTolerance = Party.BlockPaymentTolerance,
        };
        var entry = builder.AddParty(SettlementTerms.Of(terms, builder.Header, basis, Books.Setup));
        return entry with { OnHold = given.OnHold };
    }

    private LedgerLine LineOf((decimal Net, decimal Vat, string Prod) line, EntryDocumentType type)
    {
        var setup = SettlementSetup
            .VatSetups()
            .Single(setup => setup.VatProdPostingGroup == line.Prod);
        var sign = type == EntryDocumentType.CreditMemo ? -Side.Sign : Side.Sign;
        var isReverse = setup.CalculationType == VatCalculationType.ReverseCharge;
        var due = new VatTreatment(
            setup.CalculationType,
            setup.VatPct,
            false,
            Side.VatAccount(setup),
            isReverse && Side.IsVatSelfAssessed ? setup.ReverseChargeVatAccount : ""
        );
        var accounts = new AccountResolution(Books.Setup, new("lines", ""), []);
        return new(
            new(LedgerLineKind.Trade, "8000", new("HOME", "GOODS"), new("HOME", line.Prod), 0, 0),
            accounts.Waiting(due, Side, setup),
            "Line"
        )
        {
            Amount = sign * line.Net,
            VatAmount = sign * line.Vat,
            VatBase = sign * line.Net,
        };
    }

    private PostingHeader HeaderOf(EntryGiven given, string documentNo) =>
        new()
        {
            CompanyNo = 7,
            Side = Side,
            PostingDate = given.Date,
            DocumentDate = given.Date,
            VatDate = given.Date,
            DocumentType = given.Type,
            DocumentNo = documentNo,
            Description = $"{given.Type} {documentNo}",
            PartyNo = PartyNo,
        };

    private static ExchangeRate RateOf((string Currency, DateOnly From, decimal Factor) rate) =>
        new()
        {
            CurrencyCode = rate.Currency,
            StartingDate = rate.From,
            ExchangeRateAmount = rate.Factor,
            RelationalExchangeRateAmount = 1m,
        };

    private static Currency CurrencyOf(string code) =>
        new()
        {
            Code = code,
            RealizedGainsAccountNo = "9300",
            RealizedLossesAccountNo = "9305",
            UnrealizedGainsAccountNo = "9310",
            UnrealizedLossesAccountNo = "9315",
        };
}
