using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Reversing;

/// <summary>Writes the register that undoes another one (REV-03, REV-04).</summary>
internal sealed class RegisterReversal
{
    private readonly RegisterToReverse _command;
    private readonly PostedRegister _posted;
    private readonly Books _books;
    private readonly Posting _posting;
    private readonly DateOnly _date;

    /// <summary>New ledger line by the number of the one that it takes back.</summary>
    private readonly Dictionary<int, int> _lines = [];

    /// <summary>VAT date in force of what is undone, by register and document (VDT-03).</summary>
    private readonly Dictionary<(int RegisterNo, string DocumentNo), DateOnly> _vatDates = [];

    /// <param name="command">Date and text.</param>
    /// <param name="posted">What is undone.</param>
    /// <param name="books">The fork that it is planned on.</param>
    /// <param name="postedWith">First register of this reversal, or 0 when this is it.</param>
    public RegisterReversal(
        RegisterToReverse command,
        PostedRegister posted,
        Books books,
        int postedWith
    )
    {
        (_command, _posted, _books) = (command, posted, books);
        _date = command.PostingDate ?? posted.Register.PostingDate;
        _posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = _date,
            DocumentNo = posted.Register.DocumentNo,
            SourceCode = RegisterToReverse.SourceCode,
            JournalBatchName = posted.Register.JournalBatchName,
            PostedWithRegisterNo = postedWith,
            ReversesRegisterNo = posted.No,
        };
    }

    public Posting Post()
    {
        foreach (var register in Companions().Prepend(_posted))
        {
            foreach (var entry in register.VatEntries)
                _vatDates[(entry.RegisterNo, entry.DocumentNo)] = entry.ReportedDate;
            foreach (var entry in register.GlEntries)
                Mirror(entry);
            foreach (var entry in register.VatEntries)
                Mirror(entry);
        }
        var parties = new PartyReversal(_posted, _books, _posting);
        foreach (var entry in _posted.PartyEntries)
            parties.Reverse(entry, HeaderOf(entry));
        foreach (var entry in _posted.BankEntries)
            Mirror(entry);
        Mark();
        return _posting;
    }

    /// <summary>
    /// The register settled something, and another one undid that: of both together nothing is
    /// left, so both are taken back.
    /// </summary>
    private IEnumerable<PostedRegister> Companions()
    {
        var settled = _posted
            .PartyDetails.Where(detail => detail.Type != PartyDetailType.InitialEntry)
            .Select(detail => (detail.Direction, detail.EntryNo))
            .ToHashSet();
        return _books
            .Registers.Values.Where(other =>
                other.No != _posted.No
                && other.PartyDetails.Any(detail =>
                    settled.Contains((detail.Direction, detail.UnappliesEntryNo))
                )
            )
            .OrderBy(other => other.No);
    }

    // REV-03: a debit of 100 becomes a debit of -100.
    private void Mirror(GlEntry entry)
    {
        var mirror = entry with
        {
            EntryNo = ++_books.Counters.Gl,
            RegisterNo = _posting.RegisterNo,
            PostingDate = _date,
            VatDate = VatDateOf(entry.RegisterNo, entry.DocumentNo, entry.VatDate),
            Description = Described(entry.Description),
            Amount = -entry.Amount,
            VatAmount = -entry.VatAmount,
            Quantity = -entry.Quantity,
            SourceCurrencyAmount = -entry.SourceCurrencyAmount,
            IsCorrection = !entry.IsCorrection,
            SourceCode = _posting.SourceCode,
        };
        _lines.Add(entry.EntryNo, mirror.EntryNo);
        _posting.GlEntries.Add(mirror);
    }

    private void Mirror(VatEntry entry)
    {
        var mirror = entry.Anew(VatDateOf(entry.RegisterNo, entry.DocumentNo, entry.VatDate)) with
        {
            EntryNo = ++_books.Counters.Vat,
            RegisterNo = _posting.RegisterNo,
            // The base of VAT without an amount may have become due without a line (UNR-01).
            GlEntryNo = _lines.GetValueOrDefault(entry.GlEntryNo),
            VatGlEntryNo = _lines.GetValueOrDefault(entry.VatGlEntryNo),
            PostingDate = _date,
            Base = -entry.Base,
            Amount = -entry.Amount,
            BaseBeforePmtDisc = -entry.BaseBeforePmtDisc,
            VatDifference = -entry.VatDifference,
            NonDeductibleBase = -entry.NonDeductibleBase,
            NonDeductibleAmount = -entry.NonDeductibleAmount,
            // INV-43: of what waited, nothing is left in both together.
            UnrealizedBase = -entry.UnrealizedBase,
            UnrealizedAmount = -entry.UnrealizedAmount,
            UnrealizedVatEntryNo = entry.IsUnrealized ? entry.EntryNo : entry.UnrealizedVatEntryNo,
            RemainingUnrealizedBase = 0m,
            RemainingUnrealizedAmount = 0m,
            SourceCode = _posting.SourceCode,
        };
        _posting.VatEntries.Add(mirror);
        _books.Realize(mirror);
    }

    // ENT-21: the pair is closed at once; reconciliation never sees it.
    private void Mirror(BankEntry entry)
    {
        var mirror = entry with
        {
            EntryNo = ++_books.Counters.Bank,
            RegisterNo = _posting.RegisterNo,
            GlEntryNo = _lines[entry.GlEntryNo],
            PostingDate = _date,
            Description = Described(entry.Description),
            Amount = -entry.Amount,
            AmountLcy = -entry.AmountLcy,
            SourceCode = _posting.SourceCode,
            RemainingAmount = 0m,
            IsOpen = false,
            StatementStatus = BankEntryStatus.Closed,
            IsReversed = true,
        };
        _posting.BankEntries.Add(mirror);
        Keep(
            entry with
            {
                RemainingAmount = 0m,
                IsOpen = false,
                StatementStatus = BankEntryStatus.Closed,
                IsReversed = true,
            }
        );
    }

    private void Keep(BankEntry entry) => _books.BankEntries[entry.EntryNo] = entry;

    private void Mark()
    {
        _books.Registers[_posted.No] = _posted with
        {
            Register = _posted.Register with { ReversedByRegisterNo = _posting.RegisterNo },
        };
        if (!_posted.IsReversal)
            return;
        // REV-04: what the undone reversal had undone stands again.
        var original = _books.Registers[_posted.Register.ReversesRegisterNo];
        _books.Registers[original.No] = original with
        {
            Register = original.Register with { ReversedByRegisterNo = 0 },
        };
        foreach (var entry in original.BankEntries)
            Keep(
                entry with
                {
                    RemainingAmount = entry.Amount,
                    IsOpen = entry.Amount != 0m,
                    StatementStatus = BankEntryStatus.Open,
                    IsReversed = false,
                }
            );
    }

    private PostingHeader HeaderOf(PartyEntry entry) =>
        new()
        {
            CompanyNo = entry.CompanyNo,
            SideOrNone = Ledgers.Mirror.LedgerSide.Of(entry.Direction),
            PostingDate = _date,
            DocumentDate = entry.DocumentDate,
            VatDate = VatDateOf(entry.RegisterNo, entry.DocumentNo, entry.VatDate),
            DocumentType = entry.DocumentType,
            DocumentNo = entry.DocumentNo,
            ExternalDocumentNo = entry.ExternalDocumentNo,
            Description = Described(entry.Description),
            SourceCode = _posting.SourceCode,
            ReasonCode = entry.ReasonCode,
            PartyNo = entry.PartyNo,
            DimensionSetId = entry.DimensionSetId,
        };

    // REV-03: VAT goes back into its own period, unless that is closed by now (REV-06).
    private DateOnly VatDateOf(int registerNo, string documentNo, DateOnly posted)
    {
        var own = _vatDates.GetValueOrDefault((registerNo, documentNo), posted);
        var record = ReversalChecks.RecordOf(_posted.Register);
        var found = VatDateChecks.Find(_books.Setup, new(record, "taxDate", own));
        return found.Problems.Count == 0 ? own : _date;
    }

    private string Described(string original) =>
        _command.Description.Length > 0 ? _command.Description : original;
}
