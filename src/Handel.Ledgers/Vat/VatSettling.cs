using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Vat;

/// <summary>The outcome of a settlement: entries, or why there are none.</summary>
public sealed record VatSettled(
    Posting? Posting,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Warnings
);

/// <summary>
/// Calculates and posts the VAT settlement of a period (VST-05): each VAT account is brought back
/// by
/// what its open entries sum to, the settlement account takes the total, and the entries are closed
/// by one settlement entry per combination. The books are a fork.
/// </summary>
public sealed class VatSettling
{
    public const string SourceCode = "VATSTMT";

    private readonly VatReturnPeriod _period;
    private readonly Books _books;
    private readonly List<Problem> _problems = [];
    private readonly RecordRef _record;
    private readonly DateOnly _date;
    private readonly Posting _posting;

    private VatSettling(VatReturnPeriod period, Books books)
    {
        (_period, _books) = (period, books);
        _record = new(VatPeriods.Entity, period.Description, 0, period.Id);
        _date = period.SettlementPostingDate ?? default;
        _posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = _date,
            DocumentNo = period.SettlementDocumentNo,
            SourceCode = SourceCode,
        };
    }

    /// <param name="postingDates">
    /// Whether the posting date is allowed for the user (GLD-01).
    /// </param>
    public static VatSettled Plan(
        VatReturnPeriod period,
        Books books,
        Func<DateOnly, bool> postingDates
    ) => new VatSettling(period, books).Plan(postingDates);

    private VatSettled Plan(Func<DateOnly, bool> postingDates)
    {
        var account = CheckRequest(postingDates);
        var open = _books.OpenVat[new(_period.StartingDate, _period.EndingDate)];
        // What was corrected or settled in the same batch is not in the sums.
        if (_books.VatCorrections.Values.Any() || _books.VatClosings.Values.Any())
            _problems.Add(new(ProblemCodes.Concurrency, _record));
        else if (open.Sums.Count == 0)
            _problems.Add(new(ProblemCodes.NothingToPost, _record));
        if (_problems.Count > 0)
            return new(null, _problems, []);

        var accounts = new AccountResolution(_books.Setup, _record, _problems);
        var sums = open
            .Sums.OrderBy(s => s.Key.Groups.Bus, StringComparer.Ordinal)
            .ThenBy(s => s.Key.Groups.Prod, StringComparer.Ordinal)
            .ThenBy(s => s.Key.Type)
            .ThenBy(s => s.Key.CalculationType);
        foreach (var sum in sums)
            Settle(sum, open.LastEntryNo, accounts);
        if (_problems.Count > 0)
            return new(null, _problems, []);
        var total = -_posting.GlEntries.Sum(entry => entry.Amount);
        if (total != 0m)
            AddGl(account, total);
        return new(_posting, [], open.Older > 0 ? [Older(open.Older)] : []);
    }

    private string CheckRequest(Func<DateOnly, bool> postingDates)
    {
        if (_period.Status == VatReturnStatus.Closed)
            _problems.Add(new(ProblemCodes.VatPeriodStatus, _record, "status"));
        if (_period.SettlementPostingDate is null)
            _problems.Add(new(ProblemCodes.FieldEmpty, _record, "settlementPostingDate"));
        else if (!postingDates(_date))
            _problems.Add(
                new(ProblemCodes.PostingDate, _record, "settlementPostingDate", $"{_date:O}")
            );
        if (_period.SettlementDocumentNo.Length == 0)
            _problems.Add(new(ProblemCodes.FieldEmpty, _record, "settlementDocumentNumber"));
        var accounts = new AccountResolution(_books.Setup, _record, _problems);
        return accounts.Typed(_period.SettlementAccountNo, "settlementAccount");
    }

    private void Settle(OpenVat sum, int lastEntryNo, AccountResolution accounts)
    {
        // A combination that was blocked since is settled all the same.
        var (bus, prod) = sum.Key.Groups;
        if (!_books.Setup.VatPosting.TryGetValue((bus, prod), out var setup))
        {
            accounts.Vat(sum.Key.Groups);
            return;
        }
        var side = LedgerSide.OfVat(sum.Key.Type);
        var vatNo = sum.Amount == 0m ? 0 : AddGl(accounts.VatAccount(side, setup), -sum.Amount);
        var owed = sum.Amount + sum.NonDeductibleAmount;
        var isSelfAssessed =
            side.IsVatSelfAssessed
            && sum.Key.CalculationType == VatCalculationType.ReverseCharge
            && owed != 0m;
        var glNo = isSelfAssessed ? AddGl(accounts.ReverseChargeAccount(setup), owed) : vatNo;
        var entry = EntryOf(sum, setup, (glNo, vatNo));
        _posting.VatEntries.Add(entry);
        _books.VatClosings[entry.EntryNo] = new VatClosing(
            new(_period.StartingDate, _period.EndingDate),
            sum.Key,
            entry.EntryNo,
            lastEntryNo
        );
    }

    private VatEntry EntryOf(OpenVat sum, VatPostingSetup setup, (int Gl, int Vat) entryNo)
    {
        var number = ++_books.Counters.Vat;
        return new()
        {
            CompanyNo = _books.Setup.CompanyNo,
            EntryNo = number,
            RegisterNo = _posting.RegisterNo,
            GlEntryNo = entryNo.Gl,
            VatGlEntryNo = entryNo.Vat,
            Type = GenPostingType.Settlement,
            PostingDate = _date,
            DocumentDate = _date,
            VatDate = _date,
            DocumentNo = _period.SettlementDocumentNo,
            CalculationType = sum.Key.CalculationType,
            VatBusPostingGroup = setup.VatBusPostingGroup,
            VatProdPostingGroup = setup.VatProdPostingGroup,
            Base = -sum.Base,
            Amount = -sum.Amount,
            NonDeductibleBase = -sum.NonDeductibleBase,
            NonDeductibleAmount = -sum.NonDeductibleAmount,
            SourceCode = SourceCode,
            // It is never declared itself.
            IsClosed = true,
            ClosedByEntryNo = number,
        };
    }

    private int AddGl(string accountNo, decimal amount)
    {
        var entry = new GlEntry
        {
            CompanyNo = _books.Setup.CompanyNo,
            EntryNo = ++_books.Counters.Gl,
            RegisterNo = _posting.RegisterNo,
            PostingDate = _date,
            DocumentDate = _date,
            VatDate = _date,
            DocumentNo = _period.SettlementDocumentNo,
            AccountNo = accountNo,
            Description = _period.Description,
            Amount = amount,
            GenPostingType = GenPostingType.Settlement,
            SourceCode = SourceCode,
            IsSystemCreated = true,
        };
        _posting.GlEntries.Add(entry);
        return entry.EntryNo;
    }

    private Problem Older(int count) =>
        new(ProblemCodes.VatOlder, _record, "startDate")
        {
            Args = new Dictionary<string, string>
            {
                ["count"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
}
