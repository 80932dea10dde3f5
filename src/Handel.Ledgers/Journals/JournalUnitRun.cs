using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Journals;

/// <summary>Writes the entries of one register of a journal, on a fork of the books.</summary>
internal sealed class JournalUnitRun(JournalScope scope, JournalNumbers numbers, Books books)
{
    private readonly JournalApplication _application = new(scope, numbers);
    private readonly List<PartyEntry> _parties = [];

    /// <summary>New entries of parties, for those who look for them next.</summary>
    public IReadOnlyList<PartyEntry> Parties => _parties;

    /// <param name="unit">Checked: it balances and its accounts can be posted to.</param>
    /// <param name="numberOf">The number of each of its documents.</param>
    /// <param name="postedWith">First register of the journal, or 0 when this is it.</param>
    public Posting Post(
        JournalUnit unit,
        Func<JournalDocument, string> numberOf,
        int postedWith,
        List<Problem> problems
    )
    {
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = unit.PostingDate,
            DocumentNo = numberOf(unit.Documents[0]),
            SourceCode = scope.Settings.Template.SourceCode,
            JournalBatchName = scope.Settings.Batch.Name,
            PostedWithRegisterNo = postedWith,
        };
        foreach (var document in unit.Documents)
        {
            var no = numberOf(document);
            foreach (var line in document.Lines)
            {
                var found = new LineProblems(scope.Settings.RecordOf(line.Origin), problems);
                foreach (var part in line.Line.Parts())
                    Post(part, (document, no), posting, found);
            }
            _application.ApplyWaiting(books);
        }
        WriteOffRounding(unit, posting, numberOf(unit.Documents[0]), problems);
        return posting;
    }

    private void Post(
        JournalPart part,
        (JournalDocument Document, string No) at,
        Posting posting,
        LineProblems problems
    )
    {
        var header = HeaderOf(part, at.Document, at.No);
        var builder = new PostingBuilder(posting, books.Counters, header);
        var accounts = new AccountResolution(scope.Setup, problems.Record, problems.Found);
        var first = posting.GlEntries.Count;
        switch (part.AccountType)
        {
            case JournalAccountType.GlAccount:
                PostAccount(part, builder, accounts);
                break;
            case JournalAccountType.Customer:
            case JournalAccountType.Vendor:
                PostParty(part, at.Document, builder, problems);
                break;
            case JournalAccountType.BankAccount:
                PostBank(part, at.Document, builder, accounts);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part));
        }
        MarkCurrency(part, posting, first);
    }

    private void PostAccount(JournalPart part, PostingBuilder builder, AccountResolution accounts)
    {
        if (!part.HasVat)
        {
            builder.AddTyped(part.AccountNo, part.AmountLcy);
            return;
        }
        var groups = new VatGroups(part.Vat.VatBusPostingGroup, part.Vat.VatProdPostingGroup);
        if (accounts.Vat(groups) is not { } setup)
            return;
        var vat = JournalVatAmounts.Lcy(part, setup, scope.Setup);
        var isFull = setup.CalculationType == VatCalculationType.FullVat;
        var key = new LedgerLineKey(
            LedgerLineKind.Trade,
            part.AccountNo,
            new(part.Vat.GenBusPostingGroup, part.Vat.GenProdPostingGroup),
            groups,
            part.Line.DimensionSetId,
            LineNo: 0
        );
        var header = builder.Header;
        var treatment = accounts.Treatment(header.Side, setup, part.Line.VatDate, vat);
        // UNR-01: what no entry of a customer or vendor will settle does not wait.
        if (header.PartyNo.Length > 0 && header.DocumentType.IsPaidLater())
            treatment = accounts.Waiting(treatment, header.Side, setup);
        builder.AddLines([
            new LedgerLine(key, treatment, part.Line.Description)
            {
                Amount = part.AmountLcy - vat,
                VatAmount = vat,
                VatBase = part.AmountLcy - vat,
                VatDifference = Conversion.ToLcy(
                    part.Vat.VatDifference,
                    part.Line.CurrencyCode.Length == 0 ? 1m : part.Line.CurrencyFactor
                ),
                // Full VAT has its VAT entry; nobody booked on a control account by hand.
                IsSystemCreated = isFull,
            },
        ]);
    }

    private void PostParty(
        JournalPart part,
        JournalDocument document,
        PostingBuilder builder,
        LineProblems problems
    )
    {
        var accounts = new AccountResolution(scope.Setup, problems.Record, problems.Found);
        var side = builder.Header.Side;
        var party = books.Parties[(side.Direction, part.AccountNo)];
        var terms = JournalParty.TermsOf(part, document, (builder.Header, party), accounts);
        var entry = builder.AddPartyEntry(terms, part.AmountLcy);
        books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        var isUnique = JournalNeeds.IsUnique(part.Line.DocumentType);
        if (isUnique && _parties.Any(other => IsSameDocument(other, entry)))
            problems.Add(JournalCodes.DocumentUsed, "documentNumber", entry.DocumentNo);
        if (isUnique && part.Line.ExternalDocumentNo.Length > 0)
            books.ExternalNumbers[JournalNeeds.ExternalNumber(part, side)] = entry.DocumentNo;
        // What it settles may make VAT due that stands on later lines of the document.
        if (document.Lines.Any(line => line.Line.Parts().Any(other => other.HasVat)))
            _application.Wait(entry, (part, builder), problems);
        else
            _application.Apply(entry, (part, builder), books, problems);
        _parties.Add(entry);
    }

    private static bool IsSameDocument(PartyEntry one, PartyEntry other) =>
        one.Direction == other.Direction
        && (one.DocumentType, one.DocumentNo) == (other.DocumentType, other.DocumentNo);

    private void PostBank(
        JournalPart part,
        JournalDocument document,
        PostingBuilder builder,
        AccountResolution accounts
    )
    {
        var bank = scope.Setup.BankAccounts[part.AccountNo];
        // A receipt names who paid also where the two stand on lines of their own.
        var (type, no) =
            part.OtherNo.Length > 0 ? (part.OtherType, part.OtherNo)
            : document.Party is { } party ? (party.AccountType, party.AccountNo)
            : (JournalAccountType.GlAccount, "");
        builder.AddBank(
            new BankTerms(bank, accounts.Bank(bank))
            {
                Amount = bank.CurrencyCode.Length > 0 ? part.Amount : part.AmountLcy,
                AmountLcy = part.AmountLcy,
                BalAccountType = type,
                BalAccountNo = no,
            }
        );
    }

    // ACC-23
    private void WriteOffRounding(
        JournalUnit unit,
        Posting posting,
        string documentNo,
        List<Problem> problems
    )
    {
        var rest = unit.BalanceLcy;
        if (rest == 0m)
            return;
        var first = unit.Lines.First();
        var accounts = new AccountResolution(
            scope.Setup,
            scope.Settings.RecordOf(first.Origin),
            problems
        );
        var account = JournalDocumentChecks.RoundingAccount(
            rest,
            first.Line.CurrencyCode,
            accounts
        );
        var header = HeaderOf(first.Line.Parts().First(), unit.Documents[0], documentNo);
        new PostingBuilder(posting, books.Counters, header).AddAccount(
            account,
            -rest,
            first.Line.DimensionSetId
        );
    }

    private PostingHeader HeaderOf(JournalPart part, JournalDocument document, string no)
    {
        var line = part.Line;
        var (side, partyNo) = WhoseIs(part, document);
        var party = partyNo.Length == 0 ? null : books.Parties[(side!.Direction, partyNo)];
        return new()
        {
            CompanyNo = scope.Setup.CompanyNo,
            SideOrNone = side,
            PostingDate = line.PostingDate,
            DocumentDate = line.DocumentDate == default ? line.PostingDate : line.DocumentDate,
            VatDate = line.VatDate,
            DocumentType = line.DocumentType,
            DocumentNo = no,
            ExternalDocumentNo = line.ExternalDocumentNo,
            Description = line.Description,
            SourceCode = scope.Settings.Template.SourceCode,
            ReasonCode = line.ReasonCode,
            PartyNo = partyNo,
            VatCountryCode = party?.Address.CountryCode ?? "",
            VatRegistrationNo = party?.VatRegistrationNo ?? "",
            DimensionSetId = line.DimensionSetId,
            IsCorrection = line.IsCorrection,
        };
    }

    // A ledger line belongs to the one party of its document; VAT only to a party of its own side.
    private static (LedgerSide? Side, string PartyNo) WhoseIs(
        JournalPart part,
        JournalDocument document
    )
    {
        if (JournalAccounts.SideOf(part.AccountType) is { } own)
            return (own, part.AccountNo);
        var party = document.Party;
        var side = party is null ? null : JournalAccounts.SideOf(party.AccountType);
        if (!part.HasVat)
            return (side, party?.AccountNo ?? "");
        var ofVat = JournalAccounts.SideOf(part.Vat.GenPostingType);
        return (ofVat, ofVat == side ? party!.AccountNo : "");
    }

    // GLS-25: the lines that the amount itself became, base before VAT.
    private static void MarkCurrency(JournalPart part, Posting posting, int first)
    {
        if (part.Line.CurrencyCode.Length == 0)
            return;
        decimal[] amounts =
            part.HasVat && part.Vat.VatBaseAmount != 0m && part.Vat.VatAmount != 0m
                ? [part.Vat.VatBaseAmount, part.Vat.VatAmount]
                : [part.Amount];
        for (var i = 0; i < amounts.Length && first + i < posting.GlEntries.Count; i++)
            posting.GlEntries[first + i] = posting.GlEntries[first + i] with
            {
                SourceCurrencyCode = part.Line.CurrencyCode,
                SourceCurrencyAmount = amounts[i],
            };
    }
}
